package eu.jalon.pages.overdue;

import eu.jalon.register.ActionItemView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Overdue items that belong together, worst first.
 *
 * @param key the ministry's code, the theme or the age they share
 */
record OverdueGroup(Object key, int worst, List<Row> rows) {

  /** One item and the calendar days it is overdue. */
  record Row(ActionItemView view, int days, Age age) {}

  /** Groups items that come worst first; so do the groups. */
  static List<OverdueGroup> of(List<ActionItemView> items, Grouping by, LocalDate today) {
    Map<Object, List<Row>> grouped = new LinkedHashMap<>();
    for (ActionItemView view : items) {
      int days = view.item().overdueDays(today);
      grouped
          .computeIfAbsent(by.keyOf(view, today), key -> new ArrayList<>())
          .add(new Row(view, days, Age.of(days)));
    }
    List<OverdueGroup> groups = new ArrayList<>();
    grouped.forEach((key, rows) -> groups.add(new OverdueGroup(key, rows.get(0).days(), rows)));
    return groups;
  }
}
