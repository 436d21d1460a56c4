package eu.jalon.pages.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts as segments of one bar, drawn by {@code fragments/chart :: bar}. */
public record StackedBar(Style style, List<Segment> segments) {

  /** Segments drawn with a pattern. */
  private static final Set<String> PATTERNED =
      Set.of("AT_RISK", "SILENT", "CARRIED_OVER", "WITHDRAWN", "OVER_THIRTY", "OVER_FOURTEEN");

  /** The meaning of the segments, which decides their colours and patterns. */
  public enum Style {
    /** Health of commitments. */
    HEALTH("seg", "seg", "fill", 0),

    /** Outcome of the commitments of a meeting. */
    OUTCOME("seg", "end", "end", 4),

    /** How long action items are overdue. */
    AGE("age", "age", "age", 6);

    private final String base;
    private final String prefix;
    private final String patterns;
    private final int room;

    Style(String base, String prefix, String patterns, int room) {
      this.base = base;
      this.prefix = prefix;
      this.patterns = patterns;
      this.room = room;
    }

    /** The CSS classes of a segment. */
    public String classes(String name) {
      return base + " " + prefix + "-" + name;
    }

    /** The CSS classes of a segment's count. */
    public String countClasses(String name) {
      return base + "-count " + prefix + "-count-" + name;
    }

    /** The address of a segment's pattern; null where its class gives it a colour. */
    public @Nullable String fill(String name) {
      return PATTERNED.contains(name) ? "url(#" + patterns + "-" + name + ")" : null;
    }
  }

  /** A count with the name of its segment. */
  public record Count(String name, int number) {}

  /**
   * One segment; a count of zero has none.
   *
   * @param x where it begins, as a percentage of the longest bar
   * @param roomy whether the count fits into the segment
   */
  public record Segment(
      String name, int count, String x, String width, String middle, boolean roomy) {}

  public StackedBar {
    segments = List.copyOf(segments);
  }

  /** A bar drawn to the scale of the longest of several bars. */
  public static StackedBar of(Style style, List<Count> counts, int longest) {
    List<Segment> segments = new ArrayList<>();
    int before = 0;
    for (Count each : counts) {
      int count = each.number();
      if (count > 0) {
        segments.add(
            new Segment(
                each.name(),
                count,
                percent(before, longest),
                percent(count, longest),
                percent(before + count / 2.0, longest),
                100.0 * count / longest >= style.room));
        before += count;
      }
    }
    return new StackedBar(style, segments);
  }

  private static String percent(double part, int whole) {
    return SvgNumber.of(100 * part / whole, 3) + "%";
  }
}
