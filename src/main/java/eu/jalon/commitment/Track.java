package eu.jalon.commitment;

/** The kind of work a commitment asks for. */
public enum Track {
  LEGAL_INSTRUMENT,
  OPERATIONAL_CAPABILITY,
  STANDING_COOPERATION,
  JOINT_POSITION
}
