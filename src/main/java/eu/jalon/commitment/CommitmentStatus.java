package eu.jalon.commitment;

/** Where a commitment is in its life. */
public enum CommitmentStatus {
  IN_PROGRESS,
  FULFILLED,
  CARRIED_OVER,
  WITHDRAWN
}
