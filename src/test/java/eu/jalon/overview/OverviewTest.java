package eu.jalon.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.RegisterCopies;
import eu.jalon.TestDatabase;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.actionitem.MinistryOverdue;
import eu.jalon.actionitem.form.Step;
import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.Commitments;
import eu.jalon.commitment.JdbcHistory;
import eu.jalon.commitment.question.Question;
import eu.jalon.commitment.question.Questions;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.directory.Viewer;
import eu.jalon.overview.trend.JdbcTrend;
import eu.jalon.overview.trend.Trend;
import eu.jalon.overview.trend.Trend.Delta;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import eu.jalon.transition.MeetingClosing;
import eu.jalon.transition.MoveFixture;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The read model of the home page; today is Monday 4 January 2027. */
class OverviewTest {

  private static final LocalDate TODAY = LocalDate.of(2027, 1, 4);
  private static final LocalDate SINCE = TODAY.minusDays(30);

  @ParameterizedTest
  @EnumSource
  void theTrendUsesTheDueDatesThatAppliedAtTheTime(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 6)) {
      due(fixture, "2027-05-28", 1, 2, 3, 4, 5, 6);
      close(fixture, 1, "FULFILLED", "2026-12-01");
      close(fixture, 2, "FULFILLED", "2026-06-01");
      due(fixture, "2026-11-20", 1);
      due(fixture, "2027-01-01", 3);
      due(fixture, "2027-12-01", 4);
      moved(fixture, 4, "2026-12-10", "2026-12-25", "2026-12-20T10:00:00Z");
      moved(fixture, 4, "2026-12-25", "2027-12-01", "2026-12-31T10:00:00Z");
      close(fixture, 5, "CARRIED_OVER", "2026-11-15");
      enteredAgain(fixture, 6, "2026-11-15T23:30:00Z");

      assertThat(
              fixture
                  .get(JdbcTrend.class)
                  .deltas(Viewer.EVERYTHING, LocalDate.of(2026, 11, 1), TODAY))
          .containsExactly(
              delta("2026-11-01", 4, 0, 0),
              delta("2026-11-15", -1, 0, 0),
              delta("2026-11-16", 1, 0, 0),
              delta("2026-11-21", 0, 0, 1),
              delta("2026-12-01", -1, 1, -1),
              delta("2026-12-11", 0, 0, 1),
              delta("2026-12-20", 0, 0, -1),
              delta("2026-12-26", 0, 0, 1),
              delta("2026-12-31", 0, 0, -1),
              delta("2027-01-02", 0, 0, 1));
      Overview overview = fixture.get(Overview.class);
      assertThat(
              overview.trend(LocalDate.of(2026, 11, 1), List.of(), fixture.by).orElseThrow().last())
          .isEqualTo(new Trend.Point(TODAY, 3, 1, 1));
      assertThat(overview.trend(TODAY.plusDays(1), List.of(), fixture.by)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theTrendFollowsDueDatesThatWereAbsentOrMovedTwiceADay(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 6)) {
      due(fixture, "2026-12-20", 1);
      moved(fixture, 1, "2026-12-05", "2026-12-08", "2026-12-09T23:30:00Z");
      moved(fixture, 1, "2026-12-08", "2026-12-20", "2026-12-10T10:00:00Z");
      due(fixture, "2027-05-28", 2, 6);
      moved(fixture, 2, "2026-11-10", "2027-05-28", "2026-11-20T10:00:00Z");
      due(fixture, "2026-12-12", 3);
      moved(fixture, 3, null, "2026-12-12", "2026-12-18T10:00:00Z");
      due(fixture, null, 4);
      moved(fixture, 4, "2026-12-02", null, "2026-12-05T10:00:00Z");
      due(fixture, "2026-12-13", 5);
      close(fixture, 5, "FULFILLED", "2026-12-14");
      close(fixture, 6, "FULFILLED", "2026-12-15");
      enteredAgain(fixture, 6, "2026-12-20T10:00:00Z");

      JdbcTrend trends = fixture.get(JdbcTrend.class);
      LocalDate from = LocalDate.of(2026, 12, 1);
      assertThat(trends.deltas(Viewer.EVERYTHING, from, TODAY))
          .containsExactly(
              delta("2026-12-01", 5, 0, 0),
              delta("2026-12-03", 0, 0, 1),
              delta("2026-12-05", 0, 0, -1),
              delta("2026-12-06", 0, 0, 1),
              delta("2026-12-10", 0, 0, -1),
              delta("2026-12-14", -1, 1, 0),
              delta("2026-12-15", 0, 1, 0),
              delta("2026-12-18", 0, 0, 1),
              delta("2026-12-21", 0, 0, 1));
      assertThat(trends.deltas(Viewer.EVERYTHING, from, LocalDate.of(2026, 12, 3)))
          .containsExactly(delta("2026-12-01", 5, 0, 0), delta("2026-12-03", 0, 0, 1));
      assertThat(trends.deltas(ofSeries("VD"), from, TODAY)).hasSize(9);
      assertThat(trends.deltas(ofSeries("TR"), from, TODAY)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCommitmentIsOverdueOnlyWhileItCounts(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 2)) {
      due(fixture, "2027-05-28", 1);
      moved(fixture, 1, "2026-12-05", "2027-05-28", "2026-12-15T10:00:00Z");
      close(fixture, 1, "FULFILLED", "2026-12-10");
      due(fixture, "2026-12-02", 2);
      moved(fixture, 2, "2026-12-20", "2026-12-02", "2026-12-04T10:00:00Z");
      enteredAgain(fixture, 2, "2026-12-08T10:00:00Z");

      assertThat(
              fixture
                  .get(JdbcTrend.class)
                  .deltas(Viewer.EVERYTHING, LocalDate.of(2026, 12, 1), TODAY))
          .containsExactly(
              delta("2026-12-01", 1, 0, 0),
              delta("2026-12-06", 0, 0, 1),
              delta("2026-12-08", 1, 0, 1),
              delta("2026-12-10", -1, 1, -1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTrendIsNotAnsweredFromTheDaysOfAnother(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 1)) {
      due(fixture, "2027-01-01", 1);
      moved(fixture, 1, "2026-12-05", "2027-01-01", "2026-12-06T10:00:00Z");
      JdbcTrend trends = fixture.get(JdbcTrend.class);
      List<Delta> january = List.of(delta("2027-01-01", 1, 0, 0), delta("2027-01-02", 0, 0, 1));

      assertThat(trends.deltas(Viewer.EVERYTHING, LocalDate.of(2027, 1, 1), TODAY))
          .isEqualTo(january);
      assertThat(trends.deltas(Viewer.EVERYTHING, LocalDate.of(2026, 12, 1), TODAY))
          .containsExactly(delta("2026-12-01", 1, 0, 0), delta("2027-01-02", 0, 0, 1));
      assertThat(trends.deltas(Viewer.EVERYTHING, LocalDate.of(2027, 1, 1), TODAY))
          .isEqualTo(january);
    }
  }

  @ParameterizedTest
  @EnumSource
  void todaysPointOfTheTrendFollowsTheCountsAndPastDaysAreKept(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 4)) {
      due(fixture, "2026-12-20", 1, 2);
      assertThat(trend(fixture)).isEqualTo(computed(fixture));

      close(fixture, 1, "FULFILLED", TODAY.toString());
      Trend after = trend(fixture);
      assertThat(after).isEqualTo(computed(fixture));

      close(fixture, 3, "FULFILLED", TODAY.minusDays(20).toString());
      Trend past = trend(fixture);
      assertThat(past.last()).isEqualTo(computed(fixture).last());
      int last = past.points().size() - 1;
      assertThat(past.points().subList(0, last)).isEqualTo(after.points().subList(0, last));

      close(fixture, 4, "WITHDRAWN", TODAY.minusDays(20).toString());
      assertThat(trend(fixture)).isEqualTo(computed(fixture));
    }
  }

  private static Trend trend(MoveFixture fixture) {
    return fixture
        .get(Overview.class)
        .trend(SINCE, fixture.get(Commitments.class).themeCounts(fixture.by), fixture.by)
        .orElseThrow();
  }

  private static Trend computed(MoveFixture fixture) {
    return Trend.of(
        SINCE, TODAY, fixture.get(JdbcTrend.class).deltas(Viewer.EVERYTHING, SINCE, TODAY));
  }

  @ParameterizedTest
  @EnumSource
  void pendingDecisionsOfTheTeamAreCountedByStepWithTheOldest(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 4)) {
      item(fixture, "a", 1, "validate", "BE-PM", "2027-01-03T08:00:00Z", null);
      item(fixture, "b", 2, "validate", "BE-PM", "2027-01-02T08:00:00Z", null);
      item(fixture, "c", 3, "decideExtension", "BE-PM", "2027-01-01T08:00:00Z", null);
      item(fixture, "d", 4, "validate", "FR-INT", "2026-12-01T08:00:00Z", null);
      item(fixture, "e", 4, "mandate", "BE-PM", "2026-12-01T08:00:00Z", null);

      assertThat(fixture.get(Overview.class).lists(TODAY, 1, fixture.by).decisions())
          .containsExactly(
              new PendingDecisions(Step.DECIDE_EXTENSION, 1, oldest("c", 3, "2027-01-01")),
              new PendingDecisions(Step.VALIDATE, 2, oldest("b", 2, "2027-01-02")));
    }
  }

  @ParameterizedTest
  @EnumSource
  void unansweredQuestionsAreCountedForTheCountryThatWasAsked(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 3)) {
      Overview overview = fixture.get(Overview.class);
      assertThat(overview.lists(TODAY, 1, fixture.by).questions()).isEmpty();
      Person french = person("fr-int", "FR-INT", Role.FOCAL_POINT);
      Questions questions = fixture.get(Questions.class);
      Question first =
          questions.ask(new CommitmentRef(ref(1)), null, "Quand sera-ce prêt, au juste ?", french);
      questions.ask(new CommitmentRef(ref(2)), null, "Et ceci, quand sera-ce prêt ?", french);

      assertThat(overview.lists(TODAY, 1, fixture.by).questions())
          .contains(
              new PendingQuestions(
                  2, first.ref(), Texts.text("Étape 0", "Stap 0"), fixture.clock.instant()));
      assertThat(
              overview.lists(TODAY, 1, person("coord-fr", "FR-PM", Role.COORDINATOR)).questions())
          .isEmpty();
      questions.answer(first.id(), "Ce sera prêt en mai.", fixture.by);
      assertThat(overview.lists(TODAY, 1, fixture.by).questions())
          .hasValueSatisfying(waiting -> assertThat(waiting.count()).isEqualTo(1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void dueItemsAreCountedCompletelyWhenTheListIsLimited(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 3)) {
      item(fixture, "a", 1, "mandate", "BE-IBZ", "2026-06-01T08:00:00Z", "2027-01-04");
      item(fixture, "b", 2, "mandate", "BE-IBZ", "2026-06-01T08:00:00Z", "2027-01-10");
      item(fixture, "c", 3, "mandate", "FR-INT", "2026-06-01T08:00:00Z", "2027-01-18");
      item(fixture, "d", 1, "mandate", "FR-INT", "2026-06-01T08:00:00Z", "2027-01-19");
      String[] late = {"2027-01-03", "2026-12-21", "2026-12-20", "2026-12-05", "2026-12-04"};
      for (String due : late) {
        item(fixture, due, 1, "mandate", "BE-IBZ", "2026-06-01T08:00:00Z", due);
      }
      item(fixture, "sixty", 1, "mandate", "BE-IBZ", "2026-06-01T08:00:00Z", "2026-11-05");
      item(fixture, "older", 1, "mandate", "BE-IBZ", "2026-06-01T08:00:00Z", "2026-11-04");

      Overview.Lists lists = fixture.get(Overview.class).lists(TODAY.plusDays(14), 2, fixture.by);
      assertThat(lists.soonest()).extracting(Overview.DueItem::id).containsExactly("a", "b");
      assertThat(lists.due()).isEqualTo(3);
      assertThat(fixture.get(ActionItems.class).overdueByMinistry(fixture.by))
          .containsExactly(new MinistryOverdue(new MinistryCode("BE-IBZ"), 2, 2, 2, 1, 61));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theBalanceOfAMeetingCountsCommitmentsByStatus(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 4)) {
      close(fixture, 1, "FULFILLED", "2026-12-01");
      close(fixture, 2, "WITHDRAWN", "2026-12-01");
      MeetingClosing.Outcome closed =
          fixture
              .get(MeetingClosing.class)
              .close(
                  MoveFixture.NEXT,
                  TODAY,
                  new MeetingClosing.NextMeeting(
                      new MeetingId("VD2030"), Texts.text("Le suivant", null), null, null),
                  fixture.by);

      assertThat(closed.carriedOver()).hasSize(2);
      assertThat(fixture.get(Overview.class).balances(fixture.by))
          .containsEntry(
              new MeetingId("VD2018"),
              new MeetingBalance(
                  new MeetingId("VD2018"),
                  1,
                  0,
                  2,
                  1,
                  List.of(new MeetingBalance.Carried(MoveFixture.NEXT, 2))))
          .containsEntry(
              MoveFixture.NEXT, new MeetingBalance(MoveFixture.NEXT, 0, 2, 0, 0, List.of()));
    }
  }

  @ParameterizedTest
  @EnumSource(names = "H2")
  void onlyCoordinatorsHaveAccess(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 1)) {
      Overview overview = fixture.get(Overview.class);
      Person focalPoint = person("be-ibz", "BE-IBZ", Role.FOCAL_POINT);
      assertThatThrownBy(() -> overview.lists(TODAY, 1, focalPoint))
          .hasMessageContaining("coordinatorOnly");
      assertThatThrownBy(() -> overview.balances(focalPoint))
          .hasMessageContaining("coordinatorOnly");
      assertThatThrownBy(() -> overview.trend(TODAY, List.of(), focalPoint))
          .hasMessageContaining("coordinatorOnly");
    }
  }

  private static PendingDecisions.Oldest oldest(String id, int position, String day) {
    return new PendingDecisions.Oldest(
        id,
        new CommitmentRef(ref(position)),
        Texts.text("Étape " + (position - 1), "Stap " + (position - 1)),
        Instant.parse(day + "T08:00:00Z"));
  }

  private static Delta delta(String day, int open, int fulfilled, int overdue) {
    return new Delta(LocalDate.parse(day), open, fulfilled, overdue);
  }

  private static String ref(int position) {
    return "VD2018-1.0" + position;
  }

  private static Viewer ofSeries(String id) {
    return new Viewer(Optional.of(Set.of(id)), Optional.empty());
  }

  private static void enteredAgain(MoveFixture fixture, int position, String at) {
    fixture
        .get(JdbcClient.class)
        .sql("update commitment set carried_from = :from, entered_at = :at where ref = :ref")
        .param("from", ref(position - 1))
        .param("at", OffsetDateTime.parse(at))
        .param("ref", ref(position))
        .update();
  }

  private static void due(MoveFixture fixture, @Nullable String day, int... positions) {
    for (int position : positions) {
      fixture
          .get(JdbcClient.class)
          .sql("update commitment set due_on = :day where ref = :ref")
          .param("day", day == null ? null : LocalDate.parse(day), Types.DATE)
          .param("ref", ref(position))
          .update();
    }
  }

  private static void close(MoveFixture fixture, int position, String status, String day) {
    fixture
        .get(JdbcClient.class)
        .sql("update commitment set status = :status, closed_on = :day where ref = :ref")
        .param("status", status)
        .param("day", LocalDate.parse(day))
        .param("ref", ref(position))
        .update();
  }

  private static void moved(
      MoveFixture fixture, int position, @Nullable String from, @Nullable String to, String at) {
    fixture.inTransaction(
        modules ->
            modules
                .get(JdbcHistory.class)
                .add(
                    List.of(
                        new CommitmentChange(
                            new CommitmentRef(ref(position)),
                            CommitmentChange.Type.DUE_DATE,
                            from,
                            to,
                            null,
                            Instant.parse(at),
                            fixture.by.id()))));
  }

  private static void item(
      MoveFixture fixture,
      String id,
      int position,
      String step,
      String ministry,
      String createdAt,
      @Nullable String dueOn) {
    fixture
        .get(JdbcClient.class)
        .sql(
            """
            insert into action_item
              (id, ref, meeting_id, theme, step, ministry, due_on, due_offset, status, created_at)
            select :id, c.ref, c.meeting_id, c.theme, :step, :ministry, :due, '0', 'OPEN', :at
            from commitment c where c.ref = :ref
            """)
        .param("id", id)
        .param("ref", ref(position))
        .param("step", step)
        .param("ministry", ministry)
        .param("due", dueOn == null ? null : LocalDate.parse(dueOn), Types.DATE)
        .param("at", OffsetDateTime.parse(createdAt))
        .update();
    RegisterCopies.write(fixture.get(JdbcClient.class));
  }

  private static Person person(String id, String ministry, Role role) {
    return new Person(
        new PersonId(id),
        Texts.text("Quelqu’un", "Iemand"),
        null,
        Texts.FR,
        role,
        new MinistryCode(ministry));
  }
}
