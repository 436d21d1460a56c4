package eu.jalon.pages.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts as segments of one bar, drawn by {@code fragments/chart :: bar}. */
public record StackedBar(Style style, List<Segment> segments) {

  /** What is told from its neighbours by a pattern. */
  private static final Set<String> PATTERNED =
      Set.of("AT_RISK", "SILENT", "CARRIED_OVER", "WITHDRAWN", "OVER_THIRTY", "OVER_FOURTEEN");

  /** What the segments mean, which decides their colours and patterns. */
  public enum Style {
    /** How far commitments are. */
    HEALTH("seg", "seg", "fill", 0),

    /** What became of the commitments of a meeting. */
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

  /** A number of things of one name. */
  public record Count(String name, int number) {}

  /**
   * The things of one name; none where there are none.
   *
   * @param x where it begins, as a percentage of the longest bar
   * @param roomy whether its count fits into it
   */
  public record Segment(
      String name, int count, String x, String width, String middle, boolean roomy) {}

  public StackedBar {
    segments = List.copyOf(segments);
  }

  /** A bar of counts beside others, of which the longest has the given length. */
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
    return String.format(Locale.ROOT, "%.3f%%", 100 * part / whole);
  }
}
