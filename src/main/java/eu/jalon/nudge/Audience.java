package eu.jalon.nudge;

/** Why somebody hears of an action item. */
public enum Audience {
  /** It is his, or his ministry's, to do. */
  OWNER,
  /** It is his to do, and its date has changed. */
  INFORMED,
  /** It has been overdue for so long that the coordinators of its country hear of it too. */
  COORDINATOR
}
