package eu.jalon.intake.draft;

/** What a coordinator does in a review and can undo. */
public enum DraftAct {
  EDIT,
  LEAVE_OUT,
  TAKE_IN,
  SPLIT,
  MERGE,
  MARK,
  THEME,
  TOGETHER
}
