package eu.jalon.commitment;

/** The number of commitments by status and health, without carried-over and withdrawn ones. */
public record Figures(
    int fulfilled, int onTrack, int atRisk, int blocked, int silent, int overdue) {

  public int total() {
    return fulfilled + onTrack + atRisk + blocked + silent;
  }
}
