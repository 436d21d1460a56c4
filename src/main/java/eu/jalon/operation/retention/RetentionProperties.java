package eu.jalon.operation.retention;

import eu.jalon.shared.InvalidSettingException;
import java.time.LocalDate;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long records are kept, such as {@code 3y} or {@code P18M}.
 *
 * @param emails e-mails that are sent, failed or dropped, with their text
 * @param reminders the record of why each reminder was sent or suppressed; not longer than e-mails
 * @param processes the history of processes that have ended; at least a year
 * @param audit the audit log; at least a year
 */
@ConfigurationProperties("jalon.retention")
record RetentionProperties(
    @DefaultValue("3y") Period emails,
    @DefaultValue("3y") Period reminders,
    @DefaultValue("5y") Period processes,
    @DefaultValue("5y") Period audit) {

  private static final LocalDate ANY_DAY = LocalDate.of(2027, 1, 1);
  private static final Period A_YEAR = Period.ofYears(1);
  private static final Period A_MONTH = Period.ofMonths(1);

  RetentionProperties {
    atLeast("emails", emails, A_MONTH, "a month");
    atLeast("reminders", reminders, A_MONTH, "a month");
    atLeast("processes", processes, A_YEAR, "a year");
    atLeast("audit", audit, A_YEAR, "a year");
    if (isShorter(emails, reminders)) {
      throw new InvalidSettingException(
          "jalon.retention.reminders is %s: it must not be longer than jalon.retention.emails, which is %s."
              .formatted(reminders, emails));
    }
  }

  private static void atLeast(String name, Period period, Period least, String text) {
    if (isShorter(period, least)) {
      throw new InvalidSettingException(
          "jalon.retention.%s is %s: it must be %s or longer.".formatted(name, period, text));
    }
  }

  private static boolean isShorter(Period one, Period other) {
    return ANY_DAY.plus(one).isBefore(ANY_DAY.plus(other));
  }

  /** The period of a kind of records; throws for a kind that has none. */
  Period of(String kind) {
    return switch (kind) {
      case "emails" -> emails;
      case "reminders" -> reminders;
      case "processes" -> processes;
      case "audit" -> audit;
      // They state themselves when they expire.
      case "sessions", "sign-ins" -> Period.ZERO;
      default -> throw new IllegalArgumentException("There is no jalon.retention." + kind);
    };
  }
}
