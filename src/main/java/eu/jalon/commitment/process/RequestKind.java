package eu.jalon.commitment.process;

import eu.jalon.commitment.CommitmentChange;

/** The kinds of requests about a commitment in progress. */
public enum RequestKind {
  /** Another deadline, or another due date for one action item. */
  EXTENSION(
      CommitmentChange.Type.EXTENSION_ASKED,
      CommitmentChange.Type.EXTENSION_GRANTED,
      CommitmentChange.Type.EXTENSION_REFUSED,
      CommitmentChange.Type.EXTENSION_RETRACTED),
  /** Another lead ministry of the same party. */
  REASSIGNMENT(
      CommitmentChange.Type.REASSIGNMENT_ASKED,
      CommitmentChange.Type.REASSIGNMENT_GRANTED,
      CommitmentChange.Type.REASSIGNMENT_REFUSED,
      CommitmentChange.Type.REASSIGNMENT_RETRACTED);

  private final CommitmentChange.Type asked;
  private final CommitmentChange.Type granted;
  private final CommitmentChange.Type refused;
  private final CommitmentChange.Type retracted;

  RequestKind(
      CommitmentChange.Type asked,
      CommitmentChange.Type granted,
      CommitmentChange.Type refused,
      CommitmentChange.Type retracted) {
    this.asked = asked;
    this.granted = granted;
    this.refused = refused;
    this.retracted = retracted;
  }

  public CommitmentChange.Type asked() {
    return asked;
  }

  public CommitmentChange.Type granted() {
    return granted;
  }

  public CommitmentChange.Type refused() {
    return refused;
  }

  public CommitmentChange.Type retracted() {
    return retracted;
  }
}
