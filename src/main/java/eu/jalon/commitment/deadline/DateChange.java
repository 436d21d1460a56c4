package eu.jalon.commitment.deadline;

import eu.jalon.shared.CommitmentRef;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The change of a commitment's due date when a meeting moves.
 *
 * @param from the previous due date, empty if the meeting had no date
 * @param to the new due date, empty if the meeting no longer has a date
 */
public record DateChange(CommitmentRef ref, Optional<LocalDate> from, Optional<LocalDate> to) {}
