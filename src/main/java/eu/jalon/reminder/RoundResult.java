package eu.jalon.reminder;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The counts of a round, or of a dry run.
 *
 * @param emails queued e-mails, one per person
 * @param reminders reminders in these e-mails
 * @param suppressed suppressed reminders by reason
 */
public record RoundResult(
    LocalDate on, int emails, int reminders, Map<Suppression, Integer> suppressed) {

  public RoundResult {
    Map<Suppression, Integer> copy = new EnumMap<>(Suppression.class);
    copy.putAll(suppressed);
    suppressed = Collections.unmodifiableMap(copy);
  }
}
