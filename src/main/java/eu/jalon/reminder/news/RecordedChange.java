package eu.jalon.reminder.news;

import eu.jalon.commitment.CommitmentChange;
import eu.jalon.reminder.Recipients;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * An entry in the history of a commitment.
 *
 * @param title the title of the commitment
 * @param askedBy the person whose request or proposal it answers; absent if it answers none
 */
record RecordedChange(
    long id, CommitmentChange change, LocalText title, @Nullable PersonId askedBy) {

  ChangeNotice noticeTo(ConcernedRole role, Recipients recipients) {
    return new ChangeNotice(
        id, change, title, role, ConcernedPeople.actingMinistry(change, recipients).orElse(null));
  }

  /** Whether it is what an answer to a request or proposal leads to. */
  boolean carriesOut(RecordedChange answer) {
    return switch (answer.change.type()) {
      case EXTENSION_GRANTED ->
          change.type() == CommitmentChange.Type.DUE_DATE
              && change.by().equals(answer.change.by())
              && answer.change.from() == null;
      case REASSIGNMENT_GRANTED ->
          change.type() == CommitmentChange.Type.REASSIGNED
              && change.by().equals(answer.change.by());
      case PROPOSAL_CONFIRMED -> isProposable() && change.by().equals(answer.askedBy);
      default -> false;
    };
  }

  private boolean isProposable() {
    return switch (change.type()) {
      case WITHDRAWN, DEADLINE_RULE, DUE_DATE, REASSIGNED, ACCOUNTABLE -> true;
      default -> false;
    };
  }
}
