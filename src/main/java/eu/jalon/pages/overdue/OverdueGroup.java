package eu.jalon.pages.overdue;

import eu.jalon.actionitem.ActionItemView;
import eu.jalon.overview.overdue.Overdue;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Overdue items that belong together, as far as they are on the page, the oldest first.
 *
 * @param whole the group on all pages
 */
record OverdueGroup(Overdue.Group whole, List<OverdueRow> rows) {

  /** One item, for the values that all share. */
  public ActionItemView example() {
    return rows.get(0).view();
  }

  /** Groups the rows of a page, which are sorted by group. */
  static List<OverdueGroup> of(
      List<OverdueRow> rows, List<Overdue.Group> groups, Overdue.By by, LocalDate today) {
    Map<String, List<OverdueRow>> byKey =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> by.keyOf(row.view(), today), LinkedHashMap::new, Collectors.toList()));
    return groups.stream()
        .filter(group -> byKey.containsKey(group.key()))
        .map(group -> new OverdueGroup(group, byKey.getOrDefault(group.key(), List.of())))
        .toList();
  }
}
