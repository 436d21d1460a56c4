package eu.jalon.commitment.request;

import eu.jalon.commitment.process.RequestKind;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request to change the deadline of a commitment, the due date of one of its action items, or a
 * lead.
 *
 * @param party the party whose coordinators decide
 * @param actionItemId the action item whose due date alone is to move; absent if the request is
 *     about the commitment
 * @param wanted the requested deadline rule, day of an action item, or ministry; absent if the
 *     coordinators choose the ministry
 * @param granted what was granted, if it is not what was requested
 * @param decidedBy the deciding person; the requesting person while it is pending
 * @param decidedAt absent while it is pending, and if a coordinator made the request
 * @param decisionReason the reason of the decision; absent if a coordinator made the request
 */
public record CommitmentRequest(
    long id,
    CommitmentRef ref,
    RequestKind kind,
    PartyCode party,
    @Nullable String actionItemId,
    @Nullable String wanted,
    @Nullable String granted,
    String reason,
    Instant askedAt,
    PersonId askedBy,
    Status status,
    PersonId decidedBy,
    @Nullable Instant decidedAt,
    @Nullable String decisionReason) {

  /** Returns what takes effect: what was granted, or else what was requested. */
  public String value() {
    return Objects.requireNonNull(granted == null ? wanted : granted, "No value yet");
  }

  /** Returns the action item whose due date alone is to move. */
  public Optional<String> item() {
    return Optional.ofNullable(actionItemId);
  }

  /**
   * Returns whether a person may withdraw it: it is pending, and they made it or are a focal point
   * of a lead ministry of its party.
   *
   * @param leads whether the person's ministry leads the commitment
   */
  public boolean isRetractableBy(Person by, boolean leads) {
    boolean ofLead =
        leads
            && !by.is(Role.COORDINATOR)
            && by.workplace().filter(own -> own.party().equals(party)).isPresent();
    return status == Status.ASKED && (ofLead || askedBy.equals(by.id()));
  }

  /** Returns the reason of the decision, or that of the request if a coordinator made it. */
  public String why() {
    return decisionReason == null ? reason : decisionReason;
  }

  /**
   * Pending, granted, refused, carried out, withdrawn by its ministry, or dropped because its
   * commitment was closed or its action item completed.
   */
  public enum Status {
    ASKED,
    GRANTED,
    REFUSED,
    APPLIED,
    WITHDRAWN,
    DROPPED
  }
}
