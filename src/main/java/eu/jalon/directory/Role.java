package eu.jalon.directory;

/** What a person is in Jalon, which decides what he may see and do. */
public enum Role {
  /** Completes the action items of one ministry. */
  FOCAL_POINT,
  /** Sees everything and acts for one country. */
  COORDINATOR,
  /** Looks after people and settings, and owns no commitment. */
  ADMINISTRATOR
}
