package eu.jalon.commitment;

import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.meeting.Theme;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.LocalText;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A commitment that a meeting adopted, as stored in the register.
 *
 * @param due the due date; absent while the deadline depends on a meeting without a date
 * @param slips how often the commitment was carried over
 * @param closedOn the day on which it left {@code IN_PROGRESS}
 * @param restricted whether only the ministries concerned and the coordinations see more than the
 *     reference
 * @param version the optimistic lock
 */
public record Commitment(
    CommitmentRef ref,
    LocalText title,
    @Nullable LocalText summary,
    Theme theme,
    Track track,
    Leads leads,
    DeadlineRule deadline,
    @Nullable DueDate due,
    CommitmentStatus status,
    Health health,
    int slips,
    Priority priority,
    @Nullable String processInstance,
    @Nullable UUID declaration,
    @Nullable String sourceText,
    @Nullable LocalDate closedOn,
    boolean restricted,
    int version) {

  /** Returns the same commitment with other lead and associated ministries. */
  public Commitment with(Leads others) {
    return new Commitment(
        ref,
        title,
        summary,
        theme,
        track,
        others,
        deadline,
        due,
        status,
        health,
        slips,
        priority,
        processInstance,
        declaration,
        sourceText,
        closedOn,
        restricted,
        version);
  }

  /** Returns the title where others may read it: that of a restricted one is only its reference. */
  public LocalText titleOutside() {
    return RestrictedTitle.outside(restricted, ref, title);
  }

  public Optional<DueDate> dueOn() {
    return Optional.ofNullable(due);
  }

  /** Returns the calendar days past the due date; 0 if it is closed or has no due date. */
  public int overdueDays(LocalDate today) {
    return status.overdueDays(due, today);
  }
}
