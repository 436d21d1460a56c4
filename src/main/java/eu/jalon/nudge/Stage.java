package eu.jalon.nudge;

/** A rung of the ladder of reminders, by the code under which it is recorded. */
record Stage(String code) {

  /** The due day itself. */
  static final Stage DUE_DAY = before(0);

  /** The first week after the due day. */
  static final Stage JUST_OVERDUE = overdue(0);

  /** The due date has changed. */
  static final Stage MOVED = new Stage("MOVED");

  /** So many calendar days before the due day. */
  static Stage before(int days) {
    return new Stage("DUE-" + days);
  }

  /** So many calendar days after the due day, a multiple of seven. */
  static Stage overdue(int days) {
    return new Stage("OVERDUE-" + days);
  }

  @Override
  public String toString() {
    return code;
  }
}
