package eu.jalon.pages.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.jalon.TestParties;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.reminder.RoundResult;
import eu.jalon.reminder.round.Forecast;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import eu.jalon.shared.paging.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForecastViewsTest {

  private static final LocalDate MONDAY = LocalDate.of(2027, 3, 29);
  private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);

  @Test
  void aCellCountsTheEmailsOfAWeekAndTheLongestOfThem() {
    WeeklyEmailsTable heat =
        WeeklyEmailsTable.of(
            forecast(
                List.of(),
                List.of(
                    reader(
                        "be-ibz",
                        Map.of(WEDNESDAY, 2, WEDNESDAY.plusDays(1), 9, MONDAY.plusDays(7), 4)))),
            FIRST);

    assertThat(heat.weeks()).containsExactly(MONDAY, MONDAY.plusWeeks(1), MONDAY.plusWeeks(2));
    assertThat(heat.months()).extracting(WeeklyEmailsTable.Month::weeks).containsExactly(1, 2);
    assertThat(heat.rows().items().get(0).emails()).isEqualTo(3);
    assertThat(heat.rows().items().get(0).cells())
        .containsExactly(
            new WeeklyEmailsTable.Cell(2, 9),
            new WeeklyEmailsTable.Cell(1, 4),
            new WeeklyEmailsTable.Cell(0, 0));
  }

  @Test
  void thePeopleArePagedTheBusiestFirst() {
    List<Forecast.Recipient> people =
        IntStream.range(0, WeeklyEmailsTable.MOST_ROWS + 3)
            .mapToObj(n -> reader("p" + n + "x", Map.of(WEDNESDAY, 1)))
            .toList();
    Forecast forecast = forecast(List.of(), people);

    assertThat(WeeklyEmailsTable.of(forecast, FIRST).rows().items())
        .hasSize(WeeklyEmailsTable.MOST_ROWS);
    WeeklyEmailsTable second =
        WeeklyEmailsTable.of(forecast, new Page.Request(1, WeeklyEmailsTable.MOST_ROWS));
    assertThat(second.rows().items())
        .extracting(row -> row.person().id().value())
        .containsExactly("p100x", "p101x", "p102x");
    assertThat(second.rows().total()).isEqualTo(WeeklyEmailsTable.MOST_ROWS + 3);
  }

  @Test
  void theCalendarHasAMonthEachAndMarksWeekendsAndDaysOff() {
    EmailCalendar calendar =
        EmailCalendar.of(
            forecast(
                List.of(
                    day(WEDNESDAY, 2, 8),
                    day(WEDNESDAY.plusDays(1), 0, 0),
                    day(MONDAY.plusDays(8), 5, 6)),
                List.of()),
            TestParties.BOTH,
            TestParties.calendar());

    assertThat(calendar.months())
        .extracting(EmailCalendar.Month::first)
        .containsExactly(LocalDate.of(2027, 3, 1), APRIL);
    assertThat(calendar.months().get(1).weeks().get(0)).hasSize(7);
    assertThat(calendar.months().get(1).weeks().get(0).subList(0, 3)).containsOnlyNulls();
    EmailCalendar.Cell wednesday = cell(calendar, WEDNESDAY);
    assertThat(wednesday.emails()).isEqualTo(2);
    assertThat(wednesday.level()).isEqualTo(2);
    assertThat(cell(calendar, MONDAY.plusDays(8)).level()).isEqualTo(5);
    assertThat(cell(calendar, WEDNESDAY.plusDays(3)).weekend()).isTrue();
    assertThat(cell(calendar, WEDNESDAY.plusDays(3)).off()).isEmpty();
    assertThat(cell(calendar, MONDAY).off()).containsExactly(TestParties.BE, TestParties.FR);
    assertThat(cell(calendar, MONDAY).foreseen()).isFalse();
    assertThat(wednesday.foreseen()).isTrue();
    assertThat(wednesday.classes()).isEqualTo("heat-2");
    assertThat(cell(calendar, WEDNESDAY.plusDays(3)).classes()).isEqualTo("heat-0 month-weekend");
    assertThat(cell(calendar, MONDAY).classes()).isEqualTo("heat-0 month-off month-past");
  }

  @Test
  void theBiggestDaysAreNamedAndQuietOnesAreNot() {
    EmailCalendar calendar =
        EmailCalendar.of(
            forecast(
                List.of(
                    day(WEDNESDAY, 2, 8),
                    day(WEDNESDAY.plusDays(1), 0, 0),
                    day(WEDNESDAY.plusDays(2), 5, 6),
                    day(MONDAY.plusDays(7), 2, 9),
                    day(MONDAY.plusDays(8), 1, 1)),
                List.of()),
            TestParties.BOTH,
            TestParties.calendar());

    assertThat(calendar.busy()).hasSize(4);
    assertThat(calendar.biggest())
        .extracting(RoundResult::on)
        .containsExactly(WEDNESDAY.plusDays(2), MONDAY.plusDays(7), WEDNESDAY);
  }

  @Test
  void aDayListsItsEmailsTheLongestFirst() {
    DayEmailsView emails =
        DayEmailsView.of(
            forecast(
                List.of(),
                List.of(
                    reader("be-ibz", Map.of(WEDNESDAY, 2)),
                    reader("be-jus", Map.of(WEDNESDAY, 5, MONDAY.plusDays(7), 1)),
                    reader("be-mob", Map.of(MONDAY.plusDays(7), 9)))),
            WEDNESDAY,
            new Page.Request(0, 1));

    assertThat(emails.emails().total()).isEqualTo(2);
    assertThat(emails.emails().items())
        .extracting(email -> email.person().id().value(), DayEmailsView.Email::items)
        .containsExactly(tuple("be-jus", 5));
  }

  private static EmailCalendar.Cell cell(EmailCalendar calendar, LocalDate day) {
    return calendar.months().stream()
        .flatMap(month -> month.weeks().stream())
        .flatMap(List::stream)
        .filter(Objects::nonNull)
        .filter(cell -> cell.day().equals(day))
        .findFirst()
        .orElseThrow();
  }

  private static final Page.Request FIRST = new Page.Request(0, WeeklyEmailsTable.MOST_ROWS);
  private static final LocalDate APRIL = LocalDate.of(2027, 4, 1);

  private static Forecast forecast(List<Forecast.Day> days, List<Forecast.Recipient> people) {
    return new Forecast(WEDNESDAY, MONDAY.plusDays(15), days, people);
  }

  private static Forecast.Day day(LocalDate on, int emails, int reminders) {
    return new Forecast.Day(new RoundResult(on, emails, reminders, Map.of()));
  }

  private static Forecast.Recipient reader(String id, Map<LocalDate, Integer> items) {
    return new Forecast.Recipient(
        new Person(
            new PersonId(id),
            Texts.text(id, id),
            null,
            Texts.FR,
            Role.FOCAL_POINT,
            new MinistryCode("BE-IBZ")),
        items);
  }
}
