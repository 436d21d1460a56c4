package eu.jalon.reminder;

import eu.jalon.reminder.policy.ReminderStage;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The reminders that some items were given before, and those that were suppressed. */
public final class ReminderHistory {

  /** Recorded reminders of a kind, and when the last was; given where no suppression is named. */
  record Entry(
      Reminder.Trace trace,
      ReminderStage stage,
      @Nullable Suppression suppression,
      LocalDate lastOn) {}

  private record Stage(Reminder.Trace trace, ReminderStage stage) {}

  private record Held(Reminder.Trace trace, ReminderStage stage, Suppression suppression) {}

  private final Map<Stage, LocalDate> given = new HashMap<>();
  private final Set<Reminder.Trace> traces = new HashSet<>();
  private final Set<Held> held = new HashSet<>();

  ReminderHistory(Collection<Entry> entries) {
    entries.forEach(this::add);
  }

  private void add(Entry entry) {
    Suppression suppression = entry.suppression();
    if (suppression == null) {
      given.merge(
          new Stage(entry.trace(), entry.stage()),
          entry.lastOn(),
          (one, other) -> one.isAfter(other) ? one : other);
      traces.add(entry.trace());
    } else {
      held.add(new Held(entry.trace(), entry.stage(), suppression));
    }
  }

  /** Notes what a further day brings, where days are only imagined. */
  public void add(Reminder reminder, LocalDate on) {
    add(new Entry(reminder.trace(), reminder.stage(), reminder.suppressed().orElse(null), on));
  }

  /** The last day on which somebody was told at a stage. */
  Optional<LocalDate> lastGiven(Reminder.Trace trace, ReminderStage stage) {
    return Optional.ofNullable(given.get(new Stage(trace, stage)));
  }

  /** Whether he was told of it with this due date at all. */
  boolean wasTold(Reminder.Trace trace) {
    return traces.contains(trace);
  }

  /** Whether the very same is on record: the first record says since when. */
  public boolean holds(Reminder reminder) {
    return reminder
        .suppressed()
        .filter(why -> held.contains(new Held(reminder.trace(), reminder.stage(), why)))
        .isPresent();
  }
}
