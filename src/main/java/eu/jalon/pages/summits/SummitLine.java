package eu.jalon.pages.summits;

import eu.jalon.pages.chart.StackedBar;
import eu.jalon.register.Summit;
import eu.jalon.register.SummitBalance;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.OriginId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One summit of the series, with a bar of what became of its commitments. */
record SummitLine(Summit summit, SummitBalance balance, StackedBar bar, List<CarriedTo> carriedTo) {

  /** How many were carried over to a meeting; one without a name bears its id. */
  record CarriedTo(LocalText name, int count) {}

  /** A line for each summit, in the given order, all to one scale. */
  static List<SummitLine> of(List<Summit> summits, Map<OriginId, SummitBalance> balances) {
    Map<OriginId, Summit> byId =
        summits.stream().collect(Collectors.toMap(Summit::id, Function.identity()));
    List<SummitBalance> shown =
        summits.stream()
            .map(summit -> balances.getOrDefault(summit.id(), SummitBalance.none(summit.id())))
            .toList();
    int longest = Math.max(1, shown.stream().mapToInt(SummitBalance::total).max().orElse(1));
    List<SummitLine> lines = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      SummitBalance balance = shown.get(i);
      lines.add(
          new SummitLine(
              summits.get(i),
              balance,
              bar(balance, longest),
              balance.carriedTo().stream().map(carried -> carriedTo(carried, byId)).toList()));
    }
    return lines;
  }

  private static CarriedTo carriedTo(SummitBalance.Carried carried, Map<OriginId, Summit> byId) {
    Summit to = byId.get(carried.to());
    String id = carried.to().value();
    return new CarriedTo(to == null ? LocalText.of(id, id) : to.name(), carried.count());
  }

  private static StackedBar bar(SummitBalance balance, int longest) {
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
