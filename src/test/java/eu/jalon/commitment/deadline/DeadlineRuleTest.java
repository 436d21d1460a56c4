package eu.jalon.commitment.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.TestParties;
import eu.jalon.actionitem.form.Step;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.ValidationError;
import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineRuleTest {

  private static final WorkingDays CALENDAR = TestParties.calendar();

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
      LocalDate date, PartyCode party, LocalDate expected) {
    DeadlineRule rule = DeadlineRule.parse(date.toString());

    assertThat(rule.dueOn(Optional.empty(), party, CALENDAR)).contains(expected);
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
      String rule, LocalDate summit, PartyCode party, LocalDate expected) {
    assertThat(DeadlineRule.parse(rule).dueOn(Optional.of(summit), party, CALENDAR))
        .contains(expected);
  }

  @Test
  void withoutASummitDateThereIsNoDueDate() {
    assertThat(DeadlineRule.parse("S-30").dueOn(Optional.empty(), TestParties.BE, CALENDAR))
        .isEmpty();
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
        "S-+5wd",
        "S-30/",
        "S-30/P1D",
        "S-30/-P6M",
        "2027-06-05..",
        "2027-06-05..2027-06-01",
        "${1+1}"
      })
  void anythingElseIsRejected(String rule) {
    assertThatThrownBy(() -> DeadlineRule.parse(rule)).isInstanceOf(ValidationError.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"S-30", "S-10wd", "2027-03-31"})
  void theTextFormOfARuleIsParsedBackUnchanged(String rule) {
    assertThat(DeadlineRule.parse(rule)).hasToString(rule);
  }

  @Property(tries = 500)
  void aDueDateIsAWorkingDayOnOrBeforeTheSummit(
      @ForAll @IntRange(max = 3650) int day,
      @ForAll @IntRange(max = 200) int offset,
      @ForAll boolean working,
      @ForAll("parties") PartyCode party) {
    LocalDate summit = LocalDate.of(2025, 1, 1).plusDays(day);
    DeadlineRule rule =
        new DeadlineRule.BeforeSummit(new DueOffset(offset, working, false), Optional.empty());

    LocalDate due = rule.dueOn(Optional.of(summit), party, CALENDAR).orElseThrow();

    assertThat(CALENDAR.isWorkingDay(due, party)).isTrue();
    assertThat(due).isBeforeOrEqualTo(summit);
  }

  @Property(tries = 500)
  void anActionItemIsDueOnAWorkingDayNeverAfterItsDeadline(
      @ForAll @IntRange(max = 3650) int day,
      @ForAll @IntRange(max = 200) int offset,
      @ForAll @IntRange(min = -100, max = 300) int age,
      @ForAll("parties") PartyCode party) {
    LocalDate deadline = LocalDate.of(2025, 1, 1).plusDays(day);
    LocalDate opened = deadline.minusDays(age);

    LocalDate due =
        new DueOffset(offset, false, false)
            .actionItemDue(true, new DueOffset.Dates(opened, deadline, null), party, CALENDAR)
            .orElseThrow();

    assertThat(CALENDAR.isWorkingDay(due, party)).isTrue();
    assertThat(due).isBeforeOrEqualTo(deadline);
    if (age > 20) {
      assertThat(due).isAfter(opened);
    }
  }

  @Test
  void aLaterStepAfterAPassedDeadlineGetsTheMinimumDays() {
    var dates = new DueOffset.Dates(LocalDate.of(2027, 3, 1), LocalDate.of(2027, 2, 1), null);
    DueOffset offset = DueOffset.parse("21");

    assertThat(offset.actionItemDue(true, dates, TestParties.BE, CALENDAR))
        .contains(LocalDate.of(2027, 2, 1));
    assertThat(offset.actionItemDue(false, dates, TestParties.BE, CALENDAR))
        .contains(LocalDate.of(2027, 3, 8));
  }

  @ParameterizedTest
  @CsvSource({
    // five working days decided the first date, 56 days before the deadline
    "210, 210=56, 2027-03-08, 2027-04-05, 2027-03-01",
    // the offset decided it
    "40, 40=, 2027-03-24, 2027-04-21, 2027-03-01",
    "10wd, 10wd=, 2027-04-19, 2027-05-14, 2027-03-19",
    // counted from the opening, or promised: no deadline decides
    "+5wd, +5wd, 2027-03-08, 2027-03-08, 2027-03-08",
    "2027-03-15, 2027-03-15, 2027-03-15, 2027-03-15, 2027-03-15"
  })
  void coordinators4_theMinimumDecidesTheFirstDateOnly(
      String rule, String dated, LocalDate first, LocalDate later, LocalDate earlier) {
    LocalDate opened = LocalDate.of(2027, 3, 1);
    LocalDate deadline = LocalDate.of(2027, 5, 3);
    DueOffset offset = DueOffset.parse(rule);
    var atOpening = new DueOffset.Dates(opened, deadline, null);
    assertThat(offset.actionItemDue(false, atOpening, TestParties.BE, CALENDAR)).contains(first);

    DueOffset after = offset.dated(atOpening, TestParties.BE, CALENDAR);

    assertThat(after).hasToString(dated).isEqualTo(DueOffset.parse(dated));
    assertThat(due(after, opened, deadline)).isEqualTo(first);
    assertThat(due(after, opened, deadline.plusDays(28))).isEqualTo(later);
    assertThat(due(after, opened, deadline.minusDays(28))).isEqualTo(earlier);
    assertThat(after.undated()).hasToString(rule);
  }

  private static LocalDate due(DueOffset offset, LocalDate opened, LocalDate deadline) {
    return offset
        .actionItemDue(false, new DueOffset.Dates(opened, deadline, null), TestParties.BE, CALENDAR)
        .orElseThrow();
  }

  @Test
  void aDecisionIsDueDaysAfterItsRequest() {
    DueOffset offset = DueOffset.parse("+5wd");

    assertThat(
            offset.actionItemDue(
                false,
                new DueOffset.Dates(LocalDate.of(2027, 7, 19), null, null),
                TestParties.BE,
                CALENDAR))
        .contains(LocalDate.of(2027, 7, 27));
    assertThat(
            offset.actionItemDue(
                false,
                new DueOffset.Dates(LocalDate.of(2027, 7, 19), null, LocalDate.of(2027, 7, 21)),
                TestParties.BE,
                CALENDAR))
        .contains(LocalDate.of(2027, 7, 20));
  }

  @Property(tries = 500)
  void nothingIsDueOnADayOffOrAfterTheNextSummit(
      @ForAll @IntRange(max = 3650) int day,
      @ForAll @IntRange(max = 400) int offset,
      @ForAll boolean working,
      @ForAll boolean after,
      @ForAll @IntRange(min = -400, max = 400) int deadlineBefore,
      @ForAll @IntRange(max = 400) int openedBefore,
      @ForAll Step step,
      @ForAll("parties") PartyCode party) {
    LocalDate summit = LocalDate.of(2025, 1, 1).plusDays(day);
    var dates =
        new DueOffset.Dates(
            summit.minusDays(openedBefore), summit.minusDays(deadlineBefore), summit);

    LocalDate due =
        new DueOffset(offset, working || after, after)
            .actionItemDue(step == Step.TAKE_CHARGE, dates, party, CALENDAR)
            .orElseThrow();

    assertThat(CALENDAR.isWorkingDay(due, party)).isTrue();
    assertThat(due).isBeforeOrEqualTo(summit);
  }

  @ParameterizedTest
  @CsvSource({
    // the promised day, at the latest the deadline, and 30 days if that has passed or is unknown
    "2027-03-15, 2027-06-01, 2027-03-15",
    "2027-06-10, 2027-06-01, 2027-06-01",
    "2027-03-15, 2027-02-01, 2027-03-15",
    "2027-09-15, 2027-02-01, 2027-03-31",
    "2027-09-15, , 2027-03-31"
  })
  void focalPoints5_aPromisedReportIsDueOnItsDay(
      LocalDate promised, LocalDate deadline, LocalDate due) {
    DueOffset offset = DueOffset.parse(DueOffset.on(promised).toString());
    var dates = new DueOffset.Dates(LocalDate.of(2027, 3, 1), deadline, null);

    assertThat(offset.actionItemDue(false, dates, new PartyCode("BE"), CALENDAR)).contains(due);
  }

  @ParameterizedTest
  @CsvSource({
    // every six months from 1 February, ending with the deadline of 10 December
    "2027-02-01, 2027-08-01, true",
    "2027-08-01, 2027-08-01, true",
    "2027-08-02, 2027-12-10, true",
    "2027-12-10, 2027-12-10, true",
    "2027-12-11, 2027-12-10, false"
  })
  void intervalsOfEvidenceEndWithTheDeadline(LocalDate day, LocalDate end, boolean another) {
    EvidenceSchedule schedule =
        new EvidenceSchedule(
            LocalDate.of(2027, 2, 1), DeadlineRule.parse("S-30/P6M"), LocalDate.of(2027, 12, 10));

    assertThat(schedule.endOf(day)).isEqualTo(end);
    assertThat(schedule.hasIntervalOn(day)).isEqualTo(another);
  }

  @Test
  void intervalsContinueWithoutADeadline() {
    EvidenceSchedule schedule =
        new EvidenceSchedule(LocalDate.of(2027, 2, 1), DeadlineRule.parse("S-30"), null);

    assertThat(schedule.endOf(LocalDate.of(2029, 1, 1))).isEqualTo(LocalDate.of(2029, 2, 1));
    assertThat(schedule.hasIntervalOn(LocalDate.of(2029, 1, 1))).isTrue();
  }

  @Test
  void anEventPeriodRequiresEvidenceBeforeTheEventAndAtItsEnd() {
    EvidenceSchedule schedule =
        new EvidenceSchedule(
            LocalDate.of(2027, 2, 1),
            DeadlineRule.parse("2027-06-05..2027-07-20"),
            LocalDate.of(2027, 7, 20));

    assertThat(schedule.endOf(LocalDate.of(2027, 3, 1))).isEqualTo(LocalDate.of(2027, 6, 5));
    assertThat(schedule.endOf(LocalDate.of(2027, 6, 6))).isEqualTo(LocalDate.of(2027, 7, 20));
  }

  @Provide
  Arbitrary<PartyCode> parties() {
    return Arbitraries.of(TestParties.BOTH);
  }
}
