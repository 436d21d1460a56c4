package eu.jalon.pages.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses the simple conditions of a decision table (FEEL). */
final class FeelCondition {

  private static final Pattern NUMBER = Pattern.compile("(-?\\d{1,4})");
  private static final Pattern BOUND = Pattern.compile("([<>]=?)\\s*(-?\\d{1,4})");
  private static final Pattern INTERVAL =
      Pattern.compile("([\\[\\](])\\s*(-?\\d{1,4})\\s*\\.\\.\\s*(-?\\d{1,4})\\s*([\\[\\])])");
  private static final Pattern EXCEPT = Pattern.compile("not\\s*\\((.*)\\)");
  private static final Pattern QUOTED = Pattern.compile("\"([^\",]+)\"");

  private FeelCondition() {}

  /** Whole numbers, both ends included; absent where there is no end. */
  record Range(@Nullable Integer from, @Nullable Integer to) {}

  /** A list of values, or its complement. */
  record Choice(boolean except, List<String> values) {}

  /** Whether a condition accepts every value. */
  static boolean isAny(String condition) {
    return condition.isBlank() || condition.strip().equals("-");
  }

  /** The ranges of a condition on a number; empty if it is anything else. */
  static Optional<List<Range>> ranges(String condition) {
    List<Range> ranges = new ArrayList<>();
    for (String part : condition.split(",", -1)) {
      Range range = range(part.strip());
      if (range == null) {
        return Optional.empty();
      }
      ranges.add(range);
    }
    return Optional.of(ranges);
  }

  private static @Nullable Range range(String text) {
    Matcher number = NUMBER.matcher(text);
    if (number.matches()) {
      int value = Integer.parseInt(number.group(1));
      return new Range(value, value);
    }
    Matcher bound = BOUND.matcher(text);
    if (bound.matches()) {
      int value = Integer.parseInt(bound.group(2));
      return switch (bound.group(1)) {
        case "<" -> new Range(null, value - 1);
        case "<=" -> new Range(null, value);
        case ">" -> new Range(value + 1, null);
        default -> new Range(value, null);
      };
    }
    Matcher interval = INTERVAL.matcher(text);
    if (!interval.matches()) {
      return null;
    }
    int from = Integer.parseInt(interval.group(2)) + (interval.group(1).equals("[") ? 0 : 1);
    int to = Integer.parseInt(interval.group(3)) - (interval.group(4).equals("]") ? 0 : 1);
    return from <= to ? new Range(from, to) : null;
  }

  /** The values of a condition on a text; empty if it is anything else. */
  static Optional<Choice> choice(String condition) {
    Matcher except = EXCEPT.matcher(condition.strip());
    boolean negated = except.matches();
    List<String> values = new ArrayList<>();
    for (String part : (negated ? except.group(1) : condition).split(",", -1)) {
      Matcher quoted = QUOTED.matcher(part.strip());
      if (!quoted.matches()) {
        return Optional.empty();
      }
      values.add(quoted.group(1));
    }
    return Optional.of(new Choice(negated, values));
  }
}
