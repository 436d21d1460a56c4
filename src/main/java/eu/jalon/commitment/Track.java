package eu.jalon.commitment;

/** The kind of work that a commitment requires; each has its own process model. */
public enum Track {
  LEGAL_INSTRUMENT,
  OPERATIONAL_CAPABILITY,
  STANDING_COOPERATION,
  JOINT_POSITION
}
