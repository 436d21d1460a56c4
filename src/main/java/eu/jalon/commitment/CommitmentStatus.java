package eu.jalon.commitment;

import eu.jalon.shared.DueDate;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The status of a commitment. */
public enum CommitmentStatus {
  IN_PROGRESS,
  FULFILLED,
  CARRIED_OVER,
  WITHDRAWN;

  /**
   * Returns the calendar days by which a commitment with this status is overdue; 0 if it is closed,
   * has no due date or is not overdue. {@link CommitmentCriteria#OVERDUE} is the same definition in
   * SQL.
   */
  public int overdueDays(@Nullable DueDate due, LocalDate today) {
    return this == IN_PROGRESS && due != null ? due.overdueDays(today) : 0;
  }
}
