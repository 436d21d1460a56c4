package eu.jalon.pages.home;

import eu.jalon.register.ThemeState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The state of one theme as a bar of segments, as long as the theme has commitments. */
record ThemeBar(ThemeState state, List<Segment> segments) {

  /**
   * The commitments in one state.
   *
   * @param name the state, a term of {@code health} or {@code status}
   * @param x where it begins, as a percentage of the longest theme's bar
   */
  record Segment(String name, int count, String x, String width, String middle) {}

  /** A bar for each theme, all to one scale. */
  static List<ThemeBar> of(List<ThemeState> states) {
    int longest = Math.max(1, states.stream().mapToInt(ThemeState::total).max().orElse(1));
    return states.stream().map(state -> of(state, longest)).toList();
  }

  private static ThemeBar of(ThemeState state, int longest) {
    List<Segment> segments = new ArrayList<>();
    int before = 0;
    for (Part part : parts(state)) {
      if (part.count() > 0) {
        segments.add(
            new Segment(
                part.name(),
                part.count(),
                percent(before, longest),
                percent(part.count(), longest),
                percent(before + part.count() / 2.0, longest)));
        before += part.count();
      }
    }
    return new ThemeBar(state, List.copyOf(segments));
  }

  private record Part(String name, int count) {}

  private static List<Part> parts(ThemeState state) {
    return List.of(
        new Part("FULFILLED", state.fulfilled()),
        new Part("ON_TRACK", state.onTrack()),
        new Part("AT_RISK", state.atRisk()),
        new Part("BLOCKED", state.blocked()),
        new Part("SILENT", state.silent()));
  }

  private static String percent(double part, int whole) {
    return String.format(Locale.ROOT, "%.3f%%", 100 * part / whole);
  }
}
