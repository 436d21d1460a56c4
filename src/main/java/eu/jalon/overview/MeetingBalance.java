package eu.jalon.overview;

import eu.jalon.commitment.Figures;
import eu.jalon.commitment.ThemeCounts;
import eu.jalon.shared.MeetingId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

  /** Sums the counts of the themes of each meeting. */
  static Map<MeetingId, MeetingBalance> of(
      List<ThemeCounts> themes, Map<MeetingId, List<Carried>> carried) {
    return themes.stream()
        .collect(
            Collectors.toMap(
                counts -> counts.theme().meeting(),
                counts -> {
                  MeetingId meeting = counts.theme().meeting();
                  Figures figures = counts.figures();
                  return new MeetingBalance(
                      meeting,
                      figures.fulfilled(),
                      figures.total() - figures.fulfilled(),
                      counts.carriedOver(),
                      counts.withdrawn(),
                      carried.getOrDefault(meeting, List.of()));
                },
                MeetingBalance::plus));
  }

  private MeetingBalance plus(MeetingBalance other) {
    return new MeetingBalance(
        meeting,
        fulfilled + other.fulfilled,
        open + other.open,
        carriedOver + other.carriedOver,
        withdrawn + other.withdrawn,
        carriedTo);
  }

  /** Returns the balance of a meeting without commitments. */
  public static MeetingBalance none(MeetingId meeting) {
    return new MeetingBalance(meeting, 0, 0, 0, 0, List.of());
  }

  public int total() {
    return fulfilled + open + carriedOver + withdrawn;
  }
}
