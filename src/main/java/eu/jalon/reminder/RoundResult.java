package eu.jalon.reminder;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a round did, or would do.
 *
 * @param emails emails queued, one per person
 * @param reminders reasons to write, several to an email
 * @param suppressed reminders that were due and not given, by reason
 */
public record RoundResult(
    LocalDate on, int emails, int reminders, Map<Suppression, Integer> suppressed) {

  public RoundResult {
    Map<Suppression, Integer> copy = new EnumMap<>(Suppression.class);
    copy.putAll(suppressed);
    suppressed = Collections.unmodifiableMap(copy);
  }
}
