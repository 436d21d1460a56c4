package eu.jalon.pages.declarations;

import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.pages.frame.FormValues;
import eu.jalon.shared.ValidationError;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The values of the deadline of a draft.
 *
 * @param rule the chosen one of the four ways to give a deadline: {@code days} or {@code
 *     workingDays} before the next summit, {@code date} for a day, {@code period} for the days of
 *     an event; empty for none
 * @param from the first day of an event
 * @param to its last day
 * @param every the time between two pieces of evidence; empty if the rule has no interval
 * @param everyUnit {@code months} or {@code days}
 */
record DueForm(
    String rule,
    String days,
    String workingDays,
    String date,
    String from,
    String to,
    String every,
    String everyUnit) {

  static final DueForm EMPTY = new DueForm(null, null, null, null, null, null, null, null);

  DueForm(
      @Nullable String rule,
      @Nullable String days,
      @Nullable String workingDays,
      @Nullable String date,
      @Nullable String from,
      @Nullable String to,
      @Nullable String every,
      @Nullable String everyUnit) {
    this.rule = text(rule);
    this.days = Objects.requireNonNullElse(days, "30");
    this.workingDays = Objects.requireNonNullElse(workingDays, "20");
    this.date = text(date);
    this.from = text(from);
    this.to = text(to);
    this.every = text(every);
    this.everyUnit = text(everyUnit);
  }

  static DueForm of(DeadlineRule rule) {
    String every = FormValues.every(rule);
    String unit = FormValues.everyUnit(rule);
    if (rule instanceof DeadlineRule.Fixed fixed) {
      String date = fixed.date().toString();
      return new DueForm("date", null, null, date, null, null, every, unit);
    }
    if (rule instanceof DeadlineRule.Window window) {
      String from = window.from().toString();
      return new DueForm("period", null, null, null, from, window.to().toString(), every, unit);
    }
    DeadlineRule.BeforeSummit before = (DeadlineRule.BeforeSummit) rule;
    String days = String.valueOf(before.offset().days());
    return before.offset().working()
        ? new DueForm("workingDays", null, days, null, null, null, every, unit)
        : new DueForm("days", days, null, null, null, null, every, unit);
  }

  /** The deadline; absent if none was chosen. Refuses what cannot be read. */
  @Nullable DeadlineRule deadline() {
    return rule.isEmpty() ? null : FormValues.withInterval(written(), every, everyUnit);
  }

  private String written() {
    return switch (rule) {
      case "days" -> FormValues.beforeSummit(days, "calendar");
      case "workingDays" -> FormValues.beforeSummit(workingDays, "working");
      case "date" -> FormValues.day(date).toString();
      case "period" -> FormValues.day(from) + ".." + FormValues.day(to);
      default -> throw ValidationError.invalid("page.parameter", "rule", rule);
    };
  }

  private static String text(@Nullable String typed) {
    return Objects.requireNonNullElse(typed, "");
  }
}
