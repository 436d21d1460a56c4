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

/** One thing to do, as the register holds it. */
public record Commitment(
    CommitmentRef ref,
    LocalText title,
    @Nullable LocalText summary,
    Theme theme,
    Track track,
    Leads owners,
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
    int version) {

  public Optional<DueDate> dueOn() {
    return Optional.ofNullable(due);
  }

  /** Calendar days past the due date; 0 once it is closed. */
  public int overdueDays(LocalDate today) {
    return status == CommitmentStatus.IN_PROGRESS && due != null ? due.overdueDays(today) : 0;
  }
}
