package eu.jalon.simulation.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The figures of a run, and the promises it saw broken. */
final class FaultReport {

  private final List<String> rows = new ArrayList<>();
  private final Map<Fault, Integer> faults;
  private final int kills;
  private final DeliveryCheck verdict;

  FaultReport(
      long seed,
      int days,
      long seconds,
      Map<Fault, Integer> faults,
      Disturbances disturbances,
      Cluster cluster,
      Map<String, Integer> outcomes,
      int arrived,
      DeliveryCheck verdict) {
    this.faults = faults;
    this.verdict = verdict;
    this.kills = disturbances.kills().values().stream().mapToInt(Integer::intValue).sum();
    row("seed", seed);
    row("simulated days", days);
    row("seconds", seconds);
    row("nodes killed", kills);
    disturbances.kills().forEach((when, count) -> row("killed " + when, count));
    row("nodes frozen for longer than their lease", freezes(cluster));
    row("nodes that died by themselves", cluster.diedAlone());
    row("restarts of the database", disturbances.restarts().size());
    cluster.clocks().forEach((clock, lives) -> row("lives with a clock " + clock, lives));
    faults.forEach((fault, count) -> row("line: " + fault.words, count));
    outcomes.forEach((status, count) -> row("emails " + status, count));
    row("emails expected", verdict.expected());
    row("emails at the server", arrived);
    row("**lost**", verdict.lost());
    row("doubled", verdict.doubled());
    verdict.explained().forEach((kind, count) -> row("doubled since " + kind.words, count));
    row("**doubled without a reason**", verdict.unexplained());
  }

  int kills() {
    return kills;
  }

  /** The kinds of faults that came on the line. */
  Map<Fault, Integer> faults() {
    return faults;
  }

  List<String> broken() {
    return verdict.broken();
  }

  String text() {
    StringBuilder text = new StringBuilder("# Faults\n\n| what | how many |\n|---|---|\n");
    rows.forEach(row -> text.append(row).append('\n'));
    text.append(verdict.broken().isEmpty() ? "\nEvery promise was kept.\n" : "\nBroken:\n\n");
    verdict.broken().forEach(each -> text.append("- ").append(each).append('\n'));
    return text.toString();
  }

  private static long freezes(Cluster cluster) {
    return cluster.blows().stream().filter(blow -> !blow.killed()).count();
  }

  private void row(String what, Object figure) {
    rows.add("| " + what + " | " + figure + " |");
  }
}
