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
 * When a person wants to be written to, and who stands in for him.
 *
 * @param hour from which hour of the day in Brussels on, 7 to 17
 * @param weekdays Monday to Friday, one at least; what is overdue is told on the others too
 * @param substitute who stands in unless an absence names somebody else
 */
public record NotificationSettings(
    int hour, Set<DayOfWeek> weekdays, @Nullable PersonId substitute) {

  public static final int EARLIEST = 7;
  public static final int LATEST = 17;

  private static final Set<DayOfWeek> WEEK =
      Collections.unmodifiableSet(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

  /** What holds for a person who chose nothing: every working day, first thing in the morning. */
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

  /** The days of a working week, in their order. */
  public static Collection<DayOfWeek> week() {
    return WEEK;
  }

  public Optional<PersonId> standIn() {
    return Optional.ofNullable(substitute);
  }
}
