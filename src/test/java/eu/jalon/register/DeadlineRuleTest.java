package eu.jalon.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.directory.WorkingDays;
import eu.jalon.shared.Country;
import eu.jalon.shared.Refusal;
import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineRuleTest {

  private static final WorkingDays CALENDAR = new WorkingDays();

  @ParameterizedTest
  @CsvSource({
    // 21 July is a day off in Belgium only, 14 July in France only
    "2027-07-21, BE, 2027-07-20",
    "2027-07-21, FR, 2027-07-21",
    "2027-07-14, FR, 2027-07-13",
    "2027-07-14, BE, 2027-07-14",
    // a Sunday; Easter Monday behind a week-end
    "2027-03-07, BE, 2027-03-05",
    "2027-03-29, FR, 2027-03-26",
    // 11 November is a Thursday off in both
    "2027-11-11, BE, 2027-11-10"
  })
  void aFixedDateOnADayOffMovesToTheWorkingDayBefore(
      LocalDate date, Country country, LocalDate expected) {
    DeadlineRule rule = DeadlineRule.parse(date.toString());

    assertThat(rule.dueOn(Optional.empty(), country, CALENDAR)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "S-30, 2027-06-29, BE, 2027-05-28",
    "S-0, 2027-06-29, BE, 2027-06-29",
    "S-10wd, 2027-06-29, BE, 2027-06-15",
    "S-1wd, 2027-07-15, FR, 2027-07-13",
    "S-1wd, 2027-07-15, BE, 2027-07-14"
  })
  void aRuleCountsBackFromTheSummit(
      String rule, LocalDate summit, Country country, LocalDate expected) {
    assertThat(DeadlineRule.parse(rule).dueOn(Optional.of(summit), country, CALENDAR))
        .contains(expected);
  }

  @Test
  void withoutASummitDateThereIsNoDateYet() {
    assertThat(DeadlineRule.parse("S-30").dueOn(Optional.empty(), Country.BE, CALENDAR)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "S-",
        "S--3",
        "S-30d",
        "2027-02-29",
        "2027-04-31",
        "0001-01-01",
        "9999-12-31",
        "S-99999",
        "30",
        "${1+1}"
      })
  void anythingElseIsRefused(String rule) {
    assertThatThrownBy(() -> DeadlineRule.parse(rule)).isInstanceOf(Refusal.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"S-30", "S-10wd", "2027-03-31"})
  void aRuleIsWrittenAsItWasRead(String rule) {
    assertThat(DeadlineRule.parse(rule)).hasToString(rule);
  }

  @Property(tries = 500)
  void aDueDateIsAWorkingDayOnOrBeforeTheSummit(
      @ForAll @IntRange(max = 3650) int day,
      @ForAll @IntRange(max = 200) int offset,
      @ForAll boolean working,
      @ForAll Country country) {
    LocalDate summit = LocalDate.of(2025, 1, 1).plusDays(day);
    DeadlineRule rule = new DeadlineRule.BeforeSummit(new DueOffset(offset, working));

    LocalDate due = rule.dueOn(Optional.of(summit), country, CALENDAR).orElseThrow();

    assertThat(CALENDAR.isWorkingDay(due, country)).isTrue();
    assertThat(due).isBeforeOrEqualTo(summit);
  }

  @Property(tries = 500)
  void anActionItemIsDueOnAWorkingDayNeverAfterItsDeadline(
      @ForAll @IntRange(max = 3650) int day,
      @ForAll @IntRange(max = 200) int offset,
      @ForAll @IntRange(min = -100, max = 300) int age,
      @ForAll Country country) {
    LocalDate deadline = LocalDate.of(2025, 1, 1).plusDays(day);
    LocalDate opened = deadline.minusDays(age);

    LocalDate due =
        new DueOffset(offset, false)
            .actionItemDue(Step.TAKE_CHARGE, deadline, opened, country, CALENDAR);

    assertThat(CALENDAR.isWorkingDay(due, country)).isTrue();
    assertThat(due).isBeforeOrEqualTo(deadline);
    if (age > 20) {
      assertThat(due).isAfter(opened);
    }
  }

  @Test
  void aStepThatFollowsAPassedDeadlineHasItsOwnDays() {
    LocalDate deadline = LocalDate.of(2027, 2, 1);
    LocalDate opened = LocalDate.of(2027, 3, 1);
    DueOffset offset = DueOffset.parse("21");

    assertThat(offset.actionItemDue(Step.TAKE_CHARGE, deadline, opened, Country.BE, CALENDAR))
        .isEqualTo(deadline);
    assertThat(offset.actionItemDue(Step.REPORT_PROGRESS, deadline, opened, Country.BE, CALENDAR))
        .isEqualTo(LocalDate.of(2027, 3, 8));
  }
}
