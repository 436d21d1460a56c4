package eu.jalon.commitment.deadline;

import eu.jalon.shared.CommitmentRef;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The change of one commitment's deadline when a meeting moves.
 *
 * @param from its deadline until now, empty while the meeting had no date
 * @param to its deadline from now on, empty where the meeting has no date any more
 */
public record DateChange(CommitmentRef ref, Optional<LocalDate> from, Optional<LocalDate> to) {}
