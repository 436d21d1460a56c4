package eu.jalon.reminder.round;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.TestDatabase;
import eu.jalon.actionitem.form.Step;
import eu.jalon.mail.Email;
import eu.jalon.reminder.ReminderFixture;
import eu.jalon.reminder.RoundResult;
import eu.jalon.shared.CommitmentRef;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A round that evaluates and writes its items batch by batch. */
class RoundBatchesTest {

  private static final CommitmentRef OTHER = new CommitmentRef("VD2023-2.07");

  private static final List<String> WRITTEN =
      List.of(
          """
          select n.action_item_id, n.ref, n.person_id, n.recipient_role, n.stage, n.rule,
                 n.stands_for, n.due_on, n.suppressed, n.first_mention, e.person_id as email_to,
                 e.on_date
          from reminder n left join email e on e.id = n.email_id
          order by n.action_item_id, n.person_id, n.recipient_role, n.stage, n.suppressed
          """,
          """
          select person_id, planned_on, kind, language, status, subject from email
          order by person_id, kind, planned_on
          """,
          """
          select e.person_id, c.ref from email_commitment c join email e on e.id = c.email_id
          order by e.person_id, c.ref
          """,
          "select on_date, emails, reminders, suppressed from reminder_round order by on_date");

  private record Written(List<RoundResult> results, List<List<Map<String, Object>>> rows) {}

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void theSizeOfABatchChangesNothing(TestDatabase database) {
    Written inOneBatch = rounds(database, 1000);

    assertThat(inOneBatch.results().get(0).reminders()).isGreaterThan(10);
    assertThat(inOneBatch.rows()).noneMatch(List::isEmpty);
    assertThat(rounds(database, 2)).isEqualTo(inOneBatch);
    assertThat(rounds(database, 1)).isEqualTo(inOneBatch);
  }

  @ParameterizedTest
  @EnumSource
  void aPersonWithItemsInSeveralBatchesReceivesOneEmail(TestDatabase database) {
    try (ReminderFixture fixture =
        ReminderFixture.at(database, folder, ReminderFixture.MONDAY, 2)) {
      open(fixture);

      RoundResult result = fixture.run();

      Email email = fixture.emailTo("fr-int");
      assertThat(email.refs()).containsExactly(ReminderFixture.REF, OTHER);
      assertThat(email.subject()).startsWith("4 actions à mener, dont 2 en retard");
      assertThat(fixture.emails()).hasSize(result.emails());
    }
  }

  /** What two rounds write, the second one a day after the first. */
  private Written rounds(TestDatabase database, int batchSize) {
    try (ReminderFixture fixture =
        ReminderFixture.at(database, folder, ReminderFixture.MONDAY, batchSize)) {
      open(fixture);
      RoundResult first = fixture.run();
      fixture.dispatch();
      fixture.clock.moveTo("2027-03-02T07:00");
      fixture.move("be-2", fixture.today().plusDays(120));
      RoundResult foreseen = fixture.round().run(fixture.today(), true);
      RoundResult second = fixture.run();
      JdbcClient jdbc = fixture.database.jdbc();
      return new Written(
          List.of(first, foreseen, second),
          WRITTEN.stream().map(sql -> jdbc.sql(sql).query().listOfRows()).toList());
    }
  }

  private static void open(ReminderFixture fixture) {
    fixture.open("be-1", "BE-IBZ", 7);
    fixture.open("be-2", "BE-IBZ", 25);
    fixture.open("be-3", "BE-IBZ", -13);
    fixture.open("coord-1", "BE-PM", Step.VALIDATE, fixture.today().minusDays(20), null);
    fixture.open("empty-1", "BE-JUS", 7);
    fixture.open("empty-2", "BE-JUS", -13);
    fixture.open("fr-1", "FR-INT", 7);
    fixture.open("fr-2", "FR-INT", -13);
    fixture.open("fr-3", "FR-INT", 1);
    fixture.open("fr-4", "FR-INT", -1);
    fixture.open("moved", "FR-INT", 60);
    fixture.open("mute", "BE-MOB", 7);
    fixture.move("moved", fixture.today().plusDays(90));
    fixture.move("fr-1", fixture.today().plusDays(8));
    JdbcClient jdbc = fixture.database.jdbc();
    jdbc.sql(
            """
            insert into commitment
              (ref, meeting_id, theme, position, title, track, accountable, deadline_rule, status,
               entered_at, entered_by)
            select :other, meeting_id, theme, 7, title, track, accountable, deadline_rule, status,
                   entered_at, entered_by
            from commitment
            """)
        .param("other", OTHER.value())
        .update();
    jdbc.sql(
            """
            insert into commitment_lead (ref, party, ministry)
            select :other, party, ministry from commitment_lead
            """)
        .param("other", OTHER.value())
        .update();
    jdbc.sql("update action_item set ref = :other where id in ('be-2', 'fr-2', 'fr-4', 'coord-1')")
        .param("other", OTHER.value())
        .update();
  }
}
