package eu.jalon.virusscan;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.shared.Fault;
import eu.jalon.shared.InvalidSettingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClamdClientTest {

  private static final int LARGE = 10 * 1024 * 1024;

  @Test
  void aCleanFileArrivesWholeAndNothingIsFound() throws IOException {
    try (ScriptedClamd clamd = new ScriptedClamd(ScriptedClamd.Mode.SCANS)) {
      VirusScan scan = new VirusScan(clamd.properties());

      assertThat(scan.scan(new ByteArrayInputStream(new byte[LARGE]))).isEmpty();
      assertThat(clamd.received()).isEqualTo(LARGE);
      assertThat(scan.faults()).isEmpty();
    }
  }

  @Test
  void theNameOfWhatWasFoundIsReturned() throws IOException {
    try (ScriptedClamd clamd = new ScriptedClamd(ScriptedClamd.Mode.SCANS)) {
      VirusScan scan = new VirusScan(clamd.properties());

      assertThat(scan.scan(new ByteArrayInputStream("a virus".getBytes(US_ASCII))))
          .contains("Test-Signature");
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SCANS")
  void withoutAnAnswerInTimeTheFileIsNotTakenForClean(ScriptedClamd.Mode mode) {
    try (ScriptedClamd clamd = new ScriptedClamd(mode)) {
      VirusScan scan = new VirusScan(clamd.properties());
      long start = System.nanoTime();

      assertThatThrownBy(() -> scan.scan(new ByteArrayInputStream(new byte[LARGE])))
          .isInstanceOf(IOException.class);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }
  }

  @Test
  void aScannerThatDoesNotAnswerIsAFault() {
    VirusScanProperties gone;
    try (ScriptedClamd clamd = new ScriptedClamd(ScriptedClamd.Mode.SCANS)) {
      gone = clamd.properties();
    }
    assertThat(new VirusScan(gone).faults())
        .containsExactly(Fault.of(Fault.Kind.VIRUS_SCANNER_AWAY));
    assertThatThrownBy(() -> new VirusScanCheck(gone).check())
        .isInstanceOf(InvalidSettingException.class);
  }

  @Test
  void withoutAScannerNothingIsScannedAndTheHealthSaysSo() throws IOException {
    VirusScanProperties off = new VirusScanProperties("", Duration.ofSeconds(1));
    VirusScan scan = new VirusScan(off);

    assertThat(scan.scan(new ByteArrayInputStream("a virus".getBytes(US_ASCII)))).isEmpty();
    assertThat(scan.faults()).isEmpty();
    assertThat(new VirusScanHealthIndicator(scan).health().getDetails())
        .containsEntry("uploadedFiles", "not scanned");
    assertThat(new VirusScanCheck(off).check()).contains("not scanned");
  }

  @ParameterizedTest
  @ValueSource(strings = {"clamav", "clamav:", ":3310", "clamav:99999", "a b:3310", "tcp://x:1"})
  void aWrongAddressIsRefusedAtTheStart(String address) {
    assertThatThrownBy(() -> new VirusScanProperties(address, Duration.ofSeconds(1)))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("host:3310");
  }

  @ParameterizedTest
  @ValueSource(strings = {"clamav:3310", "10.0.0.7:3310", "[::1]:3310", "av.example.org:1"})
  void anAddressIsAHostAndAPort(String address) {
    assertThatCode(() -> new VirusScanProperties(address, Duration.ofSeconds(1)).client())
        .doesNotThrowAnyException();
  }
}
