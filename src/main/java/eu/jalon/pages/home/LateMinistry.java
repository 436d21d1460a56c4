package eu.jalon.pages.home;

import eu.jalon.register.MinistryOverdue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How late one ministry is, as a bar of segments, the oldest first. */
record LateMinistry(MinistryOverdue overdue, List<Segment> segments) {

  /** A count stands in its segment if that is so wide, in hundredths of the longest bar. */
  private static final int ROOM = 6;

  /**
   * The overdue action items of one age.
   *
   * @param age the name of the age, a message under {@code overdue.age}
   * @param x where it begins, as a percentage of the longest bar
   * @param roomy whether its count can stand in it
   */
  record Segment(String age, int count, String x, String width, String middle, boolean roomy) {}

  /** The bar of a ministry beside one of the given length. */
  static LateMinistry of(MinistryOverdue overdue, int longest) {
    List<Segment> segments = new ArrayList<>();
    int before = 0;
    for (Part part : parts(overdue)) {
      if (part.count() > 0) {
        segments.add(
            new Segment(
                part.age(),
                part.count(),
                percent(before, longest),
                percent(part.count(), longest),
                percent(before + part.count() / 2.0, longest),
                100.0 * part.count() / longest >= ROOM));
        before += part.count();
      }
    }
    return new LateMinistry(overdue, List.copyOf(segments));
  }

  private record Part(String age, int count) {}

  private static List<Part> parts(MinistryOverdue overdue) {
    return List.of(
        new Part("OVER_SIXTY", overdue.overSixty()),
        new Part("OVER_THIRTY", overdue.overThirty()),
        new Part("OVER_FOURTEEN", overdue.overFourteen()),
        new Part("RECENT", overdue.recent()));
  }

  private static String percent(double part, int whole) {
    return String.format(Locale.ROOT, "%.3f%%", 100 * part / whole);
  }
}
