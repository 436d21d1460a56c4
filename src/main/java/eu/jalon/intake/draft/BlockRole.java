package eu.jalon.intake.draft;

/** What a part of a document is to the review. */
public enum BlockRole {
  /** A step, or several. */
  STEP,
  /** Words that belong to the step before. */
  CONTINUATION,
  /** The title of a theme, which begins here. */
  HEADING,
  /** The review of the past in a theme. */
  EVALUATION,
  /** Nothing that is entered. */
  NOTHING
}
