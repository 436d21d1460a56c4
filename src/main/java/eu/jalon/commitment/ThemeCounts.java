package eu.jalon.commitment;

import eu.jalon.meeting.Theme;

/** How the commitments of one theme stand, counted. */
public record ThemeCounts(
    Theme theme, int fulfilled, int onTrack, int atRisk, int blocked, int silent, int overdue) {

  /** All that still count: withdrawn and carried-over ones do not. */
  public int total() {
    return fulfilled + onTrack + atRisk + blocked + silent;
  }
}
