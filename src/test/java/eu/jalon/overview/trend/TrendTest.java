package eu.jalon.overview.trend;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.overview.trend.Trend.Delta;
import eu.jalon.overview.trend.Trend.Point;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrendTest {

  private static final LocalDate FROM = LocalDate.of(2026, 11, 2);

  @Test
  void changesAccumulateByWeekUntilToday() {
    Trend trend =
        Trend.of(
            FROM,
            FROM.plusDays(10),
            List.of(
                new Delta(FROM, 5, 0, 1),
                new Delta(FROM.plusDays(7), -1, 1, 0),
                new Delta(FROM.plusDays(9), -1, 1, -1)));

    assertThat(trend.points())
        .containsExactly(
            new Point(FROM, 5, 0, 1),
            new Point(FROM.plusDays(7), 4, 1, 1),
            new Point(FROM.plusDays(10), 3, 2, 0));
    assertThat(trend.last().day()).isEqualTo(FROM.plusDays(10));
  }

  @Test
  void aDecadeHasALimitedNumberOfEquidistantPoints() {
    Trend trend = Trend.of(FROM, FROM.plusYears(10), List.of(new Delta(FROM, 1, 0, 0)));

    assertThat(trend.points()).hasSizeBetween(50, 61);
    assertThat(trend.points().get(1).day()).isEqualTo(FROM.plusWeeks(9));
    assertThat(trend.points()).allSatisfy(point -> assertThat(point.open()).isEqualTo(1));
  }

  @Test
  void thePeriodOfOneDayHasOnePoint() {
    assertThat(Trend.of(FROM, FROM, List.of(new Delta(FROM, 2, 0, 0))).points())
        .containsExactly(new Point(FROM, 2, 0, 0));
  }
}
