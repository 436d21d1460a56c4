package eu.jalon.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The code of a party of a series: a country's ISO 3166-1 alpha-2 code such as {@code NL}, or two
 * to six capital letters of an institution.
 */
public record PartyCode(@JsonValue String value) implements Comparable<PartyCode> {

  /** What a code looks like, as part of a regular expression. */
  static final String FORM = "[A-Z]{2,6}";

  private static final Pattern WHOLE = Pattern.compile(FORM);

  @JsonCreator
  public PartyCode {
    if (!WHOLE.matcher(value).matches()) {
      throw ValidationError.invalid("party.code", value);
    }
  }

  /** Returns the code in a request parameter, in either case; null if it is blank. */
  public static @Nullable PartyCode optional(@Nullable String parameter) {
    return parameter == null || parameter.isBlank()
        ? null
        : new PartyCode(parameter.strip().toUpperCase(Locale.ROOT));
  }

  @Override
  public int compareTo(PartyCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
