package eu.jalon.overview;

import eu.jalon.shared.MeetingId;
import java.util.List;

/**
 * What became of the commitments that a meeting decided, counted.
 *
 * @param carriedTo where those that were carried over went on
 */
public record MeetingBalance(
    MeetingId origin,
    int fulfilled,
    int open,
    int carriedOver,
    int withdrawn,
    List<Carried> carriedTo) {

  /** How many go on as commitments of another meeting. */
  public record Carried(MeetingId to, int count) {}

  public MeetingBalance {
    carriedTo = List.copyOf(carriedTo);
  }

  /** Of a meeting that decided nothing yet. */
  public static MeetingBalance none(MeetingId origin) {
    return new MeetingBalance(origin, 0, 0, 0, 0, List.of());
  }

  public int total() {
    return fulfilled + open + carriedOver + withdrawn;
  }
}
