package eu.jalon.pages.home;

import eu.jalon.actionitem.MinistryOverdue;
import eu.jalon.pages.chart.StackedBar;
import java.util.List;

/** The overdue items of one ministry as a bar by age, the oldest first. */
record MinistryOverdueRow(MinistryOverdue overdue, StackedBar bar) {

  /** The bar of a ministry beside one of the given length. */
  static MinistryOverdueRow of(MinistryOverdue overdue, int longest) {
    return new MinistryOverdueRow(
        overdue,
        StackedBar.of(
            StackedBar.Style.AGE,
            List.of(
                new StackedBar.Count("OVER_SIXTY", overdue.overSixty()),
                new StackedBar.Count("OVER_THIRTY", overdue.overThirty()),
                new StackedBar.Count("OVER_FOURTEEN", overdue.overFourteen()),
                new StackedBar.Count("RECENT", overdue.recent())),
            longest));
  }
}
