package eu.jalon.actionitem.evidence;

import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.text.FileName;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file attached to a progress report.
 *
 * @param item the id of the action item whose report it belongs to
 * @param size in bytes
 * @param reportedAt when the report was submitted; absent before that
 */
public record EvidenceFile(
    UUID id,
    String item,
    CommitmentRef ref,
    MinistryCode ministry,
    FileName name,
    String mediaType,
    int size,
    Instant addedAt,
    PersonId addedBy,
    @Nullable Instant reportedAt) {}
