package eu.jalon.transition.closing;

import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.request.ClosingDecision;
import eu.jalon.shared.PartyCode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A commitment that is open when its meeting closes.
 *
 * @param answers what the coordinators of each party that takes part want; parties that have not
 *     answered are missing
 */
public record ClosingRow(Commitment commitment, Map<PartyCode, ClosingDecision> answers) {

  public ClosingRow {
    answers = Map.copyOf(answers);
  }

  /** Whether two parties want different things. */
  public boolean differs() {
    return distinct().size() > 1;
  }

  /** What happens if the given party decides, or agrees with what others answered. */
  public ClosingDecision decision(@Nullable PartyCode party) {
    ClosingDecision own = party == null ? null : answers.get(party);
    if (own != null) {
      return own;
    }
    return distinct().size() == 1 ? distinct().iterator().next() : ClosingDecision.CARRY_OVER;
  }

  /** What happens if nothing else is decided: what all parties want, or carrying over. */
  public ClosingDecision common() {
    return answers.keySet().equals(commitment.leads().parties())
        ? decision(null)
        : ClosingDecision.CARRY_OVER;
  }

  private Set<ClosingDecision> distinct() {
    return new HashSet<>(answers.values());
  }
}
