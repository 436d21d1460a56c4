package eu.jalon.pages.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.nudge.Forecast;
import eu.jalon.nudge.NudgeReport;
import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForecastPicturesTest {

  private static final LocalDate MONDAY = LocalDate.of(2027, 3, 29);
  private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);

  @Test
  void aCellCountsTheLettersOfAWeekAndTheLongestOfThem() {
    HeatMap heat =
        HeatMap.of(
            forecast(
                List.of(),
                List.of(
                    reader(
                        "be-ibz",
                        Map.of(WEDNESDAY, 2, WEDNESDAY.plusDays(1), 9, MONDAY.plusDays(7), 4)))));

    assertThat(heat.weeks()).containsExactly(MONDAY, MONDAY.plusWeeks(1), MONDAY.plusWeeks(2));
    assertThat(heat.months()).extracting(HeatMap.Month::weeks).containsExactly(1, 2);
    assertThat(heat.rows().get(0).letters()).isEqualTo(3);
    assertThat(heat.rows().get(0).cells())
        .containsExactly(new HeatMap.Cell(2, 9), new HeatMap.Cell(1, 4), new HeatMap.Cell(0, 0));
  }

  @Test
  void onlySoManyPeopleAreShown() {
    List<Forecast.Reader> people =
        IntStream.range(0, HeatMap.MOST_ROWS + 3)
            .mapToObj(n -> reader("p" + n + "x", Map.of(WEDNESDAY, 1)))
            .toList();

    HeatMap heat = HeatMap.of(forecast(List.of(), people));

    assertThat(heat.rows()).hasSize(HeatMap.MOST_ROWS);
    assertThat(heat.others()).isEqualTo(3);
  }

  @Test
  void theBiggestDaysAreNamedAndQuietOnesHaveNoBar() {
    DayStrip strip =
        DayStrip.of(
            forecast(
                List.of(
                    day(WEDNESDAY, 2, 8),
                    day(WEDNESDAY.plusDays(1), 0, 0),
                    day(WEDNESDAY.plusDays(2), 5, 6),
                    day(MONDAY.plusDays(7), 2, 9),
                    day(MONDAY.plusDays(8), 1, 1)),
                List.of()));

    assertThat(strip.bars()).hasSize(4);
    assertThat(strip.biggest())
        .extracting(NudgeReport::on)
        .containsExactly(WEDNESDAY.plusDays(2), MONDAY.plusDays(7), WEDNESDAY);
    assertThat(strip.bars().get(0).x()).isEqualTo("0.000%");
    assertThat(strip.bars().get(1).height()).isEqualTo(80);
    assertThat(strip.months()).extracting(DayStrip.Tick::month).containsExactly(APRIL);
  }

  private static final LocalDate APRIL = LocalDate.of(2027, 4, 1);

  private static Forecast forecast(List<Forecast.Day> days, List<Forecast.Reader> people) {
    return new Forecast(WEDNESDAY, MONDAY.plusDays(15), days, people);
  }

  private static Forecast.Day day(LocalDate on, int letters, int nudges) {
    return new Forecast.Day(new NudgeReport(on, letters, nudges, Map.of()));
  }

  private static Forecast.Reader reader(String id, Map<LocalDate, Integer> items) {
    return new Forecast.Reader(
        new Person(
            new PersonId(id),
            LocalText.of(id, id),
            null,
            Language.FR,
            Role.FOCAL_POINT,
            new MinistryCode("BE-IBZ")),
        items);
  }
}
