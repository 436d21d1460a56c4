package eu.jalon.reminder;

import eu.jalon.shared.CommitmentRef;
import java.time.LocalDate;

/**
 * A calendar entry that a recipient got for an action item that is completed, dropped, without a
 * date ahead or another ministry's now.
 *
 * @param day the day of the entry
 * @param dateChanges the number of times the due date of the item was changed
 */
public record CancelledEntry(
    String actionItemId, CommitmentRef ref, LocalDate day, int dateChanges) {}
