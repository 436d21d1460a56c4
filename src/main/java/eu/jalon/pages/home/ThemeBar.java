package eu.jalon.pages.home;

import eu.jalon.commitment.Figures;
import eu.jalon.commitment.ThemeCounts;
import eu.jalon.pages.chart.StackedBar;
import java.util.List;

/** The state of one theme as a bar, as long as the theme has commitments. */
record ThemeBar(ThemeCounts state, StackedBar bar) {

  /** A bar for each theme, all to one scale. */
  static List<ThemeBar> of(List<ThemeCounts> states) {
    int longest =
        Math.max(1, states.stream().mapToInt(state -> state.figures().total()).max().orElse(1));
    return states.stream()
        .map(
            state ->
                new ThemeBar(
                    state,
                    StackedBar.of(StackedBar.Style.HEALTH, counts(state.figures()), longest)))
        .toList();
  }

  private static List<StackedBar.Count> counts(Figures state) {
    return List.of(
        new StackedBar.Count("FULFILLED", state.fulfilled()),
        new StackedBar.Count("ON_TRACK", state.onTrack()),
        new StackedBar.Count("AT_RISK", state.atRisk()),
        new StackedBar.Count("BLOCKED", state.blocked()),
        new StackedBar.Count("SILENT", state.silent()));
  }
}
