package eu.jalon.simulation;

import eu.jalon.TestParties;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.shared.PartyCode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The calendar of the decade, as its judges count; the application is configured with the same. */
final class SimulationCalendar {

  static final LocalDate FIRST = LocalDate.of(2027, Month.JANUARY, 1);
  static final LocalDate LAST = LocalDate.of(2036, Month.DECEMBER, 31);

  /** Fridays after Ascension, and a Monday before Armistice Day. */
  private static final Map<PartyCode, Set<LocalDate>> BRIDGING_DAYS =
      Map.of(
          TestParties.BE, days("2028-05-26,2031-05-23,2031-11-10"),
          TestParties.FR, days("2028-05-26,2031-05-23"));

  private record Distance(LocalDate from, LocalDate to, PartyCode party) {}

  private final WorkingDays calendar = TestParties.calendar(BRIDGING_DAYS);
  private final Map<Distance, Integer> distances = new HashMap<>();

  static Set<LocalDate> bridgingDays(PartyCode party) {
    return BRIDGING_DAYS.getOrDefault(party, Set.of());
  }

  private static Set<LocalDate> days(String days) {
    return Arrays.stream(days.split(",")).map(LocalDate::parse).collect(Collectors.toSet());
  }

  boolean isWorking(LocalDate day, PartyCode party) {
    return calendar.isWorkingDay(day, party);
  }

  boolean isWorkingSomewhere(LocalDate day) {
    return TestParties.BOTH.stream().anyMatch(party -> isWorking(day, party));
  }

  /** Working days after the first day up to the second, negative where that comes first. */
  int between(LocalDate from, LocalDate to, PartyCode party) {
    if (distances.size() > 100_000) {
      distances.clear();
    }
    return distances.computeIfAbsent(
        new Distance(from, to, party), d -> calendar.between(d.from(), d.to(), d.party()));
  }

  LocalDate plus(LocalDate day, int workingDays, PartyCode party) {
    return calendar.plus(day, workingDays, party);
  }

  /** The last Sundays of March and October. */
  static boolean isClockChange(LocalDate day) {
    boolean month = day.getMonth() == Month.MARCH || day.getMonth() == Month.OCTOBER;
    return month && day.getDayOfWeek() == DayOfWeek.SUNDAY && day.getDayOfMonth() > 24;
  }
}
