package eu.jalon.intake.tracking;

import eu.jalon.commitment.ProgressStatus;

/** The progress of a step in a tracking sheet, with the file and the row. */
public record DraftReport(ProgressStatus status, String text) {

  private static final int LONGEST = 4000;

  static DraftReport of(ProgressStatus status, String remarks, String fileName, int row) {
    String source = "(" + fileName + ", " + row + ")";
    int room = LONGEST - source.length() - 1;
    String said = remarks.length() > room ? remarks.substring(0, room - 1) + "…" : remarks;
    return new DraftReport(status, (said + " " + source).strip());
  }
}
