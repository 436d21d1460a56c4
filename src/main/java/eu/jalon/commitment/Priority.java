package eu.jalon.commitment;

/** How much a commitment matters to its coordinators. */
public enum Priority {
  NORMAL,
  HIGH
}
