package eu.jalon.nudge;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The table of reminders in force, asked once for each distinct situation. */
final class Cadence {

  private final CadenceTable table;
  private final Map<Situation, Verdict> verdicts = new ConcurrentHashMap<>();
  private final int horizon;

  Cadence(CadenceTable table) {
    this.table = table;
    this.horizon = CadenceCheck.horizon(table);
  }

  Verdict decide(Situation situation) {
    return verdicts.computeIfAbsent(situation, this::ask);
  }

  private Verdict ask(Situation situation) {
    List<Verdict> matching = table.matching(situation);
    if (matching.size() != 1) {
      throw new IllegalStateException(matching.size() + " lines match " + situation);
    }
    return matching.get(0);
  }

  /** The most working days ahead at which it gives a nudge. */
  int horizon() {
    return horizon;
  }

  List<CadenceTable.Line> lines() {
    return table.lines();
  }
}
