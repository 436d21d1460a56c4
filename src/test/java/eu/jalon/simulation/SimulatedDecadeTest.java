package eu.jalon.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.TestClock;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Parties;
import eu.jalon.directory.Party;
import eu.jalon.reminder.OmissionReason;
import eu.jalon.reminder.RecipientRole;
import eu.jalon.reminder.Suppression;
import eu.jalon.reminder.policy.PolicyRule;
import eu.jalon.reminder.policy.ReminderPolicies;
import eu.jalon.reminder.policy.ReminderStage;
import eu.jalon.shared.OffsetClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/**
 * Ten years of a register, day by day, with real processes and invented people; each day is judged
 * against what reminders promise. All chance comes from one seed, so that a day that fails fails
 * again. The engine keeps no history of them, which nobody here would read, and the database goes
 * with the context: ten years are large.
 */
@Tag("simulation")
@SpringBootTest(
    webEnvironment = WebEnvironment.MOCK,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:decade;LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=512",
      "jalon.schedule.enabled=false",
      "jalon.demo.example-series=false",
      "camunda.bpm.job-execution.enabled=false",
      "camunda.bpm.history-level=none",
      "logging.level.eu.jalon=error",
      "logging.level.eu.jalon.mail=off",
      "logging.level.org.camunda.bpm.engine.context=off"
    })
@Import({SimulatedDecadeTest.Outside.class, ApplicationServices.class, SimulationClock.class})
@ActiveProfiles("demo")
class SimulatedDecadeTest {

  private static final long SEED = Long.getLong("jalon.decade.seed", 20270101);

  /** Imported by name, and no configuration: an application started from tests would scan it. */
  static class Outside {

    @Bean
    TestClock clockOfTheDecade() {
      return TestClock.at(SimulationCalendar.FIRST + "T00:00");
    }

    /** The clock of the application, which the sample sets back at its start. */
    @Bean
    @Primary
    OffsetClock clockOfTheApplication(TestClock clockOfTheDecade) {
      return new OffsetClock(clockOfTheDecade);
    }

    @Bean
    @Primary
    RecordingRelay recordingRelay() {
      return new RecordingRelay();
    }
  }

  @Autowired private SimulationClock world;
  @Autowired private ApplicationServices desk;
  @Autowired private RecordingRelay relay;
  @Autowired private Directory directory;
  @Autowired private Parties parties;
  @Autowired private ReminderPolicies policy;
  @Autowired private JdbcClient jdbc;

  @AfterAll
  static void timeGoesOn() {
    SimulationClock.end();
  }

  @Test
  void everyoneHearsInTimeOfWhatIsTheirsAndOfNothingElseForTenYears() throws IOException {
    long start = System.nanoTime();
    Set<String> rules =
        policy.inForce().rules().stream().map(PolicyRule::id).collect(Collectors.toSet());
    rules.add("dateMoved");
    enterBridgingDays();
    leaveDecisionsToOneParty();
    Simulation decade =
        new Simulation(
            world,
            desk,
            new DatabaseSnapshot(jdbc),
            relay,
            new SimulatedPeople(directory),
            rules,
            SEED);
    try {
      decade.live(SimulationCalendar.FIRST, SimulationCalendar.LAST);
    } finally {
      long seconds = (System.nanoTime() - start) / 1_000_000_000;
      decade.figures().write(Path.of("target", "decade", "report.md"), seconds);
    }
    everythingHappened(decade.figures());
  }

  /** Deadlines move as soon as one coordination grants it. */
  private void leaveDecisionsToOneParty() {
    jdbc.sql("update series set one_party_decides = true").update();
    parties.enter(List.of(), List.of());
  }

  private void enterBridgingDays() {
    List<Party> known = parties.all();
    parties.enter(
        known.stream()
            .map(
                party ->
                    new Party(
                        party.code(),
                        party.name(),
                        party.zone(),
                        party.calendar(),
                        SimulationCalendar.bridgingDays(party.code())))
            .toList(),
        List.of());
  }

  private static void everythingHappened(SimulationFigures figures) {
    assertThat(figures.of("answers"))
        .containsExactlyInAnyOrderElementsOf(names(SimulatedAction.values()));
    ReminderStage[] ofTheEvaluator =
        Arrays.stream(ReminderStage.values())
            .filter(stage -> stage != ReminderStage.MANUAL)
            .toArray(ReminderStage[]::new);
    assertThat(figures.of("stage")).containsExactlyInAnyOrderElementsOf(names(ofTheEvaluator));
    assertThat(figures.of("recipientRole"))
        .containsExactlyInAnyOrderElementsOf(names(RecipientRole.values()));
    assertThat(figures.of("left out at sending"))
        .containsExactlyInAnyOrderElementsOf(names(OmissionReason.values()));
    Set<Suppression> reasons = EnumSet.allOf(Suppression.class);
    reasons.removeIf(Suppression::isQuiet);
    assertThat(figures.of("held back"))
        .containsExactlyInAnyOrderElementsOf(names(reasons.toArray(Suppression[]::new)));
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }
}
