package eu.jalon.pages.home;

import eu.jalon.register.MinistryOverdue;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How late one ministry is.
 *
 * @param width the length of its bar, as a percentage of the longest
 */
record LateMinistry(MinistryOverdue overdue, String width) {

  /** The ministries with something overdue, most items first, then the oldest item. */
  static List<LateMinistry> of(List<MinistryOverdue> counted) {
    int most = counted.stream().mapToInt(MinistryOverdue::items).max().orElse(1);
    return counted.stream()
        .sorted(
            Comparator.comparingInt(MinistryOverdue::items)
                .thenComparingInt(MinistryOverdue::worst)
                .reversed())
        .map(
            ministry ->
                new LateMinistry(
                    ministry,
                    String.format(Locale.ROOT, "%.2f%%", 100.0 * ministry.items() / most)))
        .toList();
  }
}
