package eu.jalon.overview.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import eu.jalon.TestDatabase;
import eu.jalon.TestParties;
import eu.jalon.actionitem.form.Step;
import eu.jalon.actionitem.form.StepOutcome;
import eu.jalon.actionitem.record.ActionItemRecorder;
import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.Figures;
import eu.jalon.commitment.Health;
import eu.jalon.commitment.JdbcHistory;
import eu.jalon.commitment.ProgressReport;
import eu.jalon.commitment.ProgressStatus;
import eu.jalon.commitment.ThemeCounts;
import eu.jalon.commitment.action.CommitmentActions;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import eu.jalon.shared.ValidationError;
import eu.jalon.transition.MoveFixture;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The read model of the status report. */
class StatusSheetTest {

  private static final LocalDate SINCE = LocalDate.of(2027, 1, 10);

  @ParameterizedTest
  @EnumSource
  void repeatedChangesAreMergedAndRevertedOnesLeftOut(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 6)) {
      fixture.clock.moveTo("2027-01-14T09:00");
      CommitmentActions acts = fixture.get(CommitmentActions.class);
      dates(fixture, 1, "2027-05-28", "2027-06-04");
      dates(fixture, 1, "2027-06-04", "2027-06-11");
      dates(fixture, 2, "2027-05-28", "2027-06-04");
      dates(fixture, 2, "2027-06-04", "2027-05-28");
      acts.withdraw(ref(3), "Devenue sans objet.", fixture.by);

      StatusSheet.Changes changes = fixture.get(StatusSheet.class).since(SINCE, fixture.by);

      assertThat(changes.changed())
          .extracting(
              StatusSheet.Changed::type,
              StatusSheet.Changed::ref,
              StatusSheet.Changed::from,
              StatusSheet.Changed::to,
              StatusSheet.Changed::ofKind)
          .containsExactly(
              tuple(CommitmentChange.Type.DUE_DATE, ref(1), "2027-05-28", "2027-06-11", 1),
              tuple(CommitmentChange.Type.WITHDRAWN, ref(3), null, null, 1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void changesOfLeadAreMergedForEachPartyAlsoIfCodesBeginWithTheSameLetters(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 1)) {
      fixture.clock.moveTo("2027-01-14T09:00");
      change(fixture, 1, CommitmentChange.Type.REASSIGNED, "EUA-FIN", "EUA-INT");
      change(fixture, 1, CommitmentChange.Type.REASSIGNED, "EUB-FIN", "EUB-INT");
      change(fixture, 1, CommitmentChange.Type.REASSIGNED, "EUA-INT", "EUA-JUS");

      assertThat(fixture.get(StatusSheet.class).since(SINCE, fixture.by).changed())
          .extracting(StatusSheet.Changed::from, StatusSheet.Changed::to)
          .containsExactlyInAnyOrder(tuple("EUA-FIN", "EUA-JUS"), tuple("EUB-FIN", "EUB-INT"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void carriedOverAndFormerlyClosedCommitmentsAreNotNew(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 3)) {
      StatusSheet sheet = fixture.get(StatusSheet.class);
      LocalDate entered = LocalDate.of(2027, 1, 4);
      fixture
          .get(JdbcClient.class)
          .sql("update commitment set carried_from = :from where ref = :ref")
          .param("from", ref(1).value())
          .param("ref", ref(2).value())
          .update();

      assertThat(sheet.since(entered, fixture.by).changed())
          .extracting(StatusSheet.Changed::ref)
          .containsExactly(ref(1), ref(3));
      assertThat(sheet.since(entered.plusDays(1), fixture.by).changed()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void rowsHaveTheLastReportOfEachCountryAndHealthChangesAreListed(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 6)) {
      report(fixture, 1, "BE-IBZ", ProgressStatus.ON_TRACK, "Cela avance.");
      report(fixture, 2, "BE-IBZ", ProgressStatus.ON_TRACK, "Cela avance.");
      fixture.clock.moveTo("2027-01-14T09:00");
      report(fixture, 1, "BE-IBZ", ProgressStatus.BLOCKED, "Plus de budget.");
      report(fixture, 1, "FR-INT", ProgressStatus.ON_TRACK, "Prêts.");
      report(fixture, 2, "FR-INT", ProgressStatus.ON_TRACK, "Prêts.");
      report(fixture, 4, "FR-INT", ProgressStatus.AT_RISK, "Un retard.");
      StatusSheet sheet = fixture.get(StatusSheet.class);

      StatusSheet.Changes changes = sheet.since(SINCE, fixture.by);
      List<ThemeCounts> themes = sheet.themes(fixture.by);
      Map<PartyCode, ProgressReport> said =
          sheet.lines(themes, fixture.by).values().iterator().next().get(0).reports();

      assertThat(said)
          .extractingByKeys(TestParties.BE, TestParties.FR)
          .extracting(ProgressReport::text)
          .containsExactly("Plus de budget.", "Prêts.");
      assertThat(changes.reports()).isEqualTo(4);
      assertThat(changes.health())
          .extracting(
              StatusSheet.HealthChanged::ref,
              StatusSheet.HealthChanged::from,
              StatusSheet.HealthChanged::to,
              StatusSheet.HealthChanged::ofKind)
          .containsExactly(
              tuple(ref(1), Health.ON_TRACK, Health.BLOCKED, 2),
              tuple(ref(4), Health.SILENT, Health.AT_RISK, 2));
    }
  }

  @ParameterizedTest
  @EnumSource
  void countsLeaveOutCarriedOverAndLongThemesKeepTheMostUrgent(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, StatusSheet.LINES + 5)) {
      JdbcClient jdbc = fixture.get(JdbcClient.class);
      int last = StatusSheet.LINES + 5;
      fixture.get(CommitmentActions.class).withdraw(ref(1), "Devenue sans objet.", fixture.by);
      jdbc.sql("update commitment set due_on = date '2027-01-03' where ref = :ref")
          .param("ref", ref(last).value())
          .update();
      jdbc.sql("update commitment set status = 'FULFILLED' where ref = :ref")
          .param("ref", ref(2).value())
          .update();
      StatusSheet sheet = fixture.get(StatusSheet.class);

      List<ThemeCounts> themes = sheet.themes(fixture.by);
      List<StatusSheet.CommitmentRow> lines =
          sheet.lines(themes, fixture.by).get(themes.get(0).theme());

      assertThat(themes).hasSize(1);
      assertThat(themes.get(0).figures())
          .extracting(Figures::total, Figures::fulfilled, Figures::overdue)
          .containsExactly(last - 1, 1, 1);
      assertThat(themes.get(0).withdrawn()).isEqualTo(1);
      assertThat(lines).hasSize(StatusSheet.LINES);
      assertThat(lines)
          .extracting(StatusSheet.CommitmentRow::ref)
          .contains(ref(last))
          .doesNotContain(ref(2));
      assertThat(sheet.ministries(fixture.by))
          .extracting(StatusSheet.MinistryStanding::ministry, each -> each.figures().total())
          .containsExactly(
              tuple(new MinistryCode("BE-IBZ"), last - 1),
              tuple(new MinistryCode("FR-INT"), last - 1));
      assertThat(sheet.since(LocalDate.of(2027, 1, 4), fixture.by).overdue())
          .extracting(StatusSheet.BecameOverdue::ref)
          .containsExactly(ref(last));
      assertThat(sheet.since(LocalDate.of(2027, 1, 5), fixture.by).overdue()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void figuresBeforeAPeriodAreThoseOfItsEve(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 7)) {
      JdbcClient jdbc = fixture.get(JdbcClient.class);
      report(fixture, 1, "BE-IBZ", ProgressStatus.BLOCKED, "Plus de budget.");
      report(fixture, 1, "FR-INT", ProgressStatus.ON_TRACK, "Prêts.");
      report(fixture, 2, "BE-IBZ", ProgressStatus.AT_RISK, "Un retard.");
      jdbc.sql("update commitment set due_on = date '2027-01-08' where ref = :ref")
          .param("ref", ref(6).value())
          .update();
      jdbc.sql("update commitment set due_on = date '2027-01-09' where ref = :ref")
          .param("ref", ref(7).value())
          .update();
      fixture.clock.moveTo("2027-01-14T09:00");
      report(fixture, 1, "BE-IBZ", ProgressStatus.ON_TRACK, "Cela repart.");
      dates(fixture, 3, "2027-01-05", "2027-06-04");
      fixture.get(CommitmentActions.class).withdraw(ref(4), "Devenue sans objet.", fixture.by);
      jdbc.sql("update commitment set status = 'FULFILLED', closed_on = :on where ref = :ref")
          .param("on", SINCE)
          .param("ref", ref(5).value())
          .update();
      StatusSheet sheet = fixture.get(StatusSheet.class);

      assertThat(sheet.progress(SINCE, fixture.by))
          .isEqualTo(
              new StatusSheet.Progress(
                  new Figures(0, 0, 1, 1, 5, 2), new Figures(1, 1, 1, 0, 3, 2)));
      assertThat(sheet.progress(SINCE.plusDays(1), fixture.by).before().fulfilled()).isEqualTo(1);
      assertThat(sheet.since(SINCE, fixture.by).overdue())
          .extracting(StatusSheet.BecameOverdue::ref)
          .containsExactly(ref(7));
    }
  }

  @ParameterizedTest
  @EnumSource
  void proposalsAndRequestsAreListedUntilTheyAreAnswered(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 3)) {
      JdbcClient jdbc = fixture.get(JdbcClient.class);
      jdbc.sql(
              """
              insert into proposal (ref, kind, party, reason, proposed_at, proposed_by, status)
              values (:open, 'WITHDRAWAL', 'BE', 'Sans objet.',
                      timestamp with time zone '2027-01-03 23:30:00+00:00', 'coord-be', 'OPEN'),
                     (:other, 'WITHDRAWAL', 'BE', 'Sans objet.',
                      timestamp with time zone '2027-01-03 09:00:00+00:00', 'coord-be', 'DECLINED')
              """)
          .param("open", ref(1).value())
          .param("other", ref(2).value())
          .update();
      jdbc.sql(
              """
              insert into commitment_request
                (ref, kind, party, wanted, reason, asked_at, asked_by, status)
              values (:asked, 'EXTENSION', 'FR', 'S-10', 'Le texte tarde.',
                      timestamp with time zone '2027-01-02 09:00:00+00:00', 'fr-int', 'ASKED'),
                     (:granted, 'EXTENSION', 'FR', 'S-10', 'Le texte tarde.',
                      timestamp with time zone '2027-01-02 09:00:00+00:00', 'fr-int', 'GRANTED')
              """)
          .param("asked", ref(3).value())
          .param("granted", ref(2).value())
          .update();

      assertThat(fixture.get(StatusSheet.class).awaited(5, fixture.by))
          .extracting(
              decision -> decision.family() + "." + decision.kind(),
              StatusSheet.AwaitedDecision::ref,
              StatusSheet.AwaitedDecision::party,
              StatusSheet.AwaitedDecision::on,
              StatusSheet.AwaitedDecision::all)
          .containsExactly(
              tuple("proposal.WITHDRAWAL", ref(1), TestParties.BE, LocalDate.of(2027, 1, 4), 2),
              tuple("request.EXTENSION", ref(3), TestParties.FR, LocalDate.of(2027, 1, 2), 2));
    }
  }

  @ParameterizedTest
  @EnumSource(names = "H2")
  void onlyCoordinatorsHaveAccess(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 1)) {
      StatusSheet sheet = fixture.get(StatusSheet.class);
      Person focal =
          new Person(
              new PersonId("be-ibz"),
              Texts.text("Point de contact", null),
              null,
              Texts.FR,
              Role.FOCAL_POINT,
              new MinistryCode("BE-IBZ"));

      assertThatThrownBy(() -> sheet.themes(focal)).isInstanceOf(ValidationError.class);
      assertThatThrownBy(() -> sheet.ministries(focal)).isInstanceOf(ValidationError.class);
      assertThatThrownBy(() -> sheet.lines(List.of(), focal)).isInstanceOf(ValidationError.class);
      assertThatThrownBy(() -> sheet.since(SINCE, focal)).isInstanceOf(ValidationError.class);
      assertThatThrownBy(() -> sheet.progress(SINCE, focal)).isInstanceOf(ValidationError.class);
      assertThatThrownBy(() -> sheet.awaited(5, focal)).isInstanceOf(ValidationError.class);
    }
  }

  private static void dates(MoveFixture fixture, int position, String from, String to) {
    change(fixture, position, CommitmentChange.Type.DUE_DATE, from, to);
  }

  private static void change(
      MoveFixture fixture, int position, CommitmentChange.Type type, String from, String to) {
    fixture
        .get(JdbcHistory.class)
        .add(
            List.of(
                new CommitmentChange(
                    ref(position),
                    type,
                    from,
                    to,
                    "Le texte tarde.",
                    fixture.clock.instant(),
                    fixture.by.id())));
  }

  private static void report(
      MoveFixture fixture, int position, String ministry, ProgressStatus status, String text) {
    fixture.inTransaction(
        modules ->
            modules
                .get(ActionItemRecorder.class)
                .done(
                    "t" + position,
                    ref(position),
                    Step.MANDATE,
                    new StepOutcome.Reported(new MinistryCode(ministry), status, text, null, null),
                    new PersonId("be-ibz")));
  }

  private static CommitmentRef ref(int position) {
    return new CommitmentRef("VD2018-1.%02d".formatted(position));
  }
}
