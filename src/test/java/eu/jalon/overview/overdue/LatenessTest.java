package eu.jalon.overview.overdue;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.RegisterCopies;
import eu.jalon.TestDatabase;
import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItemFilter;
import eu.jalon.actionitem.ActionItemView;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.actionitem.MinistryOverdue;
import eu.jalon.actionitem.reminding.OpenItems;
import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.CommitmentFilter;
import eu.jalon.commitment.Commitments;
import eu.jalon.commitment.ThemeCounts;
import eu.jalon.directory.Person;
import eu.jalon.overview.Overview;
import eu.jalon.overview.status.StatusSheet;
import eu.jalon.shared.paging.Page;
import eu.jalon.transition.MoveFixture;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is overdue is the same on home, on the overdue page, in lists, in the report and for
 * reminders.
 */
class LatenessTest {

  /** The date of the fixture's clock. */
  private static final LocalDate TODAY = LocalDate.of(2027, 1, 4);

  private static final int COMMITMENTS = 16;

  private static final Page.Request ALL = new Page.Request(0, 200);

  @ParameterizedTest
  @EnumSource
  void coordinators11_everyNumberIsThatOfTheOneDefinition(TestDatabase database) {
    try (MoveFixture fixture = awkward(database)) {
      Person reader = fixture.by;
      Set<String> late = late(fixture);

      assertThat(late)
          .as("t1 and t2 by their own date, t3 and t4 by the deadline of their commitment")
          .containsExactlyInAnyOrder("t1", "t2", "t3", "t4", "t11");
      Overdue overdue = fixture.get(Overdue.class);
      for (Overdue.By by : Overdue.By.values()) {
        assertThat(ids(overdue.first(OverdueFilter.none(), by, 100, reader)))
            .as("overdue page by %s", by)
            .isEqualTo(late);
        assertThat(
                overdue.groups(OverdueFilter.none(), by, reader).stream()
                    .mapToInt(Overdue.Group::items)
                    .sum())
            .isEqualTo(late.size());
      }
      ActionItems items = fixture.get(ActionItems.class);
      ActionItemFilter filter =
          new ActionItemFilter(
              null,
              null,
              true,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              ActionItemFilter.Sort.DUE_ON);
      Page<ActionItemView> listed = items.page(filter, reader, ALL);
      assertThat(ids(listed.items())).as("list of action items").isEqualTo(late);
      assertThat(listed.total()).isEqualTo(late.size());
      List<MinistryOverdue> home = items.overdueByMinistry(reader);
      assertThat(home.stream().mapToInt(MinistryOverdue::items).sum())
          .as("home")
          .isEqualTo(late.size());
      assertThat(home.stream().collect(Collectors.toMap(m -> m.ministry().value(), m -> m.worst())))
          .isEqualTo(
              overdue.groups(OverdueFilter.none(), Overdue.By.MINISTRY, reader).stream()
                  .collect(Collectors.toMap(Overdue.Group::key, Overdue.Group::worst)));
      assertThat(
              fixture.get(Overview.class).lists(TODAY.plusYears(9), 200, reader).soonest().stream()
                  .map(Overview.DueItem::id))
          .as("due soon on home")
          .isNotEmpty()
          .doesNotContainAnyElementsOf(late);
      assertThat(
              fixture.get(OpenItems.class).due(TODAY, TODAY.plusDays(1), null, 100).stream()
                  .map(item -> item.item().id()))
          .as("looked at by the reminder round")
          .containsAll(late);
    }
  }

