package eu.jalon.reminder;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a round did, or would do.
 *
 * @param letters letters queued, one per person
 * @param nudges reasons to write, several to a letter
 * @param suppressed nudges that were due and not given, by reason
 */
public record RoundResult(
    LocalDate on, int letters, int nudges, Map<Suppression, Integer> suppressed) {

  public RoundResult {
    Map<Suppression, Integer> copy = new EnumMap<>(Suppression.class);
    copy.putAll(suppressed);
    suppressed = Collections.unmodifiableMap(copy);
  }
}
