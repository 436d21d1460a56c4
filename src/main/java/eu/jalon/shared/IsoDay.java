package eu.jalon.shared;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/**
 * Reads a day as every input of the application writes it: {@code YYYY-MM-DD} (ISO 8601) with four
 * digits of the year, which every database can hold.
 */
public final class IsoDay {

  private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private IsoDay() {}

  /** Refuses what is no day of the calendar. */
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
