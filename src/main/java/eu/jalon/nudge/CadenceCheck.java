package eu.jalon.nudge;

import eu.jalon.register.Priority;
import eu.jalon.register.ProgressStatus;
import eu.jalon.register.Step;
import eu.jalon.register.Track;
import eu.jalon.shared.Refusal;
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
 * Tells a sound table of reminders from one that would leave somebody without an answer, or without
 * a reminder of what is overdue.
 *
 * <p>Every situation that the table can tell apart is tried: each number it names with its
 * neighbours, each word it names and one it does not name.
 */
final class CadenceCheck {

  /** An item overdue for so many working days must be told, and again within as many. */
  private static final int SILENT_AT_MOST = 10;

  /** From so many working days overdue on, coordinators must hear. */
  private static final int ESCALATED_FROM = 30;

  private CadenceCheck() {}

  /** Refuses a table that is not sound, naming the situation and the lines. */
  static void check(CadenceTable table) {
    if (table.lines().isEmpty()) {
      throw Refusal.invalid("cadence.empty");
    }
    for (Situation situation : situations(table)) {
      check(situation, only(table, situation));
    }
  }

  private static Verdict only(CadenceTable table, Situation situation) {
    List<Verdict> matching = table.matching(situation);
    if (matching.isEmpty()) {
      throw Refusal.invalid("cadence.gap", words(situation));
    }
    if (matching.size() > 1) {
      throw Refusal.invalid(
          "cadence.overlap",
          words(situation),
          matching.stream().map(Verdict::rule).collect(Collectors.joining(", ")));
    }
    return matching.get(0);
  }

  private static void check(Situation situation, Verdict verdict) {
    if (situation.daysLeft() == Situation.FARTHEST && verdict.nudge()) {
      throw Refusal.invalid("cadence.endless", words(situation), verdict.rule());
    }
    int overdue = -situation.daysLeft();
    if (overdue < SILENT_AT_MOST) {
      return;
    }
    if (!verdict.nudge() || verdict.repeat() < 1 || verdict.repeat() > SILENT_AT_MOST) {
      throw Refusal.invalid("cadence.silent", words(situation), verdict.rule(), SILENT_AT_MOST);
    }
    boolean told =
        verdict.alsoHear().contains(Hearer.COORDINATOR)
            || verdict.alsoHear().contains(Hearer.BOTH_COORDINATORS);
    if (overdue >= ESCALATED_FROM && !told) {
      throw Refusal.invalid("cadence.unescalated", words(situation), verdict.rule());
    }
  }

  /** The most working days ahead that a sound table tells from those beyond, where it is silent. */
  static int horizon(CadenceTable table) {
    return table.mentioned(CadenceTable.Input.DAYS_LEFT).stream()
        .mapToInt(Integer::parseInt)
        .max()
        .orElse(0);
  }

  private static List<Situation> situations(CadenceTable table) {
    List<Situation> all = new ArrayList<>();
    for (int days : days(table)) {
      for (Step step : named(table, CadenceTable.Input.STEP, Step.values(), Step::key)) {
        for (Track track : named(table, CadenceTable.Input.TRACK, Track.values(), Enum::name)) {
          for (Priority priority : priorities(table)) {
            for (Optional<ProgressStatus> progress : progress(table)) {
              all.add(new Situation(days, step, track, priority, orNull(progress)));
            }
          }
        }
      }
    }
    return all;
  }

  private static List<Priority> priorities(CadenceTable table) {
    return named(table, CadenceTable.Input.PRIORITY, Priority.values(), Enum::name);
  }

  private static @Nullable ProgressStatus orNull(Optional<ProgressStatus> progress) {
    return progress.orElse(null);
  }

  private static SortedSet<Integer> days(CadenceTable table) {
    SortedSet<Integer> days = new TreeSet<>();
    days.addAll(List.of(-Situation.FARTHEST, -ESCALATED_FROM, -SILENT_AT_MOST, 0));
    days.add(Situation.FARTHEST);
    for (String number : table.mentioned(CadenceTable.Input.DAYS_LEFT)) {
      int day = Integer.parseInt(number);
      if (Math.abs(day) >= Situation.FARTHEST) {
        throw Refusal.invalid("cadence.far", day, Situation.FARTHEST);
      }
      days.addAll(List.of(day - 1, day, day + 1));
    }
    return days;
  }

  private static List<Optional<ProgressStatus>> progress(CadenceTable table) {
    List<Optional<ProgressStatus>> all =
        named(table, CadenceTable.Input.LAST_PROGRESS, ProgressStatus.values(), Enum::name, "NONE")
            .stream()
            .map(Optional::of)
            .collect(Collectors.toCollection(ArrayList::new));
    all.add(Optional.empty());
    return all;
  }

  /** The values that the table names, and one that it does not. */
  private static <E> List<E> named(
      CadenceTable table,
      CadenceTable.Input input,
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
              throw Refusal.invalid("cadence.word", text, input.key());
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

  private static String words(Situation s) {
    return "daysLeft=%d, step=%s, track=%s, priority=%s, lastProgress=%s"
        .formatted(s.daysLeft(), s.step().key(), s.track(), s.priority(), s.progress());
  }
}
