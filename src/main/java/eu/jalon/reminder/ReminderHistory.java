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

/** The nudges that some items were given before, and those that were suppressed. */
public final class ReminderHistory {

  /** Recorded nudges of a kind, and when the last was; given where no suppression is named. */
  record Entry(
      Reminder.Trace trace,
      ReminderStage stage,
      @Nullable Suppression suppression,
      LocalDate lastOn) {}

  private record Rung(Reminder.Trace trace, ReminderStage stage) {}

  private record Held(Reminder.Trace trace, ReminderStage stage, Suppression suppression) {}

  private final Map<Rung, LocalDate> given = new HashMap<>();
  private final Set<Reminder.Trace> traces = new HashSet<>();
  private final Set<Held> held = new HashSet<>();

  ReminderHistory(Collection<Entry> entries) {
    entries.forEach(this::add);
  }

  private void add(Entry entry) {
    Suppression suppression = entry.suppression();
    if (suppression == null) {
      given.merge(
          new Rung(entry.trace(), entry.stage()),
          entry.lastOn(),
          (one, other) -> one.isAfter(other) ? one : other);
      traces.add(entry.trace());
    } else {
      held.add(new Held(entry.trace(), entry.stage(), suppression));
    }
  }

  /** Notes what a further day brings, where days are only imagined. */
  public void add(Reminder nudge, LocalDate on) {
    add(new Entry(nudge.trace(), nudge.stage(), nudge.suppressed().orElse(null), on));
  }

  /** The last day on which somebody was told at a stage. */
  Optional<LocalDate> lastGiven(Reminder.Trace trace, ReminderStage stage) {
    return Optional.ofNullable(given.get(new Rung(trace, stage)));
  }

  /** Whether he was told of it with this due date at all. */
  boolean wasTold(Reminder.Trace trace) {
    return traces.contains(trace);
  }

  /** Whether the very same is on record: the first record says since when. */
  public boolean holds(Reminder nudge) {
    return nudge
        .suppressed()
        .filter(why -> held.contains(new Held(nudge.trace(), nudge.stage(), why)))
        .isPresent();
  }
}
