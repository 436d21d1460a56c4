package eu.jalon.reminder.policy;

import eu.jalon.actionitem.form.Step;
import eu.jalon.commitment.Priority;
import eu.jalon.commitment.Track;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Evaluates the reminder policy in force and caches the decisions. Input values that no rule
 * mentions are interchangeable, as are the days between two that rules mention, so each group of
 * equivalent situations is evaluated once.
 */
public final class CachedReminderPolicy {

  /** Conditions that compare with whole numbers and compute nothing. */
  private static final Pattern COMPARISONS =
      Pattern.compile("-|(?:(?<!\\d\\s{0,9})-?\\d+|\\.\\.|not|[\\s,<>=()\\[\\]])*");

  private final ReminderPolicy policy;
  private final Map<ReminderSituation, PolicyDecision> decisions = new ConcurrentHashMap<>();
  private final Map<ReminderPolicy.Input, Set<String>> mentioned =
      new EnumMap<>(ReminderPolicy.Input.class);
  private final NavigableSet<Integer> daysMentioned = new TreeSet<>();
  private final boolean daysAreCompared;
  private final int horizon;

  CachedReminderPolicy(ReminderPolicy policy) {
    this.policy = policy;
    for (ReminderPolicy.Input input : ReminderPolicy.Input.values()) {
      mentioned.put(input, policy.mentioned(input));
    }
    mentioned
        .getOrDefault(ReminderPolicy.Input.DAYS_LEFT, Set.of())
        .forEach(number -> daysMentioned.add(Integer.valueOf(number)));
    this.daysAreCompared =
        policy.rules().stream()
            .map(rule -> rule.conditions().getOrDefault(ReminderPolicy.Input.DAYS_LEFT, ""))
            .allMatch(condition -> COMPARISONS.matcher(condition).matches());
    this.horizon = ReminderPolicyCheck.horizon(policy);
  }

  public PolicyDecision decide(ReminderSituation situation) {
    return decisions.computeIfAbsent(representative(situation), this::evaluate);
  }

  private ReminderSituation representative(ReminderSituation situation) {
    return new ReminderSituation(
        representative(situation.daysLeft()),
        representative(ReminderPolicy.Input.STEP, situation.step(), Step.values(), Step::key),
        representative(ReminderPolicy.Input.TRACK, situation.track(), Track.values(), Enum::name),
        representative(
            ReminderPolicy.Input.PRIORITY, situation.priority(), Priority.values(), Enum::name),
        situation.lastProgress());
  }

  private int representative(int days) {
    if (!daysAreCompared || daysMentioned.isEmpty() || daysMentioned.contains(days)) {
      return days;
    }
    Integer before = daysMentioned.lower(days);
    return before == null ? daysMentioned.first() - 1 : before + 1;
  }

  private <E> E representative(
      ReminderPolicy.Input input, E value, E[] values, Function<E, String> key) {
    Set<String> named = mentioned.getOrDefault(input, Set.of());
    if (named.contains(key.apply(value))) {
      return value;
    }
    return Arrays.stream(values)
        .filter(other -> !named.contains(key.apply(other)))
        .findFirst()
        .orElse(value);
  }

  private PolicyDecision evaluate(ReminderSituation situation) {
    List<PolicyDecision> matching = policy.matching(situation);
    if (matching.size() != 1) {
      throw new IllegalStateException(matching.size() + " policy rules match " + situation);
    }
    return matching.get(0);
  }

  /** The most working days before a due date at which the policy asks for a reminder. */
  public int horizon() {
    return horizon;
  }

  public List<PolicyRule> rules() {
    return policy.rules();
  }
}
