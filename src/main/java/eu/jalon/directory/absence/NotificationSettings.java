package eu.jalon.directory.absence;

import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import java.time.DayOfWeek;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a person wants to get reminders, and the substitute.
 *
 * @param hour the earliest hour of the day, 7 to 17, in the zone of the person's party
 * @param weekdays at least one day from Monday to Friday; overdue items are reminded of on the
 *     others too
 * @param substitute the default substitute, unless an absence names another one
 */
public record NotificationSettings(
    int hour, Set<DayOfWeek> weekdays, @Nullable PersonId substitute) {

  public static final int EARLIEST = 7;
  public static final int LATEST = 17;

  private static final Set<DayOfWeek> WEEK =
      Collections.unmodifiableSet(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

  /** The default: every working day at the earliest hour. */
  public static final NotificationSettings USUAL = new NotificationSettings(EARLIEST, WEEK, null);

  public NotificationSettings {
    if (hour < EARLIEST || hour > LATEST) {
      throw ValidationError.invalid("settings.hour", hour, EARLIEST, LATEST);
    }
    if (weekdays.isEmpty() || !WEEK.containsAll(weekdays)) {
      throw ValidationError.invalid("settings.weekdays");
    }
    weekdays = Collections.unmodifiableSet(EnumSet.copyOf(weekdays));
  }

  /** Returns Monday to Friday. */
  public static Collection<DayOfWeek> week() {
    return WEEK;
  }

  public Optional<PersonId> standIn() {
    return Optional.ofNullable(substitute);
  }
}
