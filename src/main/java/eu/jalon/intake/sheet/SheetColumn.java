package eu.jalon.intake.sheet;

/** What a column of a tracking sheet holds. */
public enum SheetColumn {
  /** Nothing that is taken over. */
  NONE,
  /** The theme of the step. */
  THEME,
  /** The step. */
  STEP,
  /** The step in a second language. */
  TRANSLATION,
  /** Who has to do it; there may be several such columns. */
  OWNER,
  /** The day by which it has to be done. */
  DEADLINE,
  /** Its progress. */
  STATUS,
  /** Remarks; there may be several such columns. */
  REMARKS;

  /** Whether a sheet may have several columns of this kind. */
  boolean isRepeatable() {
    return this == NONE || this == OWNER || this == REMARKS;
  }
}
