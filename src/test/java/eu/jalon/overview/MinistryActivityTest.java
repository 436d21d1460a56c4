package eu.jalon.overview;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.TestDatabase;
import eu.jalon.commitment.JdbcHistory;
import eu.jalon.commitment.ProgressReport;
import eu.jalon.commitment.ProgressStatus;
import eu.jalon.commitment.question.Question;
import eu.jalon.commitment.question.Questions;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.overview.activity.MinistryActivity;
import eu.jalon.overview.activity.QuestionLine;
import eu.jalon.overview.activity.ReportLine;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import eu.jalon.transition.MoveFixture;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The read model of the first page of focal points; BE-IBZ and FR-INT lead every commitment. */
class MinistryActivityTest {

  private static final Person BELGIAN = focalPoint("be-ibz", "BE-IBZ");
  private static final Person FRENCH = focalPoint("fr-int", "FR-INT");
  private static final Person ASSOCIATED = focalPoint("be-jus", "BE-JUS");

  @ParameterizedTest
  @EnumSource
  void focalPoints17_focalPoints19_reportsOfTheOtherPartyAreShownToLeadsAndAssociatedMinistries(
      TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 3)) {
      associate(fixture, 2);
      report(fixture, 1, "FR-INT", "Le premier point.");
      report(fixture, 2, "FR-INT", "Le deuxième point.");
      report(fixture, 2, "BE-IBZ", "Notre point.");
      MinistryActivity activity = fixture.get(MinistryActivity.class);

      assertThat(texts(activity.reports(BELGIAN, 5).others()))
          .containsExactly("Le deuxième point.", "Le premier point.");
      assertThat(texts(activity.reports(BELGIAN, 1).others()))
          .containsExactly("Le deuxième point.");
      assertThat(texts(activity.reports(ASSOCIATED, 5).others()))
          .containsExactly("Le deuxième point.");
      assertThat(texts(activity.reports(FRENCH, 5).others())).containsExactly("Notre point.");
    }
  }

  @ParameterizedTest
  @EnumSource
  void focalPoints13_aFormerLeadKeepsItsReportsWithoutALinkToTheCommitment(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 2)) {
      ministry(fixture);
      report(fixture, 1, "BE-IBZ", "Avant le changement.");
      fixture
          .get(JdbcClient.class)
          .sql("update commitment_lead set ministry = 'BE-JUS' where ref = :ref and party = 'BE'")
          .param("ref", ref(1).value())
          .update();
      MinistryActivity activity = fixture.get(MinistryActivity.class);

      assertThat(activity.reports(BELGIAN, 5).own())
          .singleElement()
          .satisfies(line -> assertThat(line.visible()).isFalse());
      assertThat(activity.reports(ASSOCIATED, 5).own()).isEmpty();
      assertThat(activity.reports(BELGIAN, 5).others()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void unansweredQuestionsAreShownToTheLeadsOfBothParties(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 2)) {
      Questions questions = fixture.get(Questions.class);
      Question asked = questions.ask(ref(1), null, "Quand sera-ce prêt, au juste ?", FRENCH);
      MinistryActivity activity = fixture.get(MinistryActivity.class);

      assertThat(activity.questions(BELGIAN, 5))
          .extracting(QuestionLine::id, QuestionLine::toAnswer)
          .containsExactly(org.assertj.core.groups.Tuple.tuple(asked.id(), true));
      assertThat(activity.questions(FRENCH, 5))
          .extracting(QuestionLine::toAnswer)
          .containsExactly(false);
      assertThat(activity.questions(ASSOCIATED, 5)).isEmpty();
      questions.answer(asked.id(), "Ce sera prêt en mai.", BELGIAN);
      assertThat(activity.questions(BELGIAN, 5)).isEmpty();
    }
  }

  private static List<String> texts(List<ReportLine> lines) {
    return lines.stream().map(line -> line.report().text()).toList();
  }

  private static void report(MoveFixture fixture, int position, String ministry, String text) {
    fixture
        .get(JdbcHistory.class)
        .add(
            new ProgressReport(
                ref(position),
                new MinistryCode(ministry),
                ProgressStatus.ON_TRACK,
                text,
                null,
                null,
                fixture.clock.instant(),
                new PersonId("someone")));
  }

  private static void associate(MoveFixture fixture, int position) {
    ministry(fixture);
    fixture
        .get(JdbcClient.class)
        .sql("insert into commitment_associate (ref, ministry) values (:ref, 'BE-JUS')")
        .param("ref", ref(position).value())
        .update();
  }

  private static void ministry(MoveFixture fixture) {
    fixture
        .get(JdbcClient.class)
        .sql(
            """
            insert into ministry (code, party, coordination, name)
            values ('BE-JUS', 'BE', false, '{"fr":"Justice"}')
            """)
        .update();
  }

  private static CommitmentRef ref(int position) {
    return new CommitmentRef("VD2018-1.0" + position);
  }

  private static Person focalPoint(String id, String ministry) {
    return new Person(
        new PersonId(id),
        Texts.text("Point focal", "Contactpunt"),
        null,
        Texts.FR,
        Role.FOCAL_POINT,
        new MinistryCode(ministry));
  }
}
