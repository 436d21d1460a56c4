package eu.jalon.pages.home;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.pages.frame.Road;
import eu.jalon.register.Summit;
import eu.jalon.register.Theme;
import eu.jalon.register.ThemeState;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.OriginId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HomePicturesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @Test
  void summitsStandInProportionOnTheRoad() {
    Road road =
        Road.of(
            List.of(
                summit("VD2027", LocalDate.of(2027, 2, 1), Summit.Status.CONFIRMED),
                summit("VD2016", LocalDate.of(2016, 2, 1), Summit.Status.HELD)),
            TODAY);

    assertThat(road.milestones()).extracting(Road.Milestone::at).containsExactly("5.50%", "94.00%");
    assertThat(road.milestones())
        .extracting(Road.Milestone::kind)
        .containsExactly(Road.Kind.HELD, Road.Kind.CONFIRMED);
    assertThat(road.todayAnchor()).isEqualTo("end");
  }

  @Test
  void aSummitWithoutADateStandsAtTheEnd() {
    Road road =
        Road.of(
            List.of(
                summit("VD2027", null, Summit.Status.PLANNED),
                summit("VD2023", LocalDate.of(2023, 5, 5), Summit.Status.HELD)),
            TODAY);

    assertThat(road.milestones()).extracting(Road.Milestone::label).containsExactly("2023", "?");
    assertThat(road.milestones().get(1).at()).isEqualTo("94.00%");
  }

  @Test
  void aSummitWhosePlannedDayPassedIsCountedFromThatDay() {
    Countdown countdown =
        Countdown.to(summit("VD2027", TODAY.minusDays(3), Summit.Status.CONFIRMED), TODAY);

    assertThat(countdown.days()).isEqualTo(-3);
  }

  @Test
  void segmentsOfAThemeFollowOneAnotherAndLeaveOutWhatIsNotThere() {
    Theme theme = new Theme(new OriginId("VD2023"), 1, LocalText.of("Un thème", null));
    Theme longer = new Theme(new OriginId("VD2023"), 2, LocalText.of("Un autre", null));

    List<ThemeBar> bars =
        ThemeBar.of(
            List.of(
                new ThemeState(theme, 1, 0, 0, 1, 2, 1), new ThemeState(longer, 8, 0, 0, 0, 0, 0)));

    assertThat(bars.get(0).segments())
        .extracting(ThemeBar.Segment::name, ThemeBar.Segment::x, ThemeBar.Segment::width)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("FULFILLED", "0.000%", "12.500%"),
            org.assertj.core.groups.Tuple.tuple("BLOCKED", "12.500%", "12.500%"),
            org.assertj.core.groups.Tuple.tuple("SILENT", "25.000%", "25.000%"));
    assertThat(bars.get(1).segments())
        .extracting(ThemeBar.Segment::width)
        .containsExactly("100.000%");
  }

  private static Summit summit(String id, @Nullable LocalDate date, Summit.Status status) {
    return new Summit(
        new OriginId(id), "VD", LocalText.of("Val Duchesse", null), null, date, false, status, 0);
  }
}
