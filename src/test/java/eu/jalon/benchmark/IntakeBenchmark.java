package eu.jalon.benchmark;

import eu.jalon.TestParties;
import eu.jalon.commitment.Track;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.commitment.entry.CommitmentEntry;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.intake.DraftReview;
import eu.jalon.intake.Intake;
import eu.jalon.intake.ItemChange;
import eu.jalon.intake.draft.DraftItem;
import eu.jalon.meeting.Meetings;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A document of many steps uploaded, corrected step by step and launched, against entering the same
 * number of commitments that need no review.
 */
final class IntakeBenchmark {

  private static final int THEMES = 40;

  /** Beside the themes of the other rows. */
  private static final int FIRST_THEME = 70;

  private IntakeBenchmark() {}

  static Ratio measure(int steps) {
    try (ConfigurableApplicationContext application = EntryBenchmark.application()) {
      return measure(application, steps);
    }
  }

  static Ratio measure(ConfigurableApplicationContext application, int steps) {
    Person by = application.getBean(Directory.class).person(new PersonId("coord-be")).orElseThrow();
    Intake intake = application.getBean(Intake.class);
    DraftReview review = application.getBean(DraftReview.class);
    byte[] document = document(steps).getBytes(StandardCharsets.UTF_8);
    double seconds =
        EntryBenchmark.seconds(
            () -> {
              UUID id = intake.upload("VD2016", "long.txt", document, by);
              for (DraftItem item : intake.get(id, by).items()) {
                review.change(id, item.n(), complete(item), by);
              }
              int launched = intake.launch(id, by);
              if (launched != steps) {
                throw new IllegalStateException(launched + " of " + steps + " steps");
              }
            });
    CommitmentEntry register = application.getBean(CommitmentEntry.class);
    Meetings meetings = application.getBean(Meetings.class);
    var batch = EntryBenchmark.batch(meetings, FIRST_THEME, steps);
    double entering = EntryBenchmark.seconds(() -> register.enter(batch, by.id()));
    return new Ratio(
        steps + " steps uploaded, corrected and launched",
        "steps per second",
        List.of(steps / seconds),
        List.of(steps / entering),
        "entering them without a document",
        "≥ 0.3");
  }

  private static ItemChange complete(DraftItem item) {
    return new ItemChange(
        item.version(),
        Map.of(Texts.NL, "Vergadering " + item.n() + " houden"),
        Track.STANDING_COOPERATION,
        List.of(new MinistryCode("BE-IBZ"), new MinistryCode("FR-INT")),
        TestParties.BE,
        null,
        DeadlineRule.parse("S-30"),
        null);
  }

  private static String document(int steps) {
    StringBuilder text = new StringBuilder("Rencontre de Bouillon\n");
    for (int i = 0; i < steps; i++) {
      if (i % (steps / THEMES) == 0) {
        int theme = i / (steps / THEMES) + 1;
        text.append("\n").append(theme).append(". Gares de la ligne ").append(theme);
        text.append("\n\nProchaines étapes :\n\n");
      }
      text.append("• Tenir la réunion ").append(i).append(" des chefs de gare chaque année.\n");
    }
    return text.toString();
  }
}
