package eu.jalon.reminder;

/** Why somebody hears of an action item. */
public enum Audience {
  /** It is his, or his ministry's, to do, or he stands in for whose it is. */
  OWNER,
  /** It is to be done by somebody whose substitute he is, and who is there. */
  SUBSTITUTE,
  /** It is his to do, and its date has changed. */
  INFORMED,
  /** His ministry leads the same commitment on the other side. */
  OTHER_LEAD,
  /** It is late, and he coordinates for its country or the other one. */
  COORDINATOR
}
