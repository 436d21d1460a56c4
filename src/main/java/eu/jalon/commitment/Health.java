package eu.jalon.commitment;

import java.util.Collection;

/** How a commitment fares, going by the last report of each side. */
public enum Health {
  ON_TRACK,
  AT_RISK,
  BLOCKED,
  SILENT;

  /** The worst of the sides' last reports; silent while nobody reported. */
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
