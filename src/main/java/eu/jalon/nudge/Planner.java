package eu.jalon.nudge;

import eu.jalon.directory.WorkingDays;
import eu.jalon.outbox.Outbox;
import eu.jalon.register.ReminderSheet;
import eu.jalon.register.SheetLine;
import eu.jalon.shared.Country;
import eu.jalon.shared.PersonId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Plans a day from what the other rooms hold now; writes nothing. */
@Component
class Planner {

  /** A date that moved is told within so many days, or not at all any more. */
  private static final int TOLD_WITHIN = 14;

  private final ReminderSheet sheet;
  private final Readers readers;
  private final WorkingDays calendar;
  private final Outbox outbox;
  private final CadenceKeeper cadence;
  private final JdbcNudges nudges;
  private final JdbcPauses pauses;

  Planner(
      ReminderSheet sheet,
      Readers readers,
      WorkingDays calendar,
      Outbox outbox,
      CadenceKeeper cadence,
      JdbcNudges nudges,
      JdbcPauses pauses) {
    this.sheet = sheet;
    this.readers = readers;
    this.calendar = calendar;
    this.outbox = outbox;
    this.cadence = cadence;
    this.nudges = nudges;
    this.pauses = pauses;
  }

  /** Some items, what was said of them before, and which of them are paused. */
  record Slice(List<SheetLine> lines, Earlier earlier, Pauses pauses) {}

  Plan plan(LocalDate day) {
    Plan plan =
        new Plan(
            day, ladder(day, readers.on(day), outbox.writtenTo(day, LetterKind.DIGEST.name())));
    slices(horizon(day), day, slice -> plan.add(slice.lines(), slice.earlier(), slice.pauses()));
    moved(day, plan::inform);
    return plan;
  }

  Ladder ladder(LocalDate day, Recipients recipients, Set<PersonId> alreadyWritten) {
    return new Ladder(day, cadence.cadence(), recipients, calendar, alreadyWritten);
  }

  /** The last due date that can matter on a day, by the slower of the two calendars. */
  LocalDate horizon(LocalDate day) {
    int ahead = cadence.cadence().horizon();
    return Arrays.stream(Country.values())
        .map(country -> calendar.plus(day, ahead + 1, country))
        .max(Comparator.naturalOrder())
        .orElse(day);
  }

  /** Hands over all open items due until a day, with what is on record up to another day. */
  void slices(LocalDate dueUntil, LocalDate recorded, Consumer<Slice> consumer) {
    List<SheetLine> lines = sheet.due(dueUntil, "");
    while (!lines.isEmpty()) {
      List<String> ids = ids(lines);
      consumer.accept(new Slice(lines, nudges.earlier(ids, recorded), pauses.of(ids)));
      lines = sheet.due(dueUntil, ids.get(ids.size() - 1));
    }
  }

  private void moved(LocalDate day, BiConsumer<List<SheetLine>, Earlier> consumer) {
    LocalDate since = day.minusDays(TOLD_WITHIN);
    List<SheetLine> lines = sheet.moved(since, "");
    while (!lines.isEmpty()) {
      List<String> ids = ids(lines);
      consumer.accept(lines, nudges.earlier(ids, day));
      lines = sheet.moved(since, ids.get(ids.size() - 1));
    }
  }

  private static List<String> ids(List<SheetLine> lines) {
    return lines.stream().map(line -> line.item().id()).toList();
  }
}
