package eu.jalon.commitment;

/** What a progress report says of one side's work. */
public enum ProgressStatus {
  ON_TRACK,
  AT_RISK,
  BLOCKED,
  DONE
}
