package eu.jalon.commitment.request;

/** The decision on a commitment that is still in progress when its summit is closed. */
public enum ClosingDecision {
  FULFILLED,
  CARRY_OVER,
  WITHDRAW
}
