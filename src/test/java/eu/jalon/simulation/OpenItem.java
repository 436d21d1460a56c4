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
import org.jspecify.annotations.Nullable;

/**
 * Something that is to be done, with all that a reminder of it follows from.
 *
 * @param progress what its ministry last reported of the commitment, on that day
 * @param pausedUntil the day on which reminders go on after somebody said that he is on it
 */
record OpenItem(
    String id,
    CommitmentRef ref,
    Step step,
    MinistryCode ministry,
    @Nullable LocalDate due,
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
    return due != null && due.isBefore(day);
  }

  @Override
  public String toString() {
    return "item %s (%s of %s in %s, due %s)".formatted(id, step.key(), ministry, ref, due);
  }
}
