package eu.jalon.pages.home;

import eu.jalon.register.Summit;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The meetings of the series as milestones along a line, in true proportion, with today among them.
 */
record Road(List<Milestone> milestones, String today, String todayAnchor) {

  /** Where the line begins and ends, in hundredths of the picture's width. */
  private static final double START = 5.5;

  private static final double END = 94;

  /** What stands at a place of the line. */
  enum Kind {
    HELD,
    NEXT,
    UNDATED
  }

  /**
   * One meeting.
   *
   * @param at its place, as a percentage of the picture's width
   */
  record Milestone(Summit summit, Kind kind, String label, String at) {}

  static Road of(List<Summit> summits, LocalDate today) {
    List<Summit> dated =
        summits.stream()
            .filter(summit -> summit.date() != null)
            .sorted(Comparator.comparing(summit -> summit.heldOn().orElseThrow()))
            .toList();
    LocalDate first = dated.isEmpty() ? today : dateOf(dated.get(0));
    LocalDate last = dated.isEmpty() ? today : dateOf(dated.get(dated.size() - 1));
    boolean undated = dated.size() < summits.size();
    LocalDate end = undated ? today.plusMonths(9) : last.isBefore(today) ? today : last;
    Scale scale = new Scale(first, end);
    List<Milestone> milestones = new ArrayList<>();
    for (Summit summit : dated) {
      LocalDate date = dateOf(summit);
      Kind kind = summit.status() == Summit.Status.HELD ? Kind.HELD : Kind.NEXT;
      milestones.add(new Milestone(summit, kind, String.valueOf(date.getYear()), scale.at(date)));
    }
    summits.stream()
        .filter(summit -> summit.date() == null)
        .findFirst()
        .ifPresent(
            summit -> milestones.add(new Milestone(summit, Kind.UNDATED, "?", scale.at(end))));
    return new Road(List.copyOf(milestones), scale.at(today), scale.anchor(today));
  }

  private static LocalDate dateOf(Summit summit) {
    return summit.heldOn().orElseThrow();
  }

  private record Scale(LocalDate from, LocalDate to) {

    String at(LocalDate date) {
      return String.format(Locale.ROOT, "%.2f%%", place(date));
    }

    String anchor(LocalDate date) {
      double place = place(date);
      if (place < 8) {
        return "start";
      }
      return place > 85 ? "end" : "middle";
    }

    private double place(LocalDate date) {
      double whole = Math.max(1, ChronoUnit.DAYS.between(from, to));
      double part = Math.min(1, Math.max(0, ChronoUnit.DAYS.between(from, date) / whole));
      return START + part * (END - START);
    }
  }
}
