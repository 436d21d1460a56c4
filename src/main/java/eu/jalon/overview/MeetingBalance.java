package eu.jalon.overview;

import eu.jalon.shared.MeetingId;
import java.util.List;

/**
 * The number of commitments of a meeting by status.
 *
 * @param carriedTo the meetings to which commitments were carried over
 */
public record MeetingBalance(
    MeetingId meeting,
    int fulfilled,
    int open,
    int carriedOver,
    int withdrawn,
    List<Carried> carriedTo) {

  /** The number of commitments carried over to another meeting. */
  public record Carried(MeetingId to, int count) {}

  public MeetingBalance {
    carriedTo = List.copyOf(carriedTo);
  }

  /** Returns the balance of a meeting without commitments. */
  public static MeetingBalance none(MeetingId meeting) {
    return new MeetingBalance(meeting, 0, 0, 0, 0, List.of());
  }

  public int total() {
    return fulfilled + open + carriedOver + withdrawn;
  }
}
