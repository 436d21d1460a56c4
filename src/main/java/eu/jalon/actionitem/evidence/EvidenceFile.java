package eu.jalon.actionitem.evidence;

import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.text.FileName;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file attached to a progress report, or added by an associated ministry.
 *
 * @param item the id of the action item whose report it belongs to; absent if it was added by an
 *     associated ministry
 * @param size in bytes
 * @param reportedAt when the report was submitted, or the file of an associated ministry added;
 *     absent before that
 */
public record EvidenceFile(
    UUID id,
    @Nullable String item,
    CommitmentRef ref,
    MinistryCode ministry,
    FileName name,
    String mediaType,
    int size,
    Instant addedAt,
    PersonId addedBy,
    @Nullable Instant reportedAt) {

  /** Whether an associated ministry added it, outside of a report. */
  public boolean isContributed() {
    return item == null;
  }
}
