package eu.jalon.commitment;

import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one side says of its work on a commitment.
 *
 * @param evidence an https address, where there is something to look at
 * @param nextOn when it expects to say more
 */
public record ProgressReport(
    CommitmentRef ref,
    MinistryCode ministry,
    ProgressStatus status,
    String text,
    @Nullable String evidence,
    @Nullable LocalDate nextOn,
    Instant at,
    PersonId by) {}
