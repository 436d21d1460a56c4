package eu.jalon.commitment;

import java.util.Collection;

/** The health of a commitment, computed from the last report of each ministry. */
public enum Health {
  ON_TRACK,
  AT_RISK,
  BLOCKED,
  SILENT;

  /** Returns the worst of the last reports; {@code SILENT} if there is none. */
  public static Health of(Collection<ProgressStatus> lastReports) {
    if (lastReports.isEmpty()) {
      return SILENT;
    }
    if (lastReports.contains(ProgressStatus.BLOCKED)) {
      return BLOCKED;
    }
    return lastReports.contains(ProgressStatus.AT_RISK) ? AT_RISK : ON_TRACK;
  }
}
