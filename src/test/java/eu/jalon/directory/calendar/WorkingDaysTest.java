package eu.jalon.directory.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.TestParties;
import eu.jalon.shared.PartyCode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class WorkingDaysTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

  /** A bridging day, one on a public holiday and one on a Sunday. */
  private static final WorkingDays CALENDAR =
      TestParties.calendar(
          Map.of(
              TestParties.BE,
              Set.of(
                  LocalDate.of(2026, 5, 15), LocalDate.of(2026, 7, 21), LocalDate.of(2026, 8, 2))));

  @Property(tries = 300)
  void daysBetweenAreTheWorkingDaysAfterTheFirst(
      @ForAll @IntRange(min = 0, max = 1_000) int start,
      @ForAll @IntRange(min = 0, max = 1_000) int length,
      @ForAll boolean belgian) {
    PartyCode party = belgian ? TestParties.BE : TestParties.FR;
    LocalDate from = FIRST.plusDays(start);
    LocalDate to = from.plusDays(length);
    long workingDays =
        from.plusDays(1)
            .datesUntil(to.plusDays(1))
            .filter(day -> CALENDAR.isWorkingDay(day, party))
            .count();

    assertThat(CALENDAR.between(from, to, party)).isEqualTo((int) workingDays);
    assertThat(CALENDAR.between(to, from, party)).isEqualTo((int) -workingDays);
  }
}
