package eu.jalon.pages.frame;

import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.IsoDay;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.Choice;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parses form values; errors are validation errors that are shown on the form. */
public final class FormValues {

  private FormValues() {}

  /** A day from a date field; refuses anything but a day of this century. */
  public static LocalDate day(String text) {
    if (text.isBlank()) {
      throw ValidationError.invalid("form.dateMissing");
    }
    return new DueDate(IsoDay.parse(text)).day();
  }

  /**
   * The rule of a number of days before the next summit.
   *
   * @param unit {@code working} or {@code calendar} days
   */
  public static String beforeSummit(String days, String unit) {
    return "S-" + number("days", days.strip()) + ("working".equals(unit) ? "wd" : "");
  }

  /**
   * A rule with the time between two pieces of evidence.
   *
   * @param every a number; blank for no interval
   * @param unit {@code months} or {@code days}
   */
  public static DeadlineRule withInterval(String rule, String every, String unit) {
    return DeadlineRule.parse(
        every.isBlank()
            ? rule
            : rule + "/P" + number("every", every.strip()) + ("days".equals(unit) ? "D" : "M"));
  }

  /** The number of the field for the time between two pieces of evidence; empty without one. */
  public static String every(DeadlineRule rule) {
    return rule.interval()
        .map(
            interval ->
                String.valueOf(
                    inDays(interval)
                        ? LocalDate.EPOCH.plus(interval).toEpochDay()
                        : interval.toTotalMonths()))
        .orElse("");
  }

  /** The unit of {@link #every}: {@code months} or {@code days}. */
  public static String everyUnit(DeadlineRule rule) {
    return rule.interval().filter(FormValues::inDays).isPresent() ? "days" : "months";
  }

  private static boolean inDays(Period interval) {
    return !interval
        .normalized()
        .equals(Period.ofMonths((int) interval.toTotalMonths()).normalized());
  }

  /** A person chosen from a list; null for the empty option. */
  public static @Nullable PersonId person(@Nullable String id) {
    return id == null || id.isBlank() ? null : new PersonId(id.strip());
  }

  /** A small number chosen from a list. */
  public static int number(String field, String text) {
    if (!text.matches("\\d{1,3}")) {
      throw ValidationError.invalid("page.parameter", field, text);
    }
    return Integer.parseInt(text);
  }

  /** The selected weekdays. */
  public static Set<DayOfWeek> weekdays(List<String> names) {
    return names.stream()
        .map(name -> Choice.required(DayOfWeek.class, "weekdays", name))
        .collect(Collectors.toUnmodifiableSet());
  }
}
