package eu.jalon.nudge;

import eu.jalon.register.Priority;
import eu.jalon.register.Step;
import eu.jalon.register.Track;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The table of reminders in force, asked once for all situations that it cannot tell apart: words
 * that none of its lines names are one and the same to it.
 */
final class Cadence {

  private final CadenceTable table;
  private final Map<Situation, Verdict> verdicts = new ConcurrentHashMap<>();
  private final Map<CadenceTable.Input, Set<String>> mentioned =
      new EnumMap<>(CadenceTable.Input.class);
  private final int horizon;

  Cadence(CadenceTable table) {
    this.table = table;
    for (CadenceTable.Input input : CadenceTable.Input.values()) {
      mentioned.put(input, table.mentioned(input));
    }
    this.horizon = CadenceCheck.horizon(table);
  }

  Verdict decide(Situation situation) {
    return verdicts.computeIfAbsent(like(situation), this::ask);
  }

  private Situation like(Situation situation) {
    return new Situation(
        situation.daysLeft(),
        like(CadenceTable.Input.STEP, situation.step(), Step.values(), Step::key),
        like(CadenceTable.Input.TRACK, situation.track(), Track.values(), Enum::name),
        like(CadenceTable.Input.PRIORITY, situation.priority(), Priority.values(), Enum::name),
        situation.lastProgress());
  }

  private <E> E like(CadenceTable.Input input, E value, E[] values, Function<E, String> word) {
    Set<String> named = mentioned.getOrDefault(input, Set.of());
    if (named.contains(word.apply(value))) {
      return value;
    }
    return Arrays.stream(values)
        .filter(other -> !named.contains(word.apply(other)))
        .findFirst()
        .orElse(value);
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
