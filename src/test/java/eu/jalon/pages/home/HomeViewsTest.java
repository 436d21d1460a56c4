package eu.jalon.pages.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.jalon.TestParties;
import eu.jalon.actionitem.MinistryOverdue;
import eu.jalon.commitment.Figures;
import eu.jalon.commitment.ThemeCounts;
import eu.jalon.meeting.Meeting;
import eu.jalon.meeting.Theme;
import eu.jalon.overview.trend.Trend;
import eu.jalon.pages.chart.StackedBar;
import eu.jalon.pages.frame.MeetingTimeline;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.Texts;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HomeViewsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @Test
  void summitsStandInProportionOnTheRoad() {
    MeetingTimeline road =
        MeetingTimeline.of(
            List.of(
                summit("VD2027", LocalDate.of(2027, 2, 1), Meeting.Status.CONFIRMED),
                summit("VD2016", LocalDate.of(2016, 2, 1), Meeting.Status.HELD)),
            TODAY);

    assertThat(road.milestones())
        .extracting(MeetingTimeline.Milestone::at)
        .containsExactly("5.50%", "94.00%");
    assertThat(road.milestones())
        .extracting(MeetingTimeline.Milestone::kind)
        .containsExactly(MeetingTimeline.Kind.HELD, MeetingTimeline.Kind.CONFIRMED);
    assertThat(road.todayAnchor()).isEqualTo("end");
  }

  @Test
  void aSummitWithoutADateStandsAtTheEnd() {
    MeetingTimeline road =
        MeetingTimeline.of(
            List.of(
                summit("VD2027", null, Meeting.Status.PLANNED),
                summit("VD2023", LocalDate.of(2023, 5, 5), Meeting.Status.HELD)),
            TODAY);

    assertThat(road.milestones())
        .extracting(MeetingTimeline.Milestone::label)
        .containsExactly("2023", "?");
    assertThat(road.milestones().get(1).at()).isEqualTo("94.00%");
  }

  @Test
  void aSummitWhosePlannedDayPassedIsCountedFromThatDay() {
    Countdown countdown =
        Countdown.to(summit("VD2027", TODAY.minusDays(3), Meeting.Status.CONFIRMED), TODAY);

    assertThat(countdown.days()).isEqualTo(-3);
  }

  @Test
  void segmentsOfAThemeFollowOneAnotherAndLeaveOutWhatIsNotThere() {
    Theme theme = new Theme(new MeetingId("VD2023"), 1, Texts.text("Un thème", null));
    Theme longer = new Theme(new MeetingId("VD2023"), 2, Texts.text("Un autre", null));

    List<ThemeBar> bars =
        ThemeBar.of(
            List.of(
                new ThemeCounts(theme, LocalText.same("VD"), new Figures(1, 0, 0, 1, 2, 1), 0, 0),
                new ThemeCounts(
                    longer, LocalText.same("VD"), new Figures(8, 0, 0, 0, 0, 0), 0, 0)));

    assertThat(bars.get(0).bar().segments())
        .extracting(StackedBar.Segment::name, StackedBar.Segment::x, StackedBar.Segment::width)
        .containsExactly(
            tuple("FULFILLED", "0.000%", "12.500%"),
            tuple("BLOCKED", "12.500%", "12.500%"),
            tuple("SILENT", "25.000%", "25.000%"));
    assertThat(bars.get(1).bar().segments())
        .extracting(StackedBar.Segment::width)
        .containsExactly("100.000%");
  }

  @Test
  void theReadersOwnCountryComesFirstAndBothAreDrawnToOneScale() {
    List<PartyOverdueView> sides =
        PartyOverdueView.of(
            List.of(
                new MinistryOverdue(new MinistryCode("BE-IBZ"), 1, 0, 0, 1, 75),
                new MinistryOverdue(new MinistryCode("FR-ARM"), 1, 1, 0, 0, 20),
                new MinistryOverdue(new MinistryCode("FR-INT"), 40, 0, 10, 0, 45)),
            TestParties.BOTH,
            TestParties.FR);

    assertThat(sides)
        .extracting(PartyOverdueView::party)
        .containsExactly(TestParties.FR, TestParties.BE);
    assertThat(sides).extracting(PartyOverdueView::items).containsExactly(52, 2);
    assertThat(sides).extracting(PartyOverdueView::worst).containsExactly(45, 75);
    assertThat(sides.get(0).ministries())
        .extracting(row -> row.overdue().ministry().value())
        .containsExactly("FR-INT", "FR-ARM");
    assertThat(sides.get(0).ministries().get(0).bar().segments())
        .extracting(StackedBar.Segment::name, StackedBar.Segment::x, StackedBar.Segment::width)
        .containsExactly(
            tuple("OVER_THIRTY", "0.000%", "20.000%"), tuple("RECENT", "20.000%", "80.000%"));
    assertThat(sides.get(1).ministries().get(0).bar().segments())
        .extracting(StackedBar.Segment::name, StackedBar.Segment::roomy)
        .containsExactly(tuple("OVER_SIXTY", false), tuple("RECENT", false));
  }

  @Test
  void aSideWithoutAnythingLateIsStillShown() {
    assertThat(PartyOverdueView.of(List.of(), TestParties.BOTH, TestParties.BE))
        .extracting(PartyOverdueView::party, PartyOverdueView::items, PartyOverdueView::worst)
        .containsExactly(tuple(TestParties.BE, 0, 0), tuple(TestParties.FR, 0, 0));
  }

  @Test
  void theLinesOfTheTrendEndWhereTheyAreAndTheirNamesKeepApart() {
    TrendChart picture =
        TrendChart.of(
            new Trend(
                List.of(
                    new Trend.Point(TODAY.minusYears(3), 50, 0, 0),
                    new Trend.Point(TODAY, 30, 2, 1))));

    assertThat(picture.levels())
        .extracting(TrendChart.Level::number, TrendChart.Level::y)
        .containsExactly(tuple(0, 214), tuple(20, 147), tuple(40, 81), tuple(60, 14));
    assertThat(picture.lines())
        .extracting(TrendChart.Line::name, TrendChart.Line::now, TrendChart.Line::end)
        .containsExactly(
            tuple("open", 30, 114), tuple("fulfilled", 2, 207), tuple("overdue", 1, 211));
    assertThat(picture.lines()).extracting(TrendChart.Line::label).containsExactly(114, 192, 214);
    assertThat(picture.lines().get(0).points()).isEqualTo("0.00,16.67 100.00,50.00");
    assertThat(picture.ticks())
        .extracting(tick -> tick.day().getYear())
        .containsExactly(2025, 2026)
        .doesNotHaveDuplicates();
  }

  @Test
  void aTrendWithoutAnyCommitmentIsAFlatLine() {
    TrendChart picture = TrendChart.of(new Trend(List.of(new Trend.Point(TODAY, 0, 0, 0))));

    assertThat(picture.lines()).extracting(TrendChart.Line::points).containsOnly("100.00,100.00");
    assertThat(picture.levels()).extracting(TrendChart.Level::number).containsExactly(0, 1);
  }

  @Test
  void yearsThatAreNearStandOnTwoLines() {
    MeetingTimeline road =
        MeetingTimeline.of(
            List.of(
                summit("VD2016", LocalDate.of(2016, 2, 1), Meeting.Status.HELD),
                summit("VD2027", LocalDate.of(2027, 2, 1), Meeting.Status.PLANNED),
                summit("VD2028", null, Meeting.Status.PLANNED)),
            TODAY);

    assertThat(road.milestones())
        .extracting(MeetingTimeline.Milestone::kind, MeetingTimeline.Milestone::lower)
        .containsExactly(
            tuple(MeetingTimeline.Kind.HELD, false),
            tuple(MeetingTimeline.Kind.PLANNED, false),
            tuple(MeetingTimeline.Kind.UNDATED, true));
  }

  private static Meeting summit(String id, @Nullable LocalDate date, Meeting.Status status) {
    return new Meeting(
        new MeetingId(id), "VD", Texts.text("Val Duchesse", null), null, date, false, status, 0);
  }
}
