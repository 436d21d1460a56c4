package eu.jalon.reminder.policy;

import eu.jalon.actionitem.form.Step;
import eu.jalon.commitment.Priority;
import eu.jalon.commitment.ProgressStatus;
import eu.jalon.commitment.Track;
import eu.jalon.shared.ValidationError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Validates a reminder policy: every situation has exactly one rule, and overdue items are always
 * reminded of and escalated.
 *
 * <p>All situations that the table can distinguish are tested: each number it mentions with its
 * neighbours, each string it mentions and one that it does not mention.
 */
public final class ReminderPolicyCheck {

  /** From this many working days overdue on, a reminder is due, repeated within as many. */
  private static final int MAX_DAYS_WITHOUT_REMINDER = 10;

  /** From this many working days overdue on, coordinators must be reminded. */
  private static final int ESCALATED_FROM = 30;

  private ReminderPolicyCheck() {}

  /**
   * Checks all situations.
   *
   * @throws ValidationError naming the situation and the rules, if the policy is not valid
   */
  public static void check(ReminderPolicy policy) {
    if (policy.rules().isEmpty()) {
      throw ValidationError.invalid("policy.empty");
    }
    for (ReminderSituation situation : situations(policy)) {
      check(situation, onlyMatch(policy, situation));
    }
  }

  private static PolicyDecision onlyMatch(ReminderPolicy policy, ReminderSituation situation) {
    List<PolicyDecision> matching = policy.matching(situation);
    if (matching.isEmpty()) {
      throw ValidationError.invalid("policy.gap", describe(situation));
    }
    if (matching.size() > 1) {
      throw ValidationError.invalid(
          "policy.overlap",
          describe(situation),
          matching.stream().map(PolicyDecision::rule).collect(Collectors.joining(", ")));
    }
    return matching.get(0);
  }

  private static void check(ReminderSituation situation, PolicyDecision decision) {
    if (situation.daysLeft() == ReminderSituation.MAX_DAYS && decision.remind()) {
      throw ValidationError.invalid("policy.endless", describe(situation), decision.rule());
    }
    int overdue = -situation.daysLeft();
    if (overdue >= MAX_DAYS_WITHOUT_REMINDER && !isRepeatedInTime(decision)) {
      throw ValidationError.invalid(
          "policy.silent", describe(situation), decision.rule(), MAX_DAYS_WITHOUT_REMINDER);
    }
    if (overdue >= ESCALATED_FROM && !isEscalated(decision)) {
      throw ValidationError.invalid("policy.unescalated", describe(situation), decision.rule());
    }
  }

  private static boolean isRepeatedInTime(PolicyDecision decision) {
    return decision.remind()
        && decision.repeat() >= 1
        && decision.repeat() <= MAX_DAYS_WITHOUT_REMINDER;
  }

  private static boolean isEscalated(PolicyDecision decision) {
    return decision.copyTo().contains(CopyRecipient.COORDINATOR)
        || decision.copyTo().contains(CopyRecipient.ALL_COORDINATORS);
  }

  /** The highest number of days mentioned; a valid policy has no reminder beyond it. */
  static int horizon(ReminderPolicy policy) {
    return policy.mentioned(ReminderPolicy.Input.DAYS_LEFT).stream()
        .mapToInt(Integer::parseInt)
        .max()
        .orElse(0);
  }

  private static List<ReminderSituation> situations(ReminderPolicy policy) {
    List<ReminderSituation> all = new ArrayList<>();
    for (int days : days(policy)) {
      for (Step step : relevant(policy, ReminderPolicy.Input.STEP, Step.values(), Step::key)) {
        for (Track track :
            relevant(policy, ReminderPolicy.Input.TRACK, Track.values(), Enum::name)) {
          for (Priority priority :
              relevant(policy, ReminderPolicy.Input.PRIORITY, Priority.values(), Enum::name)) {
            for (Optional<ProgressStatus> progress : progress(policy)) {
              all.add(new ReminderSituation(days, step, track, priority, orNull(progress)));
            }
          }
        }
      }
    }
    return all;
  }

  private static @Nullable ProgressStatus orNull(Optional<ProgressStatus> progress) {
    return progress.orElse(null);
  }

  private static SortedSet<Integer> days(ReminderPolicy policy) {
    SortedSet<Integer> days = new TreeSet<>();
    days.addAll(
        List.of(-ReminderSituation.MAX_DAYS, -ESCALATED_FROM, -MAX_DAYS_WITHOUT_REMINDER, 0));
    days.add(ReminderSituation.MAX_DAYS);
    for (String number : policy.mentioned(ReminderPolicy.Input.DAYS_LEFT)) {
      int day = Integer.parseInt(number);
      if (Math.abs(day) >= ReminderSituation.MAX_DAYS) {
        throw ValidationError.invalid("policy.far", day, ReminderSituation.MAX_DAYS);
      }
      days.addAll(List.of(day - 1, day, day + 1));
    }
    return days;
  }

  private static List<Optional<ProgressStatus>> progress(ReminderPolicy policy) {
    List<Optional<ProgressStatus>> all =
        relevant(
                policy,
                ReminderPolicy.Input.LAST_PROGRESS,
                ProgressStatus.values(),
                Enum::name,
                "NONE")
            .stream()
            .map(Optional::of)
            .collect(Collectors.toCollection(ArrayList::new));
    all.add(Optional.empty());
    return all;
  }

  /** The values that the policy mentions, and one that it does not mention. */
  private static <E> List<E> relevant(
      ReminderPolicy policy,
      ReminderPolicy.Input input,
      E[] values,
      Function<? super E, String> key,
      String... otherKeys) {
    Set<String> mentioned = policy.mentioned(input);
    Set<String> known = Arrays.stream(values).map(key).collect(Collectors.toSet());
    known.addAll(List.of(otherKeys));
    mentioned.stream()
        .filter(text -> !known.contains(text))
        .findFirst()
        .ifPresent(
            text -> {
              throw ValidationError.invalid("policy.word", text, input.key());
            });
    List<E> relevant =
        Arrays.stream(values)
            .filter(value -> mentioned.contains(key.apply(value)))
            .collect(Collectors.toCollection(ArrayList::new));
    Arrays.stream(values)
        .filter(value -> !mentioned.contains(key.apply(value)))
        .findFirst()
        .ifPresent(relevant::add);
    return relevant;
  }

  private static String describe(ReminderSituation s) {
    return "daysLeft=%d, step=%s, track=%s, priority=%s, lastProgress=%s"
        .formatted(s.daysLeft(), s.step().key(), s.track(), s.priority(), s.progress());
  }
}
