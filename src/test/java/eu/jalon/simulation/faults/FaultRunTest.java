package eu.jalon.simulation.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short fault run; {@code ./verify faults} is the long one. */
@Tag("simulation")
class FaultRunTest {

  private static final int KILLS = 20;
  private static final long SEED = 20270301;

  @TempDir private Path folder;

  @Test
  void noEmailIsLostAndNoneDoubled() throws Exception {
    FaultReport report = FaultRun.run(folder, KILLS, SEED);

    assertThat(report.broken()).as(report.text()).isEmpty();
    assertThat(report.kills()).isEqualTo(KILLS);
    assertThat(report.faults()).as(report.text()).containsKeys(Fault.values());
  }
}
