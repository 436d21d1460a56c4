package eu.jalon.pages.policy;

import eu.jalon.actionitem.form.Step;
import eu.jalon.commitment.Priority;
import eu.jalon.commitment.ProgressStatus;
import eu.jalon.commitment.Track;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.reminder.policy.PolicyRule;
import eu.jalon.reminder.policy.ReminderPolicy.Input;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Describes the lines of the reminder policy in the language of the page. */
@Component
public class PolicyDescriber {

  /** The value of the policy for a missing report. */
  private static final String NO_REPORT = "NONE";

  private final PageFormatter format;
  private final DaysLeftDescriber days;

  PolicyDescriber(PageFormatter format) {
    this.format = format;
    this.days = new DaysLeftDescriber(format);
  }

  /**
   * One condition.
   *
   * @param spoken the description; absent if the condition cannot be described
   */
  public record Condition(Input input, @Nullable String spoken, String raw) {}

  /**
   * A described line.
   *
   * @param when the condition on the days that are left
   * @param others the other conditions that restrict the line
   */
  public record Spoken(PolicyRule line, Condition when, List<Condition> others) {}

  public Spoken spoken(PolicyRule line) {
    return new Spoken(
        line,
        condition(line, Input.DAYS_LEFT),
        Stream.of(Input.STEP, Input.TRACK, Input.PRIORITY, Input.LAST_PROGRESS)
            .filter(input -> !FeelCondition.isAny(raw(line, input)))
            .map(input -> condition(line, input))
            .toList());
  }

  private static String raw(PolicyRule line, Input input) {
    return line.conditions().getOrDefault(input, "");
  }

  private Condition condition(PolicyRule line, Input input) {
    String raw = raw(line, input);
    Optional<String> spoken = input == Input.DAYS_LEFT ? days.spoken(raw) : spoken(input, raw);
    return new Condition(input, spoken.orElse(null), raw);
  }

  private Optional<String> spoken(Input input, String raw) {
    return FeelCondition.choice(raw)
        .flatMap(
            choice ->
                allSpoken(choice.values(), value -> word(input, value))
                    .map(this::either)
                    .map(
                        text -> choice.except() ? format.message("condition.except", text) : text));
  }

  private static Optional<List<String>> allSpoken(
      List<String> values, Function<String, Optional<String>> word) {
    List<String> found = values.stream().map(word).flatMap(Optional::stream).toList();
    return found.size() == values.size() ? Optional.of(found) : Optional.empty();
  }

  private String either(List<String> texts) {
    return texts.stream()
        .reduce((one, other) -> format.message("condition.or", one, other))
        .orElseThrow();
  }

  private Optional<String> word(Input input, String value) {
    return switch (input) {
      case STEP -> term("step", value, Arrays.stream(Step.values()).map(Step::key));
      case TRACK -> term("track", value, names(Track.values()));
      case PRIORITY -> term("priority", value, names(Priority.values()));
      case LAST_PROGRESS ->
          value.equals(NO_REPORT)
              ? Optional.of(format.message("condition.noReport"))
              : term("progress", value, names(ProgressStatus.values()));
      case DAYS_LEFT -> Optional.empty();
    };
  }

  private Optional<String> term(String family, String value, Stream<String> known) {
    return known.anyMatch(value::equals)
        ? Optional.of(format.term(family, value))
        : Optional.empty();
  }

  private static Stream<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name);
  }
}
