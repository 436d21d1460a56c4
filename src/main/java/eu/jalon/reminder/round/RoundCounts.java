package eu.jalon.reminder.round;

import eu.jalon.reminder.Reminder;
import eu.jalon.reminder.RoundResult;
import eu.jalon.reminder.Suppression;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.PersonId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Counts the reminders of one day about some commitments. The reminders themselves would not fit
 * into memory.
 */
final class RoundCounts {

  private final Predicate<CommitmentRef> counted;
  private final Map<PersonId, Integer> items = new HashMap<>();
  private final Map<Suppression, Integer> suppressed = new EnumMap<>(Suppression.class);

  RoundCounts(Predicate<CommitmentRef> counted) {
    this.counted = counted;
  }

  void add(Reminder reminder) {
    if (!counted.test(reminder.item().ref())) {
      return;
    }
    reminder
        .suppressed()
        .ifPresentOrElse(
            reason -> {
              if (!reason.isQuiet()) {
                suppressed.merge(reason, 1, Integer::sum);
              }
            },
            () -> items.merge(reminder.recipient().orElseThrow().id(), 1, Integer::sum));
  }

  /** The number of items in the e-mail of each person. */
  Map<PersonId, Integer> items() {
    return Collections.unmodifiableMap(items);
  }

  RoundResult result(LocalDate on) {
    int reminders = items.values().stream().mapToInt(Integer::intValue).sum();
    return new RoundResult(on, items.size(), reminders, suppressed);
  }
}
