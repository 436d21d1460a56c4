package eu.jalon.commitment.request;

/** What becomes of a commitment that is open when its summit closes. */
public enum ClosingDecision {
  CARRY_OVER,
  WITHDRAW
}
