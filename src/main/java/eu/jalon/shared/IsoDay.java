package eu.jalon.shared;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/**
 * Parses dates written as {@code YYYY-MM-DD} (ISO 8601) with a year of four digits, which every
 * supported database can store.
 */
public final class IsoDay {

  private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private IsoDay() {}

  /**
   * Parses a date; white space around it is ignored.
   *
   * @throws ValidationError {@code date.format} if the text is not a date
   */
  public static LocalDate parse(String text) {
    String day = text.strip();
    if (!FORM.matcher(day).matches()) {
      throw ValidationError.invalid("date.format", text);
    }
    try {
      return LocalDate.parse(day);
    } catch (DateTimeParseException noSuchDay) {
      throw ValidationError.invalid("date.format", text);
    }
  }
}
