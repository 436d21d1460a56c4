package eu.jalon.commitment.process;

import eu.jalon.commitment.CommitmentChange;

/** What can be asked of a commitment while it runs. */
public enum RequestKind {
  /** Another deadline. */
  EXTENSION(CommitmentChange.What.EXTENSION_ASKED, CommitmentChange.What.EXTENSION_REFUSED),
  /** Another lead ministry of the same country. */
  REASSIGNMENT(
      CommitmentChange.What.REASSIGNMENT_ASKED, CommitmentChange.What.REASSIGNMENT_REFUSED);

  private final CommitmentChange.What asked;
  private final CommitmentChange.What refused;

  RequestKind(CommitmentChange.What asked, CommitmentChange.What refused) {
    this.asked = asked;
    this.refused = refused;
  }

  public CommitmentChange.What asked() {
    return asked;
  }

  public CommitmentChange.What refused() {
    return refused;
  }
}
