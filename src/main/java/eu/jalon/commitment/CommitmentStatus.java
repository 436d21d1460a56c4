package eu.jalon.commitment;

/** The status of a commitment; all but {@code IN_PROGRESS} are final. */
public enum CommitmentStatus {
  IN_PROGRESS,
  FULFILLED,
  CARRIED_OVER,
  WITHDRAWN
}
