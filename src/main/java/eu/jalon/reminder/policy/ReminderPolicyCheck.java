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
 * Tells a sound reminder policy from one that would leave somebody without an answer, or without a
 * reminder of what is overdue.
 *
 * <p>Every situation that the table can tell apart is tried: each number it names with its
 * neighbours, each word it names and one it does not name.
 */
final class ReminderPolicyCheck {

  /** An item overdue for so many working days must be told, and again within as many. */
  private static final int SILENT_AT_MOST = 10;

  /** From so many working days overdue on, coordinators must hear. */
  private static final int ESCALATED_FROM = 30;

  private ReminderPolicyCheck() {}

  /** Refuses a table that is not sound, naming the situation and the lines. */
  static void check(ReminderPolicy table) {
    if (table.lines().isEmpty()) {
      throw ValidationError.invalid("policy.empty");
    }
    for (ReminderSituation situation : situations(table)) {
      check(situation, only(table, situation));
    }
  }

  private static PolicyDecision only(ReminderPolicy table, ReminderSituation situation) {
    List<PolicyDecision> matching = table.matching(situation);
    if (matching.isEmpty()) {
      throw ValidationError.invalid("policy.gap", words(situation));
    }
    if (matching.size() > 1) {
      throw ValidationError.invalid(
          "policy.overlap",
          words(situation),
          matching.stream().map(PolicyDecision::rule).collect(Collectors.joining(", ")));
    }
    return matching.get(0);
  }

  private static void check(ReminderSituation situation, PolicyDecision verdict) {
    if (situation.daysLeft() == ReminderSituation.FARTHEST && verdict.remind()) {
      throw ValidationError.invalid("policy.endless", words(situation), verdict.rule());
    }
    int overdue = -situation.daysLeft();
    if (overdue < SILENT_AT_MOST) {
      return;
    }
    if (!verdict.remind() || verdict.repeat() < 1 || verdict.repeat() > SILENT_AT_MOST) {
      throw ValidationError.invalid(
          "policy.silent", words(situation), verdict.rule(), SILENT_AT_MOST);
    }
    boolean told =
        verdict.alsoHear().contains(CopyRecipient.COORDINATOR)
            || verdict.alsoHear().contains(CopyRecipient.BOTH_COORDINATORS);
    if (overdue >= ESCALATED_FROM && !told) {
      throw ValidationError.invalid("policy.unescalated", words(situation), verdict.rule());
    }
  }

  /** The most working days ahead that a sound table tells from those beyond, where it is silent. */
  static int horizon(ReminderPolicy table) {
    return table.mentioned(ReminderPolicy.Input.DAYS_LEFT).stream()
        .mapToInt(Integer::parseInt)
        .max()
        .orElse(0);
  }

  private static List<ReminderSituation> situations(ReminderPolicy table) {
    List<ReminderSituation> all = new ArrayList<>();
    for (int days : days(table)) {
      for (Step step : named(table, ReminderPolicy.Input.STEP, Step.values(), Step::key)) {
        for (Track track : named(table, ReminderPolicy.Input.TRACK, Track.values(), Enum::name)) {
          for (Priority priority : priorities(table)) {
            for (Optional<ProgressStatus> progress : progress(table)) {
              all.add(new ReminderSituation(days, step, track, priority, orNull(progress)));
            }
          }
        }
      }
    }
    return all;
  }

  private static List<Priority> priorities(ReminderPolicy table) {
    return named(table, ReminderPolicy.Input.PRIORITY, Priority.values(), Enum::name);
  }

  private static @Nullable ProgressStatus orNull(Optional<ProgressStatus> progress) {
    return progress.orElse(null);
  }

  private static SortedSet<Integer> days(ReminderPolicy table) {
    SortedSet<Integer> days = new TreeSet<>();
    days.addAll(List.of(-ReminderSituation.FARTHEST, -ESCALATED_FROM, -SILENT_AT_MOST, 0));
    days.add(ReminderSituation.FARTHEST);
    for (String number : table.mentioned(ReminderPolicy.Input.DAYS_LEFT)) {
      int day = Integer.parseInt(number);
      if (Math.abs(day) >= ReminderSituation.FARTHEST) {
        throw ValidationError.invalid("policy.far", day, ReminderSituation.FARTHEST);
      }
      days.addAll(List.of(day - 1, day, day + 1));
    }
    return days;
  }

  private static List<Optional<ProgressStatus>> progress(ReminderPolicy table) {
    List<Optional<ProgressStatus>> all =
        named(
                table,
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

  /** The values that the table names, and one that it does not. */
  private static <E> List<E> named(
      ReminderPolicy table,
      ReminderPolicy.Input input,
      E[] values,
      Function<? super E, String> word,
      String... otherWords) {
    Set<String> mentioned = table.mentioned(input);
    Set<String> known = Arrays.stream(values).map(word).collect(Collectors.toSet());
    known.addAll(List.of(otherWords));
    mentioned.stream()
        .filter(text -> !known.contains(text))
        .findFirst()
        .ifPresent(
            text -> {
              throw ValidationError.invalid("policy.word", text, input.key());
            });
    List<E> named =
        Arrays.stream(values)
            .filter(value -> mentioned.contains(word.apply(value)))
            .collect(Collectors.toCollection(ArrayList::new));
    Arrays.stream(values)
        .filter(value -> !mentioned.contains(word.apply(value)))
        .findFirst()
        .ifPresent(named::add);
    return named;
  }

  private static String words(ReminderSituation s) {
    return "daysLeft=%d, step=%s, track=%s, priority=%s, lastProgress=%s"
        .formatted(s.daysLeft(), s.step().key(), s.track(), s.priority(), s.progress());
  }
}
