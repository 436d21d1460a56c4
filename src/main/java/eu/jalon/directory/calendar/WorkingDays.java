package eu.jalon.directory.calendar;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.ValidationError;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The working-day calendar of each party: Monday to Friday without public holidays (Jollyday) and
 * without the bridging days on which its administration is closed.
 */
public final class WorkingDays {

  /**
   * The calendar of one party.
   *
   * @param id the id of its public holidays in Jollyday
   * @param zone the time zone in which its days begin and end
   */
  public record Calendar(String id, ZoneId zone, Set<LocalDate> bridgingDays) {

    public Calendar {
      bridgingDays = Set.copyOf(bridgingDays);
    }
  }

  private record CalendarYear(String calendar, Year year) {}

  private static final SortedSet<String> KNOWN =
      Collections.unmodifiableSortedSet(
          Arrays.stream(HolidayCalendar.values())
              .map(HolidayCalendar::getId)
              .map(id -> id.toLowerCase(Locale.ROOT))
              .collect(Collectors.toCollection(TreeSet::new)));

  private final Map<String, HolidayManager> managers = new ConcurrentHashMap<>();
  private final Map<CalendarYear, Set<LocalDate>> holidays = new ConcurrentHashMap<>();
  private final Supplier<Map<PartyCode, Calendar>> calendars;

  /** Creates the working days of the parties whose present calendars the supplier returns. */
  public WorkingDays(Supplier<Map<PartyCode, Calendar>> calendars) {
    this.calendars = calendars;
  }

  /** Returns the ids of all calendars of Jollyday, in alphabetical order. */
  public static SortedSet<String> known() {
    return KNOWN;
  }

  /** Returns whether Jollyday has a calendar with this id. */
  public static boolean isKnown(String calendar) {
    return KNOWN.contains(calendar);
  }

  /** Returns whether the day is a working day of at least one party. */
  public boolean isWorkingDayOfAny(LocalDate day) {
    return calendars.get().values().stream().anyMatch(calendar -> isWorkingDay(day, calendar));
  }

  /** Returns the parties that are off on a day, ordered by code. */
  public List<PartyCode> off(LocalDate day) {
    return calendars.get().entrySet().stream()
        .filter(entry -> !isWorkingDay(day, entry.getValue()))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  public boolean isWorkingDay(LocalDate day, PartyCode party) {
    return isWorkingDay(day, calendarOf(party));
  }

  private boolean isWorkingDay(LocalDate day, Calendar calendar) {
    return isWeekday(day)
        && !holidaysOf(calendar, Year.from(day)).contains(day)
        && !calendar.bridgingDays().contains(day);
  }

  /**
   * Returns the number of working days after the first day up to and including the second; negative
   * if the second is earlier.
   */
  public int between(LocalDate from, LocalDate to, PartyCode party) {
    if (to.isBefore(from)) {
      return -between(to, from, party);
    }
    Calendar calendar = calendarOf(party);
    long weekdays = weekdaysUntil(to) - weekdaysUntil(from);
    long closed =
        Stream.concat(
                IntStream.rangeClosed(from.getYear(), to.getYear())
                    .mapToObj(year -> holidaysOf(calendar, Year.of(year)).stream())
                    .flatMap(Function.identity()),
                calendar.bridgingDays().stream()
                    .filter(day -> !holidaysOf(calendar, Year.from(day)).contains(day)))
            .filter(day -> day.isAfter(from) && !day.isAfter(to) && isWeekday(day))
            .count();
    return (int) (weekdays - closed);
  }

  /** The number of weekdays from a Monday before 1970 to a day. */
  private static long weekdaysUntil(LocalDate day) {
    long days = day.toEpochDay() + DayOfWeek.THURSDAY.getValue();
    return Math.floorDiv(days, 7) * 5L + Math.min(5, Math.floorMod(days, 7));
  }

  private static boolean isWeekday(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  /** Returns the day itself if it is a working day, otherwise the last working day before it. */
  public LocalDate onOrBefore(LocalDate day, PartyCode party) {
    return onOrBefore(day, calendarOf(party));
  }

  private LocalDate onOrBefore(LocalDate day, Calendar calendar) {
    LocalDate candidate = day;
    while (!isWorkingDay(candidate, calendar)) {
      candidate = candidate.minusDays(1);
    }
    return candidate;
  }

  /** Returns the working day that is the given number of working days before a day. */
  public LocalDate minus(LocalDate day, int workingDays, PartyCode party) {
    Calendar calendar = calendarOf(party);
    LocalDate candidate = onOrBefore(day, calendar);
    for (int left = workingDays; left > 0; left--) {
      candidate = onOrBefore(candidate.minusDays(1), calendar);
    }
    return candidate;
  }

  /** Returns the working day that is the given number of working days after a day. */
  public LocalDate plus(LocalDate day, int workingDays, PartyCode party) {
    Calendar calendar = calendarOf(party);
    LocalDate candidate = day;
    for (int left = workingDays; left > 0; ) {
      candidate = candidate.plusDays(1);
      if (isWorkingDay(candidate, calendar)) {
        left--;
      }
    }
    return candidate;
  }

  /** Returns the time zone of a party. */
  public ZoneId zone(PartyCode party) {
    return calendarOf(party).zone();
  }

  /** Returns the day of an instant in the time zone of a party. */
  public LocalDate day(Instant instant, PartyCode party) {
    return LocalDate.ofInstant(instant, zone(party));
  }

  /** Returns the last second of a day in the time zone of a party. */
  public Instant endOf(LocalDate day, PartyCode party) {
    return afterEndOf(day, party).minusSeconds(1);
  }

  /** Returns the first instant after a day in the time zone of a party. */
  public Instant afterEndOf(LocalDate day, PartyCode party) {
    return day.plusDays(1).atStartOfDay(zone(party)).toInstant();
  }

  /** Returns the last of the days that {@link #plus} returns for the parties. */
  public LocalDate latestPlus(LocalDate day, int workingDays) {
    return calendars.get().keySet().stream()
        .map(party -> plus(day, workingDays, party))
        .max(Comparator.naturalOrder())
        .orElse(day);
  }

  private Set<LocalDate> holidaysOf(Calendar calendar, Year year) {
    return holidays.computeIfAbsent(
        new CalendarYear(calendar.id(), year),
        key ->
            managerFor(key.calendar()).getHolidays(key.year()).stream()
                .map(holiday -> holiday.getDate())
                .collect(Collectors.toUnmodifiableSet()));
  }

  private HolidayManager managerFor(String calendar) {
    return managers.computeIfAbsent(
        calendar, id -> HolidayManager.getInstance(ManagerParameters.create(id)));
  }

  private Calendar calendarOf(PartyCode party) {
    Calendar calendar = calendars.get().get(party);
    if (calendar == null) {
      throw ValidationError.invalid("party.unknown", party, "");
    }
    return calendar;
  }
}
