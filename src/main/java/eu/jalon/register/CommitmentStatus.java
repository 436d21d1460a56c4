package eu.jalon.register;

/** Where a commitment is in its life. */
public enum CommitmentStatus {
  IN_PROGRESS,
  FULFILLED,
  CARRIED_OVER,
  WITHDRAWN
}
