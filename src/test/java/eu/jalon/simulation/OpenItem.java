package eu.jalon.simulation;

import eu.jalon.TestParties;
import eu.jalon.actionitem.form.Step;
import eu.jalon.commitment.Priority;
import eu.jalon.commitment.ProgressStatus;
import eu.jalon.commitment.Track;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to be done, with all that a reminder of it follows from.
 *
 * @param deadline the due date of its commitment
 * @param progress what its ministry last reported of the commitment, on that day
 * @param pausedUntil the day on which reminders go on after somebody said that he is on it
 */
record OpenItem(
    String id,
    CommitmentRef ref,
    Step step,
    MinistryCode ministry,
    @Nullable LocalDate due,
    @Nullable LocalDate deadline,
    LocalDate openedOn,
    @Nullable PersonId assignee,
    @Nullable LocalDate movedOn,
    Track track,
    Priority priority,
    MinistryCode leadBe,
    MinistryCode leadFr,
    @Nullable ProgressStatus progress,
    @Nullable LocalDate reportedOn,
    @Nullable LocalDate pausedUntil) {

  PartyCode party() {
    return ministry.party();
  }

  MinistryCode lead(PartyCode party) {
    return TestParties.BE.equals(party) ? leadBe : leadFr;
  }

  boolean isOverdue(LocalDate day) {
    return due != null && remindedFor(due, day).isBefore(day);
  }

  /**
   * The date from which reminders count: the due date, or the deadline of the commitment once that
   * has passed, but not before the item was opened.
   */
  LocalDate remindedFor(LocalDate due, LocalDate day) {
    if (deadline == null || !deadline.isBefore(day) || !deadline.isBefore(due)) {
      return due;
    }
    LocalDate passed = Collections.max(List.of(deadline, openedOn.minusDays(1)));
    return passed.isBefore(due) ? passed : due;
  }

  @Override
  public String toString() {
    return "item %s (%s of %s in %s, due %s)".formatted(id, step.key(), ministry, ref, due);
  }
}
