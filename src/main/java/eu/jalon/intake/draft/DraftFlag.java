package eu.jalon.intake.draft;

/** What a coordinator should look at in a draft. */
public enum DraftFlag {
  /** Its list may be none of steps. */
  UNSURE,
  /** Its words name several days; the last one is proposed. */
  SEVERAL_DATES,
  /** It is longer than a paragraph and may hold several steps. */
  LONG
}