  @ParameterizedTest
  @EnumSource
  void coordinators11_everyOverdueCommitmentIsOnTheOverduePageAndCountedAlike(
      TestDatabase database) {
    try (MoveFixture fixture = awkward(database)) {
      Person reader = fixture.by;
      Commitments commitments = fixture.get(Commitments.class);
      List<Commitment> late =
          commitments.page(CommitmentFilter.none(), reader, ALL).items().stream()
              .filter(commitment -> commitment.overdueDays(TODAY) > 0)
              .toList();

      assertThat(late).extracting(c -> c.ref().position()).containsExactlyInAnyOrder(3, 4, 11);
      CommitmentFilter filter =
          new CommitmentFilter(
              null, null, null, null, null, null, true, null, CommitmentFilter.Sort.REF);
      assertThat(commitments.page(filter, reader, ALL).items()).isEqualTo(late);
      StatusSheet report = fixture.get(StatusSheet.class);
      List<ThemeCounts> themes = commitments.themeCounts(reader);
      assertThat(themes.stream().mapToInt(theme -> theme.figures().overdue()).sum())
          .isEqualTo(late.size());
      List<ThemeCounts> standings = report.themes(reader);
      assertThat(standings).isEqualTo(themes);
      assertThat(
              report.lines(standings, reader).values().stream()
                  .flatMap(Collection::stream)
                  .filter(line -> line.isOverdue(TODAY)))
          .hasSameSizeAs(late);
      assertThat(report.since(LocalDate.of(2000, 1, 1), reader).overdue()).hasSameSizeAs(late);
      assertThat(
              fixture
                  .get(Overview.class)
                  .trend(TODAY.minusDays(30), themes, reader)
                  .orElseThrow()
                  .last()
                  .overdue())
          .isEqualTo(late.size());
      Map<String, Integer> byLead =
          report.ministries(reader).stream()
              .collect(Collectors.toMap(m -> m.ministry().value(), m -> m.figures().overdue()));
      byLead.forEach(
          (ministry, count) ->
              assertThat(
                      late.stream()
                          .filter(
                              c ->
                                  c.leads().all().stream()
                                      .anyMatch(l -> l.value().equals(ministry))))
                  .hasSize(count));
      Set<String> page =
          fixture
              .get(Overdue.class)
              .first(OverdueFilter.none(), Overdue.By.AGE, 100, reader)
              .stream()
              .map(view -> view.item().ref().value())
              .collect(Collectors.toSet());
      assertThat(page).containsAll(late.stream().map(c -> c.ref().value()).toList());
    }
  }

  /** The ids of the overdue items by the method of the domain, over all items. */
  private static Set<String> late(MoveFixture fixture) {
    ActionItems items = fixture.get(ActionItems.class);
    return fixture
        .get(Commitments.class)
        .page(CommitmentFilter.none(), fixture.by, ALL)
        .items()
        .stream()
        .flatMap(commitment -> items.of(commitment.ref()).stream())
        .filter(view -> view.overdueDays(TODAY) > 0)
        .map(view -> view.item().id())
        .collect(Collectors.toSet());
  }

  private static Set<String> ids(List<ActionItemView> views) {
    return views.stream().map(view -> view.item().id()).collect(Collectors.toSet());
  }

  /** One commitment for each case, with one item each; those at 7 and 14 are done. */
  private static MoveFixture awkward(TestDatabase database) {
    MoveFixture fixture = MoveFixture.of(database, COMMITMENTS);
    item(fixture, 1, TODAY.minusDays(1));
    item(fixture, 2, TODAY.minusDays(40));
    deadline(fixture, 3, TODAY.minusDays(1));
    item(fixture, 4, TODAY.plusDays(3));
    deadline(fixture, 4, TODAY.minusDays(70));
    item(fixture, 5, TODAY);
    deadline(fixture, 6, TODAY);
    item(fixture, 7, TODAY.minusDays(5));
    item(fixture, 8, null);
    deadline(fixture, 8, null);
    closed(fixture, 9, "FULFILLED");
    closed(fixture, 10, "CARRIED_OVER");
    item(fixture, 11, TODAY.minusDays(2));
    deadline(fixture, 11, TODAY.minusDays(20));
    return fixture;
  }

  private static void item(MoveFixture fixture, int position, @Nullable LocalDate due) {
    update(fixture, "update action_item set due_on = :due where id = :id", due, "t" + position);
  }

  private static void deadline(MoveFixture fixture, int position, @Nullable LocalDate due) {
    update(
        fixture,
        "update commitment set due_on = :due where ref = :id",
        due,
        "VD2018-1.%02d".formatted(position));
  }

  /** Closes a commitment that is past its deadline, whose item is dropped with its process. */
  private static void closed(MoveFixture fixture, int position, String status) {
    deadline(fixture, position, TODAY.minusDays(9));
    JdbcClient jdbc = fixture.get(JdbcClient.class);
    jdbc.sql("update commitment set status = :status, closed_on = :on where position = :position")
        .param("status", status)
        .param("on", TODAY.minusDays(20))
        .param("position", position)
        .update();
    jdbc.sql("update action_item set status = :status where id = :id")
        .param("status", ActionItem.Status.DROPPED.name())
        .param("id", "t" + position)
        .update();
  }

  private static void update(MoveFixture fixture, String sql, @Nullable LocalDate due, String id) {
    fixture
        .get(JdbcClient.class)
        .sql(sql)
        .param("due", due, java.sql.Types.DATE)
        .param("id", id)
        .update();
    RegisterCopies.write(fixture.get(JdbcClient.class));
  }
}
