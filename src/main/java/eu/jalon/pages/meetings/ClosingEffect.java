package eu.jalon.pages.meetings;

import eu.jalon.commitment.request.ClosingDecision;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.PartyCode;
import eu.jalon.transition.closing.ClosingRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What closing a summit does, or would do.
 *
 * @param differing the commitments for which the parties want different things
 */
record ClosingEffect(
    long fulfilled, long carriedOver, long withdrawn, List<CommitmentRef> differing) {

  /**
   * The effect of a closing that a party proposes or confirms.
   *
   * @param party the party; absent for what all parties answered
   */
  static ClosingEffect of(List<ClosingRow> rows, @Nullable PartyCode party) {
    return new ClosingEffect(
        count(rows, party, ClosingDecision.FULFILLED),
        count(rows, party, ClosingDecision.CARRY_OVER),
        count(rows, party, ClosingDecision.WITHDRAW),
        rows.stream().filter(ClosingRow::differs).map(row -> row.commitment().ref()).toList());
  }

  private static long count(
      List<ClosingRow> rows, @Nullable PartyCode party, ClosingDecision decision) {
    return rows.stream().filter(row -> row.decision(party) == decision).count();
  }
}
