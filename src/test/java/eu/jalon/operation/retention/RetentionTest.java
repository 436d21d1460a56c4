package eu.jalon.operation.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import eu.jalon.TestClock;
import eu.jalon.TestDatabase;
import eu.jalon.TestRooms;
import eu.jalon.audit.AuditEntry;
import eu.jalon.audit.AuditKind;
import eu.jalon.audit.AuditLog;
import eu.jalon.shared.InvalidSettingException;
import eu.jalon.shared.paging.Page;
import java.sql.Types;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is deleted when it has been kept long enough, and what stays. */
class RetentionTest {

  private static final String[] MODULES = {
    "directory",
    "meeting",
    "commitment",
    "actionitem",
    "mail",
    "reminder",
    "audit",
    "operation.retention"
  };

  private final TestClock clock = TestClock.at("2027-03-01T09:00");

  @ParameterizedTest
  @EnumSource
  void operator12_oldRecordsAreDeletedAndTheDeletionIsRecorded(TestDatabase kind) {
    try (TestDatabase.Opened database = kind.open();
        TestRooms modules =
            new TestRooms(database, clock)
                .property("jalon.retention.emails", "2y")
                .property("jalon.retention.reminders", "1y")
                .open(MODULES)) {
      JdbcClient jdbc = modules.get(JdbcClient.class);
      AuditLog log = modules.get(AuditLog.class);
      UUID old = email(jdbc, "2025-02-28", "SENT", null);
      email(jdbc, "2025-03-01", "SENT", null);
      email(jdbc, "2025-02-27", "QUEUED", null);
      UUID original = email(jdbc, "2025-01-01", "SENT", null);
      email(jdbc, "2026-01-01", "SENT", original);
      reminder(jdbc, "2025-02-28", old);
      reminder(jdbc, "2026-03-01", null);
      clock.moveTo("2022-02-28T23:59");
      log.record(AuditKind.SIGN_IN, "be-ibz", "", "old", "done");
      clock.moveTo("2022-03-01T00:00");
      log.record(AuditKind.SIGN_IN, "be-ibz", "", "kept", "done");
      clock.moveTo("2027-03-01T04:40");

      modules.get(Retention.class).run();

      assertThat(days(jdbc, "email"))
          .containsExactly("2025-01-01", "2025-02-27", "2025-03-01", "2026-01-01");
      assertThat(days(jdbc, "reminder")).containsExactly("2026-03-01");
      assertThat(entries(log))
          .extracting(AuditEntry::what, AuditEntry::about, AuditEntry::outcome)
          .contains(
              tuple("emails", "before=2025-03-01", "deleted 1"),
              tuple("reminders", "before=2026-03-01", "deleted 1"),
              tuple("audit", "before=2022-03-01", "deleted 1"),
              tuple("kept", null, "done"))
          .hasSize(4);
      modules.get(Retention.class).run();
      assertThat(entries(log)).as("nothing is left to delete").hasSize(4);
      assertThatExceptionOfType(DataAccessException.class)
          .as("outside the retention job")
          .isThrownBy(() -> jdbc.sql("delete from audit_entry").update());
    }
  }

  @Test
  void aPeriodThatIsTooShortIsRefused() {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(
            () ->
                new RetentionProperties(
                    Period.ofYears(1), Period.ofYears(2), Period.ofYears(5), Period.ofYears(5)))
        .withMessageStartingWith("jalon.retention.reminders is P2Y");
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(
            () ->
                new RetentionProperties(
                    Period.ofYears(1), Period.ofDays(60), Period.ofYears(5), Period.ofDays(30)))
        .withMessageStartingWith("jalon.retention.audit is P30D");
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(
            () ->
                new RetentionProperties(
                    Period.ofYears(1), Period.ofDays(60), Period.ofMonths(11), Period.ofYears(5)))
        .withMessageStartingWith("jalon.retention.processes is P11M");
  }

  private static List<AuditEntry> entries(AuditLog log) {
    AuditLog.Period all = new AuditLog.Period(LocalDate.of(2020, 1, 1), LocalDate.of(2028, 1, 1));
    return log.page(all, null, new Page.Request(0, 50)).items();
  }

  private static List<String> days(JdbcClient jdbc, String table) {
    return jdbc
        .sql("select on_date from " + table + " order by on_date")
        .query(LocalDate.class)
        .list()
        .stream()
        .map(LocalDate::toString)
        .toList();
  }

  private static UUID email(JdbcClient jdbc, String day, String status, @Nullable UUID of) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into email (id, person_id, to_address, on_date, kind, language, status, subject,
              message_id, queued_at, next_attempt_at, resend_of)
            values (:id, 'be-ibz', 'be-ibz@example.org', :day, 'DIGEST', 'fr', :status, 'Rappel',
              '<1@example.org>', current_timestamp, current_timestamp, :of)
            """)
        .param("id", id)
        .param("day", LocalDate.parse(day))
        .param("status", status)
        .param("of", of, Types.OTHER)
        .update();
    jdbc.sql("insert into email_commitment (email_id, ref) values (:id, 'VD2023-1.01')")
        .param("id", id)
        .update();
    return id;
  }

  private static void reminder(JdbcClient jdbc, String day, @Nullable UUID email) {
    jdbc.sql(
            """
            insert into reminder (on_date, action_item_id, ref, recipient_role, stage, due_on,
              email_id)
            values (:day, 'item', 'VD2023-1.01', 'OWNER', 'AHEAD', :day, :email)
            """)
        .param("day", LocalDate.parse(day))
        .param("email", email, Types.OTHER)
        .update();
  }
}
