package eu.jalon.directory;

/** The role of a person, which determines permissions. */
public enum Role {
  /** Completes the action items of one ministry. */
  FOCAL_POINT,
  /** Sees all commitments and acts for one party. */
  COORDINATOR,
  /** Manages people and settings; has no access to commitments. */
  ADMINISTRATOR
}
