package eu.jalon.intake.tracking;

import eu.jalon.commitment.ProgressStatus;

/**
 * What a tracking sheet says of the progress of a step, with the file and the row it says it in.
 */
public record DraftReport(ProgressStatus status, String text) {

  private static final int LONGEST = 4000;

  static DraftReport of(ProgressStatus status, String remarks, String fileName, int row) {
    String source = "(" + fileName + ", " + row + ")";
    int room = LONGEST - source.length() - 1;
    String said = remarks.length() > room ? remarks.substring(0, room - 1) + "…" : remarks;
    return new DraftReport(status, (said + " " + source).strip());
  }
}
