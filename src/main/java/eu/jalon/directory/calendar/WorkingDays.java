package eu.jalon.directory.calendar;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import eu.jalon.shared.Country;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The working-day calendar of each country: Monday to Friday without public holidays (Jollyday) and
 * without the bridging days on which its administration is closed.
 */
public final class WorkingDays {

  private record CountryYear(Country country, Year year) {}

  private final Map<Country, HolidayManager> managers = new ConcurrentHashMap<>();
  private final Map<CountryYear, Set<LocalDate>> holidays = new ConcurrentHashMap<>();
  private final Map<Country, Set<LocalDate>> bridging;

  /** Creates a calendar without bridging days. */
  public WorkingDays() {
    this(Map.of());
  }

  /** Creates a calendar with bridging days by country. */
  public WorkingDays(Map<Country, Set<LocalDate>> bridging) {
    this.bridging = Map.copyOf(bridging);
  }

  public boolean isWorkingDay(LocalDate day, Country country) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !holidaysOf(country, day).contains(day)
        && !bridging.getOrDefault(country, Set.of()).contains(day);
  }

  /**
   * Returns the number of working days after the first day up to and including the second; negative
   * if the second is earlier.
   */
  public int between(LocalDate from, LocalDate to, Country country) {
    if (to.isBefore(from)) {
      return -between(to, from, country);
    }
    int days = 0;
    for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
      days += isWorkingDay(day, country) ? 1 : 0;
    }
    return days;
  }

  /** Returns the day itself if it is a working day, otherwise the last working day before it. */
  public LocalDate onOrBefore(LocalDate day, Country country) {
    LocalDate candidate = day;
    while (!isWorkingDay(candidate, country)) {
      candidate = candidate.minusDays(1);
    }
    return candidate;
  }

  /** Returns the working day that is the given number of working days before a day. */
  public LocalDate minus(LocalDate day, int workingDays, Country country) {
    LocalDate candidate = onOrBefore(day, country);
    for (int left = workingDays; left > 0; left--) {
      candidate = onOrBefore(candidate.minusDays(1), country);
    }
    return candidate;
  }

  /** Returns the working day that is the given number of working days after a day. */
  public LocalDate plus(LocalDate day, int workingDays, Country country) {
    LocalDate candidate = day;
    for (int left = workingDays; left > 0; ) {
      candidate = candidate.plusDays(1);
      if (isWorkingDay(candidate, country)) {
        left--;
      }
    }
    return candidate;
  }

  private Set<LocalDate> holidaysOf(Country country, LocalDate day) {
    return holidays.computeIfAbsent(
        new CountryYear(country, Year.from(day)),
        key ->
            managerFor(key.country()).getHolidays(key.year()).stream()
                .map(holiday -> holiday.getDate())
                .collect(Collectors.toUnmodifiableSet()));
  }

  private HolidayManager managerFor(Country country) {
    return managers.computeIfAbsent(
        country, key -> HolidayManager.getInstance(ManagerParameters.create(calendarOf(key))));
  }

  private static HolidayCalendar calendarOf(Country country) {
    return switch (country) {
      case BE -> HolidayCalendar.BELGIUM;
      case FR -> HolidayCalendar.FRANCE;
    };
  }
}
