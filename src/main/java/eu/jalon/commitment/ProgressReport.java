package eu.jalon.commitment;

import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A ministry's report on its progress with a commitment.
 *
 * @param evidence an https address of supporting material
 * @param nextOn the day of the next report, as announced by the ministry
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
