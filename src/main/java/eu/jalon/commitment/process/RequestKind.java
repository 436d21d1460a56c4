package eu.jalon.commitment.process;

import eu.jalon.commitment.CommitmentChange;

/** The kinds of requests about a commitment in progress. */
public enum RequestKind {
  /** Another deadline. */
  EXTENSION(CommitmentChange.Type.EXTENSION_ASKED, CommitmentChange.Type.EXTENSION_REFUSED),
  /** Another lead ministry of the same party. */
  REASSIGNMENT(
      CommitmentChange.Type.REASSIGNMENT_ASKED, CommitmentChange.Type.REASSIGNMENT_REFUSED);

  private final CommitmentChange.Type asked;
  private final CommitmentChange.Type refused;

  RequestKind(CommitmentChange.Type asked, CommitmentChange.Type refused) {
    this.asked = asked;
    this.refused = refused;
  }

  public CommitmentChange.Type asked() {
    return asked;
  }

  public CommitmentChange.Type refused() {
    return refused;
  }
}
