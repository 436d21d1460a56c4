package eu.jalon.pages.summits;

import eu.jalon.register.Summit;
import eu.jalon.register.SummitBalance;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.OriginId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One summit of the series, with a bar of what became of its commitments. */
record SummitLine(
    Summit summit, SummitBalance balance, List<Segment> segments, List<CarriedTo> carriedTo) {

  /** A count stands in its segment if that is so wide, in hundredths of the longest bar. */
  private static final int ROOM = 4;

  /**
   * The commitments in one state.
   *
   * @param status the state, a term of {@code status}
   * @param x where it begins, as a percentage of the longest bar
   * @param roomy whether its count can stand in it
   */
  record Segment(String status, int count, String x, String width, String middle, boolean roomy) {}

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
              segments(balance, longest),
              balance.carriedTo().stream().map(carried -> carriedTo(carried, byId)).toList()));
    }
    return lines;
  }

  private static CarriedTo carriedTo(SummitBalance.Carried carried, Map<OriginId, Summit> byId) {
    Summit to = byId.get(carried.to());
    String id = carried.to().value();
    return new CarriedTo(to == null ? LocalText.of(id, id) : to.name(), carried.count());
  }

  private record Part(String status, int count) {}

  private static List<Segment> segments(SummitBalance balance, int longest) {
    List<Segment> segments = new ArrayList<>();
    int before = 0;
    for (Part part :
        List.of(
            new Part("FULFILLED", balance.fulfilled()),
            new Part("IN_PROGRESS", balance.open()),
            new Part("CARRIED_OVER", balance.carriedOver()),
            new Part("WITHDRAWN", balance.withdrawn()))) {
      if (part.count() > 0) {
        segments.add(
            new Segment(
                part.status(),
                part.count(),
                percent(before, longest),
                percent(part.count(), longest),
                percent(before + part.count() / 2.0, longest),
                100.0 * part.count() / longest >= ROOM));
        before += part.count();
      }
    }
    return List.copyOf(segments);
  }

  private static String percent(double part, int whole) {
    return String.format(Locale.ROOT, "%.3f%%", 100 * part / whole);
  }
}
