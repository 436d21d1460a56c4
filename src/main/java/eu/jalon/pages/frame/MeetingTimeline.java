package eu.jalon.pages.frame;

import eu.jalon.meeting.Meeting;
import eu.jalon.pages.chart.TimeScale;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The meetings of the series and today as positions on a time line. */
public record MeetingTimeline(List<Milestone> milestones, String today, String todayAnchor) {

  /** Start and end of the line, in hundredths of the picture's width. */
  private static final double START = 5.5;

  private static final double END = 94;

  /** The smallest distance of two labels on one line, in hundredths of the width. */
  private static final double APART = 7;

  /** The kind of a milestone. */
  public enum Kind {
    HELD,
    CONFIRMED,
    PLANNED,
    UNDATED
  }

  /**
   * One meeting.
   *
   * @param at its position, as a percentage of the picture's width
   * @param lower whether its label is on the lower line because the previous one is near
   */
  public record Milestone(Meeting summit, Kind kind, String label, String at, boolean lower) {}

  public static MeetingTimeline of(List<Meeting> summits, LocalDate today) {
    List<Meeting> dated =
        summits.stream()
            .filter(summit -> summit.date() != null)
            .sorted(Comparator.comparing(summit -> summit.heldOn().orElseThrow()))
            .toList();
    LocalDate first =
        dated.isEmpty() || today.isBefore(dateOf(dated.get(0))) ? today : dateOf(dated.get(0));
    LocalDate last = dated.isEmpty() ? today : dateOf(dated.get(dated.size() - 1));
    boolean undated = dated.size() < summits.size();
    LocalDate latest = last.isBefore(today) ? today : last;
    LocalDate end = undated ? latest.plusMonths(9) : latest;
    TimeScale scale = new TimeScale(first, end, START, END);
    List<Milestone> milestones = new ArrayList<>();
    double before = -APART;
    boolean lower = false;
    for (Meeting summit : dated) {
      LocalDate date = dateOf(summit);
      lower = scale.place(date) - before < APART && !lower;
      before = scale.place(date);
      milestones.add(
          new Milestone(
              summit, kindOf(summit), String.valueOf(date.getYear()), scale.percent(date), lower));
    }
    for (Meeting summit : summits) {
      if (summit.date() == null) {
        lower = scale.place(end) - before < APART && !lower;
        milestones.add(new Milestone(summit, Kind.UNDATED, "?", scale.percent(end), lower));
      }
    }
    return new MeetingTimeline(
        List.copyOf(milestones), scale.percent(today), anchor(scale.place(today)));
  }

  private static Kind kindOf(Meeting summit) {
    return switch (summit.status()) {
      case HELD -> Kind.HELD;
      case CONFIRMED -> Kind.CONFIRMED;
      case PLANNED -> Kind.PLANNED;
    };
  }

  private static LocalDate dateOf(Meeting summit) {
    return summit.heldOn().orElseThrow();
  }

  private static String anchor(double place) {
    if (place < 8) {
      return "start";
    }
    return place > 85 ? "end" : "middle";
  }
}
