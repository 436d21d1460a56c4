package eu.jalon.pages.home;

import eu.jalon.actionitem.MinistryOverdue;
import eu.jalon.shared.Country;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The overdue action items of one country's ministries, most items first, then the oldest item.
 *
 * @param worst calendar days since the due date of the oldest item
 */
record CountryOverdueView(
    Country country, int items, int worst, List<MinistryOverdueRow> ministries) {

  /** Both countries to one scale, the reader's own first. */
  static List<CountryOverdueView> of(List<MinistryOverdue> counted, Country own) {
    int longest = counted.stream().mapToInt(MinistryOverdue::items).max().orElse(1);
    return Arrays.stream(Country.values())
        .sorted(Comparator.comparing(country -> country != own))
        .map(country -> of(country, counted, longest))
        .toList();
  }

  private static CountryOverdueView of(
      Country country, List<MinistryOverdue> counted, int longest) {
    List<MinistryOverdue> own =
        counted.stream()
            .filter(ministry -> ministry.ministry().country() == country)
            .sorted(
                Comparator.comparingInt(MinistryOverdue::items)
                    .thenComparingInt(MinistryOverdue::worst)
                    .reversed()
                    .thenComparing(MinistryOverdue::ministry))
            .toList();
    return new CountryOverdueView(
        country,
        own.stream().mapToInt(MinistryOverdue::items).sum(),
        own.stream().mapToInt(MinistryOverdue::worst).max().orElse(0),
        own.stream().map(ministry -> MinistryOverdueRow.of(ministry, longest)).toList());
  }
}
