package eu.jalon.register;

/** What can be asked of a commitment while it runs. */
public enum RequestKind {
  /** Another deadline. */
  EXTENSION(Change.What.EXTENSION_ASKED, Change.What.EXTENSION_REFUSED),
  /** Another lead ministry of the same country. */
  REASSIGNMENT(Change.What.REASSIGNMENT_ASKED, Change.What.REASSIGNMENT_REFUSED);

  private final Change.What asked;
  private final Change.What refused;

  RequestKind(Change.What asked, Change.What refused) {
    this.asked = asked;
    this.refused = refused;
  }

  Change.What asked() {
    return asked;
  }

  Change.What refused() {
    return refused;
  }
}
