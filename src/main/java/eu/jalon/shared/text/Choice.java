package eu.jalon.shared.text;

import eu.jalon.shared.ValidationError;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads parameters of an address or a form, whose values are one of several. */
public final class Choice {

  private Choice() {}

  /** What was given, on one line; null where it is blank. */
  public static @Nullable String given(@Nullable String value) {
    String text = value == null ? "" : TextPolicy.SINGLE_LINE.cleaned(value, " ");
    return text.isEmpty() ? null : text;
  }

  /** A constant by its name, whatever the case; null where the value is blank. */
  public static <E extends Enum<E>> @Nullable E optional(
      Class<E> type, String parameter, @Nullable String value) {
    String name = given(value);
    return name == null ? null : required(type, parameter, name);
  }

  /**
   * A constant by its name, whatever the case.
   *
   * @throws ValidationError naming the parameter, the value and what would be right
   */
  public static <E extends Enum<E>> E required(
      Class<E> type, String parameter, @Nullable String value) {
    return required(type.getEnumConstants(), Enum::name, parameter, value);
  }

  /**
   * A value by its key, whatever the case.
   *
   * @throws ValidationError naming the parameter, the value and what would be right
   */
  public static <T> T required(
      T[] values, Function<? super T, String> key, String parameter, @Nullable String value) {
    return find(values, key, value).orElseThrow(() -> wrong(values, key, parameter, value));
  }

  /** A value by its key, whatever the case. */
  public static <T> Optional<T> find(
      T[] values, Function<? super T, String> key, @Nullable String value) {
    return Arrays.stream(values)
        .filter(each -> key.apply(each).equalsIgnoreCase(value))
        .findFirst();
  }

  /** The keys of all values, for a sentence. */
  public static <T> String keys(T[] values, Function<? super T, String> key) {
    return Arrays.stream(values).map(key).collect(Collectors.joining(", "));
  }

  /** The validation error about a value that is none of these. */
  public static <T> ValidationError wrong(
      T[] values, Function<? super T, String> key, String parameter, @Nullable String value) {
    return ValidationError.invalid(
        "parameter.choice", parameter, value == null ? "" : value, keys(values, key));
  }
}
