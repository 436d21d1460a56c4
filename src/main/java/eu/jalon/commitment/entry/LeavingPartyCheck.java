package eu.jalon.commitment.entry;

import eu.jalon.commitment.JdbcCommitments;
import eu.jalon.directory.Series;
import eu.jalon.directory.SeriesCheck;
import eu.jalon.meeting.Meetings;
import eu.jalon.shared.ValidationError;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Refuses that a party leaves a series while it leads commitments in progress of it. */
@Component
class LeavingPartyCheck implements SeriesCheck {

  private final JdbcCommitments commitments;
  private final Meetings meetings;

  LeavingPartyCheck(JdbcCommitments commitments, Meetings meetings) {
    this.commitments = commitments;
    this.meetings = meetings;
  }

  @Override
  public void check(@Nullable Series before, Series after) {
    if (before == null) {
      return;
    }
    before.parties().stream()
        .filter(party -> !after.parties().contains(party))
        .filter(
            party ->
                commitments.meetingsLedBy(party).stream()
                    .anyMatch(meeting -> meetings.seriesOf(meeting).id().equals(after.id())))
        .findFirst()
        .ifPresent(
            party -> {
              throw ValidationError.conflict("series.partyLeads", after.id(), party);
            });
  }
}
