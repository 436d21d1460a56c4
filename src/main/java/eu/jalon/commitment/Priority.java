package eu.jalon.commitment;

/** The priority that coordinators give to a commitment. */
public enum Priority {
  NORMAL,
  HIGH
}
