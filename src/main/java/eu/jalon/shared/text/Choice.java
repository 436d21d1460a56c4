package eu.jalon.shared.text;

import eu.jalon.shared.Language;
import eu.jalon.shared.ValidationError;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parses request parameters whose value is one of a fixed set. */
public final class Choice {

  private Choice() {}

  /** Returns the cleaned single-line value; null if it is blank. */
  public static @Nullable String given(@Nullable String value) {
    String text = value == null ? "" : TextPolicy.SINGLE_LINE.cleaned(value, " ");
    return text.isEmpty() ? null : text;
  }

  /** Returns the constant with the given name, ignoring case; null if the value is blank. */
  public static <E extends Enum<E>> @Nullable E optional(
      Class<E> type, String parameter, @Nullable String value) {
    String name = given(value);
    return name == null ? null : required(type, parameter, name);
  }

  /**
   * Returns the constant with the given name, ignoring case.
   *
   * @throws ValidationError naming the parameter, the value and the accepted values
   */
  public static <E extends Enum<E>> E required(
      Class<E> type, String parameter, @Nullable String value) {
    return required(type.getEnumConstants(), Enum::name, parameter, value);
  }

  /**
   * Returns the value with the given key, ignoring case.
   *
   * @throws ValidationError naming the parameter, the value and the accepted values
   */
  public static <T> T required(
      T[] values, Function<? super T, String> key, String parameter, @Nullable String value) {
    return find(values, key, value).orElseThrow(() -> wrong(values, key, parameter, value));
  }

  /** Returns the value with the given key, ignoring case; empty if there is none. */
  public static <T> Optional<T> find(
      T[] values, Function<? super T, String> key, @Nullable String value) {
    return Arrays.stream(values)
        .filter(candidate -> key.apply(candidate).equalsIgnoreCase(value))
        .findFirst();
  }

  /**
   * Returns the language of pages and e-mails with the given code, ignoring case.
   *
   * @throws ValidationError naming the parameter, the value and the accepted values
   */
  public static Language language(String parameter, @Nullable String code) {
    return required(Language.known().toArray(Language[]::new), Language::code, parameter, code);
  }

  /** Returns the language of pages and e-mails with the given code; null if it is blank. */
  public static @Nullable Language optionalLanguage(String parameter, @Nullable String code) {
    String name = given(code);
    return name == null ? null : language(parameter, name);
  }

  /** Returns the keys of all values, separated by commas, for an error message. */
  public static <T> String keys(T[] values, Function<? super T, String> key) {
    return Arrays.stream(values).map(key).collect(Collectors.joining(", "));
  }

  /** Creates the validation error for a value that is not accepted. */
  public static <T> ValidationError wrong(
      T[] values, Function<? super T, String> key, String parameter, @Nullable String value) {
    return ValidationError.ofValue(
        "parameter.choice", parameter, value == null ? "" : value, keys(values, key));
  }
}
