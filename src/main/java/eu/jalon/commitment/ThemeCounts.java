package eu.jalon.commitment;

import eu.jalon.meeting.Theme;

/** The number of commitments of one theme by status and health. */
public record ThemeCounts(
    Theme theme, int fulfilled, int onTrack, int atRisk, int blocked, int silent, int overdue) {

  /** Returns the total without withdrawn and carried-over commitments. */
  public int total() {
    return fulfilled + onTrack + atRisk + blocked + silent;
  }
}
