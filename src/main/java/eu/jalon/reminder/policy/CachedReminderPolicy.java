package eu.jalon.reminder.policy;

import eu.jalon.actionitem.form.Step;
import eu.jalon.commitment.Priority;
import eu.jalon.commitment.Track;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The reminder policy in force, asked once for all situations that it cannot tell apart: words that
 * none of its lines names are one and the same to it.
 */
public final class CachedReminderPolicy {

  private final ReminderPolicy table;
  private final Map<ReminderSituation, PolicyDecision> verdicts = new ConcurrentHashMap<>();
  private final Map<ReminderPolicy.Input, Set<String>> mentioned =
      new EnumMap<>(ReminderPolicy.Input.class);
  private final int horizon;

  CachedReminderPolicy(ReminderPolicy table) {
    this.table = table;
    for (ReminderPolicy.Input input : ReminderPolicy.Input.values()) {
      mentioned.put(input, table.mentioned(input));
    }
    this.horizon = ReminderPolicyCheck.horizon(table);
  }

  public PolicyDecision decide(ReminderSituation situation) {
    return verdicts.computeIfAbsent(like(situation), this::ask);
  }

  private ReminderSituation like(ReminderSituation situation) {
    return new ReminderSituation(
        situation.daysLeft(),
        like(ReminderPolicy.Input.STEP, situation.step(), Step.values(), Step::key),
        like(ReminderPolicy.Input.TRACK, situation.track(), Track.values(), Enum::name),
        like(ReminderPolicy.Input.PRIORITY, situation.priority(), Priority.values(), Enum::name),
        situation.lastProgress());
  }

  private <E> E like(ReminderPolicy.Input input, E value, E[] values, Function<E, String> word) {
    Set<String> named = mentioned.getOrDefault(input, Set.of());
    if (named.contains(word.apply(value))) {
      return value;
    }
    return Arrays.stream(values)
        .filter(other -> !named.contains(word.apply(other)))
        .findFirst()
        .orElse(value);
  }

  private PolicyDecision ask(ReminderSituation situation) {
    List<PolicyDecision> matching = table.matching(situation);
    if (matching.size() != 1) {
      throw new IllegalStateException(matching.size() + " lines match " + situation);
    }
    return matching.get(0);
  }

  /** The most working days ahead at which it gives a reminder. */
  public int horizon() {
    return horizon;
  }

  public List<ReminderPolicy.Line> lines() {
    return table.lines();
  }
}
