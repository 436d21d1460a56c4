package eu.jalon.commitment;

/** The status that a ministry reports. */
public enum ProgressStatus {
  ON_TRACK,
  AT_RISK,
  BLOCKED,
  DONE
}
