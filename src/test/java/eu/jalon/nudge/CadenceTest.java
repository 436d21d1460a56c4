package eu.jalon.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.shared.DueDate;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CadenceTest {

  private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);

  @ParameterizedTest
  @CsvSource({
    "30, DUE-30",
    "29, DUE-30",
    "15, DUE-30",
    "14, DUE-14",
    "13, DUE-14",
    "8, DUE-14",
    "7, DUE-7",
    "6, DUE-7",
    "2, DUE-7",
    "1, DUE-1",
    "0, DUE-0",
    "-1, OVERDUE-0",
    "-6, OVERDUE-0",
    "-7, OVERDUE-7",
    "-13, OVERDUE-7",
    "-14, OVERDUE-14",
    "-365, OVERDUE-364"
  })
  void theDaysLeftDecideTheStage(int daysLeft, String stage) {
    assertThat(Cadence.reached(due(daysLeft), TODAY)).contains(new Stage(stage));
  }

  @Test
  void farAwayThereIsNothingToSay() {
    assertThat(Cadence.reached(due(31), TODAY)).isEmpty();
  }

  @Test
  void aStageIsGivenOnce() {
    assertThat(Cadence.isNew(Stage.before(7), Set.of(Stage.before(14)))).isTrue();
    assertThat(Cadence.isNew(Stage.before(7), Set.of(Stage.before(7)))).isFalse();
  }

  @Test
  void whoHeardOnTheDueDayHearsAgainAfterAWeek() {
    assertThat(Cadence.isNew(Stage.overdue(0), Set.of(Stage.before(0)))).isFalse();
    assertThat(Cadence.isNew(Stage.overdue(7), Set.of(Stage.before(0)))).isTrue();
  }

  @Test
  void whoDidNotHearOnTheDueDayHearsAtOnce() {
    assertThat(Cadence.isNew(Stage.overdue(0), Set.of(Stage.before(1)))).isTrue();
  }

  @Test
  void coordinatorsHearFromTheFourteenthDay() {
    assertThat(Cadence.coordinatorsHear(due(-13), TODAY)).isFalse();
    assertThat(Cadence.coordinatorsHear(due(-14), TODAY)).isTrue();
  }

  private static DueDate due(int daysLeft) {
    return new DueDate(TODAY.plusDays(daysLeft));
  }
}
