package eu.jalon.reminder;

import eu.jalon.reminder.policy.ReminderStage;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The reminders of some items that were sent or suppressed before. */
public final class ReminderHistory {

  /**
   * Recorded reminders of one kind.
   *
   * @param suppression absent if they were sent
   * @param lastOn the day of the latest of them
   */
  record Entry(
      Reminder.Key key, ReminderStage stage, @Nullable Suppression suppression, LocalDate lastOn) {}

  private record SentKey(Reminder.Key key, ReminderStage stage) {}

  private record SuppressedKey(Reminder.Key key, ReminderStage stage, Suppression suppression) {}

  private final Map<SentKey, LocalDate> lastSent = new HashMap<>();
  private final Set<Reminder.Key> mentioned = new HashSet<>();
  private final Set<SuppressedKey> suppressed = new HashSet<>();

  ReminderHistory(Collection<Entry> entries) {
    entries.forEach(this::add);
  }

  /** A history of nothing. */
  public static ReminderHistory empty() {
    return new ReminderHistory(List.of());
  }

  private void add(Entry entry) {
    Suppression suppression = entry.suppression();
    if (suppression == null) {
      lastSent.merge(
          new SentKey(entry.key(), entry.stage()),
          entry.lastOn(),
          (first, second) -> first.isAfter(second) ? first : second);
      mentioned.add(entry.key());
    } else {
      suppressed.add(new SuppressedKey(entry.key(), entry.stage(), suppression));
    }
  }

  /** Adds a reminder of a simulated day, for a forecast. */
  public void add(Reminder reminder, LocalDate on) {
    add(new Entry(reminder.key(), reminder.stage(), reminder.suppressed().orElse(null), on));
  }

  /** The last day on which a reminder was sent at a stage. */
  Optional<LocalDate> lastSent(Reminder.Key key, ReminderStage stage) {
    return Optional.ofNullable(lastSent.get(new SentKey(key, stage)));
  }

  /** Whether a reminder with this key was sent at any stage. */
  boolean wasMentioned(Reminder.Key key) {
    return mentioned.contains(key);
  }

  /** Whether the same suppressed reminder is recorded already. */
  public boolean containsSuppressed(Reminder reminder) {
    return reminder
        .suppressed()
        .filter(
            reason ->
                suppressed.contains(new SuppressedKey(reminder.key(), reminder.stage(), reason)))
        .isPresent();
  }
}
