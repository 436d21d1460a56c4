package eu.jalon.overview.overdue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.RegisterCopies;
import eu.jalon.TestDatabase;
import eu.jalon.TestParties;
import eu.jalon.actionitem.ActionItemView;
import eu.jalon.directory.Parties;
import eu.jalon.directory.Party;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.meeting.Theme;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import eu.jalon.shared.paging.Page;
import eu.jalon.transition.MoveFixture;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Groups and pages of overdue items. */
class OverdueTest {

  /** The date of the fixture's clock. */
  private static final LocalDate TODAY = LocalDate.of(2027, 1, 4);

  private static final Person COORDINATOR = person("coord-be", Role.COORDINATOR, "BE-PM");
  private static final Person FOCAL_POINT = person("be-ibz", Role.FOCAL_POINT, "BE-IBZ");

  @ParameterizedTest
  @EnumSource
  void groupsAndItemsAreSortedByAgeAcrossPages(TestDatabase database) {
    try (MoveFixture fixture = late(database)) {
      Overdue overdue = fixture.get(Overdue.class);
      for (Overdue.By by : Overdue.By.values()) {
        List<Overdue.Group> groups = overdue.groups(OverdueFilter.none(), by, COORDINATOR);
        List<ActionItemView> all = overdue.first(OverdueFilter.none(), by, 100, COORDINATOR);

        assertThat(groups).as("%s", by).isSortedAccordingTo((a, b) -> b.worst() - a.worst());
        assertThat(groups.stream().mapToInt(Overdue.Group::items).sum()).isEqualTo(all.size());
        assertThat(all.stream().map(view -> by.keyOf(view, TODAY)).distinct().toList())
            .as("%s: the groups follow each other", by)
            .isEqualTo(groups.stream().map(Overdue.Group::key).toList());
        assertThat(pages(overdue, by)).isEqualTo(ids(all));
        assertThat(overdue.first(OverdueFilter.none(), by, 2, COORDINATOR)).hasSize(2);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void filtersCombineAndAgesCoverAllItems(TestDatabase database) {
    try (MoveFixture fixture = late(database)) {
      Overdue overdue = fixture.get(Overdue.class);
      int all = count(overdue, OverdueFilter.none());
      int byAge = 0;
      for (OverdueAge age : OverdueAge.values()) {
        OverdueFilter filter = new OverdueFilter(null, null, null, null, age);
        List<ActionItemView> found = overdue.first(filter, Overdue.By.AGE, 100, COORDINATOR);
        assertThat(found).allMatch(view -> OverdueAge.of(view.overdueDays(TODAY)) == age);
        byAge += found.size();
      }
      assertThat(byAge).isEqualTo(all).isGreaterThan(4);

      OverdueFilter french =
          new OverdueFilter(
              TestParties.FR, new MinistryCode("FR-INT"), new MeetingId("VD2018"), 1, null);
      assertThat(overdue.first(french, Overdue.By.PARTY, 100, COORDINATOR))
          .isNotEmpty()
          .allMatch(view -> view.item().ministry().value().equals("FR-INT"));
      assertThat(
              count(
                  overdue, new OverdueFilter(TestParties.BE, french.ministry(), null, null, null)))
          .isZero();
      assertThat(overdue.themes(COORDINATOR)).extracting(Theme::number).containsExactly(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, RECENT",
    "14, RECENT",
    "15, OVER_FOURTEEN",
    "30, OVER_FOURTEEN",
    "31, OVER_THIRTY",
    "60, OVER_THIRTY",
    "61, OVER_SIXTY",
    "900, OVER_SIXTY"
  })
  void agesInDaysAndInDatesAgree(int days, OverdueAge age) {
    LocalDate today = LocalDate.of(2027, 3, 1);
    LocalDate due = today.minusDays(days);

    assertThat(OverdueAge.of(days)).isEqualTo(age);
    assertThat(due).isBefore(age.dueBefore(today));
    LocalDate from = age.dueFrom(today);
    assertThat(from == null || !due.isBefore(from)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = "H2")
  void onlyCoordinatorsHaveAccess(TestDatabase database) {
    try (MoveFixture fixture = late(database)) {
      Overdue overdue = fixture.get(Overdue.class);

      assertThatThrownBy(() -> overdue.groups(OverdueFilter.none(), Overdue.By.AGE, FOCAL_POINT))
          .hasMessageContaining("register.coordinatorOnly");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anItemIsLateOnceItsDayIsOverWhereTheReaderIs(TestDatabase database) {
    try (MoveFixture fixture = late(database)) {
      Parties parties = fixture.get(Parties.class);
      Party party = parties.get(TestParties.FR);
      ZoneId ahead = ZoneId.of("Pacific/Kiritimati");
      parties.enter(
          List.of(new Party(party.code(), party.name(), ahead, party.calendar(), Set.of())),
          List.of());
      fixture.clock.moveTo(TODAY + "T12:00");
      Overdue overdue = fixture.get(Overdue.class);
      Person inTheDayAfter = person("coord-fr", Role.COORDINATOR, "FR-PM");

      assertThat(late(overdue, COORDINATOR)).doesNotContain(TODAY).contains(TODAY.minusDays(1));
      assertThat(late(overdue, inTheDayAfter)).contains(TODAY, TODAY.minusDays(1));
    }
  }

  private static List<LocalDate> late(Overdue overdue, Person reader) {
    return overdue.first(OverdueFilter.none(), Overdue.By.AGE, 100, reader).stream()
        .flatMap(view -> view.item().dueOn().stream())
        .map(DueDate::day)
        .toList();
  }

  /** Opens items that are 1, 14, 15, 30, 31, 60 and 61 days overdue, and one that is due today. */
  private static MoveFixture late(TestDatabase database) {
    MoveFixture fixture = MoveFixture.of(database, 12);
    JdbcClient jdbc = fixture.get(JdbcClient.class);
    List<String> items =
        jdbc.sql("select id from action_item where status = 'OPEN' order by id")
            .query(String.class)
            .list();
    int[] days = {0, 1, 14, 15, 30, 31, 60, 61};
    for (int i = 0; i < items.size(); i++) {
      jdbc.sql("update action_item set due_on = :due where id = :id")
          .param("due", TODAY.minusDays(days[i % days.length]))
          .param("id", items.get(i))
          .update();
    }
    RegisterCopies.write(jdbc);
    return fixture;
  }

  private static List<String> pages(Overdue overdue, Overdue.By by) {
    List<String> ids = new ArrayList<>();
    List<Overdue.Group> groups = overdue.groups(OverdueFilter.none(), by, COORDINATOR);
    for (int page = 0; page < 10; page++) {
      ids.addAll(
          ids(
              overdue.page(
                  OverdueFilter.none(), by, groups, new Page.Request(page, 3), COORDINATOR)));
    }
    return ids;
  }

  private static List<String> ids(List<ActionItemView> views) {
    return views.stream().map(view -> view.item().id()).toList();
  }

  private static int count(Overdue overdue, OverdueFilter filter) {
    return overdue.groups(filter, Overdue.By.MINISTRY, COORDINATOR).stream()
        .mapToInt(Overdue.Group::items)
        .sum();
  }

  private static Person person(String id, Role role, String ministry) {
    return new Person(
        new PersonId(id),
        Texts.text("Compte " + id, null),
        new EmailAddress(id + "@example.org"),
        Texts.FR,
        role,
        new MinistryCode(ministry));
  }
}
