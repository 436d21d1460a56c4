package eu.jalon.actionitem.evidence;

import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.text.FileName;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that shows how far a ministry is.
 *
 * @param item the action item whose report it came with, or will
 * @param size in bytes
 * @param reportedAt when that report was sent; empty while it is being written
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
