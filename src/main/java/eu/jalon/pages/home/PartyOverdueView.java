package eu.jalon.pages.home;

import eu.jalon.actionitem.MinistryOverdue;
import eu.jalon.shared.PartyCode;
import java.util.Comparator;
import java.util.List;

/**
 * The overdue action items of one party's ministries, most items first, then the oldest item.
 *
 * @param worst calendar days since the due date of the oldest item
 */
record PartyOverdueView(
    PartyCode party, int items, int worst, List<MinistryOverdueRow> ministries) {

  /** All parties to one scale, the reader's own first. */
  static List<PartyOverdueView> of(
      List<MinistryOverdue> counted, List<PartyCode> parties, PartyCode own) {
    int longest = counted.stream().mapToInt(MinistryOverdue::items).max().orElse(1);
    return parties.stream()
        .sorted(Comparator.comparing(party -> !party.equals(own)))
        .map(party -> of(party, counted, longest))
        .toList();
  }

  private static PartyOverdueView of(PartyCode party, List<MinistryOverdue> counted, int longest) {
    List<MinistryOverdue> own =
        counted.stream()
            .filter(ministry -> ministry.ministry().party().equals(party))
            .sorted(
                Comparator.comparingInt(MinistryOverdue::items)
                    .thenComparingInt(MinistryOverdue::worst)
                    .reversed()
                    .thenComparing(MinistryOverdue::ministry))
            .toList();
    return new PartyOverdueView(
        party,
        own.stream().mapToInt(MinistryOverdue::items).sum(),
        own.stream().mapToInt(MinistryOverdue::worst).max().orElse(0),
        own.stream().map(ministry -> MinistryOverdueRow.of(ministry, longest)).toList());
  }
}
