package eu.jalon.pages.meetings;

import eu.jalon.meeting.Meeting;
import eu.jalon.overview.MeetingBalance;
import eu.jalon.pages.chart.StackedBar;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One summit of the series, with a bar of the outcomes of its commitments. */
record MeetingRow(
    Meeting summit, MeetingBalance balance, StackedBar bar, List<CarriedTo> carriedTo) {

  /**
   * The number of commitments carried over to a meeting, which is shown by its id if it has no
   * name.
   */
  record CarriedTo(LocalText name, int count) {}

  /** A row for each summit, in the given order, all to one scale. */
  static List<MeetingRow> of(List<Meeting> summits, Map<MeetingId, MeetingBalance> balances) {
    Map<MeetingId, Meeting> byId =
        summits.stream().collect(Collectors.toMap(Meeting::id, Function.identity()));
    List<MeetingBalance> shown =
        summits.stream()
            .map(summit -> balances.getOrDefault(summit.id(), MeetingBalance.none(summit.id())))
            .toList();
    int longest = Math.max(1, shown.stream().mapToInt(MeetingBalance::total).max().orElse(1));
    List<MeetingRow> lines = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      MeetingBalance balance = shown.get(i);
      lines.add(
          new MeetingRow(
              summits.get(i),
              balance,
              bar(balance, longest),
              balance.carriedTo().stream().map(carried -> carriedTo(carried, byId)).toList()));
    }
    return lines;
  }

  private static CarriedTo carriedTo(MeetingBalance.Carried carried, Map<MeetingId, Meeting> byId) {
    Meeting to = byId.get(carried.to());
    String id = carried.to().value();
    return new CarriedTo(to == null ? LocalText.same(id) : to.name(), carried.count());
  }

  private static StackedBar bar(MeetingBalance balance, int longest) {
    return StackedBar.of(
        StackedBar.Style.OUTCOME,
        List.of(
            new StackedBar.Count("FULFILLED", balance.fulfilled()),
            new StackedBar.Count("IN_PROGRESS", balance.open()),
            new StackedBar.Count("CARRIED_OVER", balance.carriedOver()),
            new StackedBar.Count("WITHDRAWN", balance.withdrawn())),
        longest);
  }
}
