package eu.jalon.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.jalon.TestClock;
import eu.jalon.TestDatabase;
import eu.jalon.TestRooms;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.paging.Page;
import java.lang.reflect.Modifier;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Recording, reading and protecting audit entries. */
class AuditLogTest {

  private static final LocalDate DAY = LocalDate.of(2027, 3, 1);
  private static final AuditLog.Period THAT_DAY = new AuditLog.Period(DAY, DAY);
  private static final Page.Request FIRST = new Page.Request(0, 50);

  private final TestClock clock = TestClock.at("2027-03-01T09:00");

  private void with(TestDatabase kind, Consumer<TestRooms> test) {
    try (TestDatabase.Opened database = kind.open();
        TestRooms modules = new TestRooms(database, clock).open("audit")) {
      test.accept(modules);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEntryIsReadAsItWasRecorded(TestDatabase database) {
    with(
        database,
        modules -> {
          AuditLog log = modules.get(AuditLog.class);
          log.record(AuditKind.ACT, "be-ibz", "192.0.2.1", "POST /x/{id}", "id=1", "303");
          log.record(AuditKind.SIGN_IN_FAILED, null, "2001:db8::1", "password", "wrong");

          List<AuditEntry> found = log.page(THAT_DAY, null, FIRST).items();

          assertThat(found).extracting(AuditEntry::person).containsExactly(null, "be-ibz");
          AuditEntry act = found.get(1);
          assertThat(act)
              .isEqualTo(
                  new AuditEntry(
                      act.id(),
                      clock.instant(),
                      "be-ibz",
                      "192.0.2.1",
                      AuditKind.ACT,
                      "POST /x/{id}",
                      "id=1",
                      "303"));
          assertThat(log.page(THAT_DAY, AuditKind.ACT, FIRST).items()).containsExactly(act);
          assertThat(log.page(THAT_DAY, AuditKind.ACT, FIRST).total()).isOne();
        });
  }

  @ParameterizedTest
  @EnumSource
  void theDatabaseRejectsChangesAndDeletions(TestDatabase database) {
    with(
        database,
        modules -> {
          AuditLog log = modules.get(AuditLog.class);
          log.record(AuditKind.ACT, "be-ibz", "192.0.2.1", "POST /x", "303");
          List<AuditEntry> before = log.page(THAT_DAY, null, FIRST).items();
          JdbcClient jdbc = modules.get(JdbcClient.class);

          List<String> attempts =
              new ArrayList<>(
                  List.of("update audit_entry set person = 'be-jus'", "delete from audit_entry"));
          if (database == TestDatabase.POSTGRESQL) {
            attempts.add("truncate table audit_entry");
          }
          for (String attempt : attempts) {
            assertThatExceptionOfType(DataAccessException.class)
                .as(attempt)
                .isThrownBy(() -> jdbc.sql(attempt).update())
                .satisfies(
                    denied ->
                        assertThat(
                                ((SQLException) Objects.requireNonNull(denied.getCause()))
                                    .getSQLState())
                            .isEqualTo("42501"));
          }

          assertThat(log.page(THAT_DAY, null, FIRST).items()).isEqualTo(before).hasSize(1);
        });
  }

  @Test
  void theApiHasNoMethodToChangeAnEntry() {
    assertThat(Arrays.stream(AuditLog.class.getDeclaredMethods()))
        .filteredOn(method -> Modifier.isPublic(method.getModifiers()))
        .extracting(java.lang.reflect.Method::getName)
        .containsOnly("record", "page", "each", "lastAct");
    assertThat(Arrays.stream(JdbcAudit.class.getDeclaredMethods()))
        .filteredOn(method -> !Modifier.isPrivate(method.getModifiers()) && !method.isSynthetic())
        .extracting(java.lang.reflect.Method::getName)
        .containsOnly("insert", "page", "count", "after", "lastAct");
  }

  @ParameterizedTest
  @EnumSource
  void anEntryIsKeptWhenTheCallersTransactionRollsBack(TestDatabase database) {
    with(
        database,
        modules -> {
          AuditLog log = modules.get(AuditLog.class);

          assertThatExceptionOfType(IllegalStateException.class)
              .isThrownBy(
                  () ->
                      modules.inTransaction(
                          r -> {
                            log.record(AuditKind.ACT, "be-ibz", "192.0.2.1", "POST /x", "500");
                            throw new IllegalStateException("undone");
                          }));

          assertThat(log.page(THAT_DAY, null, FIRST).total()).isOne();
        });
  }

  @ParameterizedTest
  @EnumSource
  void controlCharactersAreRevealedAndLongTextsTruncated(TestDatabase database) {
    with(
        database,
        modules -> {
          AuditLog log = modules.get(AuditLog.class);
          log.record(
              AuditKind.REFUSAL,
              "x".repeat(100),
              "1".repeat(100),
              "GET /a\r\nb\u0000c\u202Ed\u2028e\ud800f",
              "😀".repeat(150),
              "z".repeat(100));

          AuditEntry entry = log.page(THAT_DAY, null, FIRST).items().get(0);

          assertThat(entry.what()).isEqualTo("GET /a��b�c�d�e�f");
          assertThat(entry.person()).hasSize(63).endsWith("…");
          assertThat(entry.address()).hasSize(45);
          assertThat(entry.about()).hasSizeLessThanOrEqualTo(200).endsWith("😀…");
          assertThat(entry.outcome()).hasSize(60);
        });
  }

  @ParameterizedTest
  @EnumSource
  void aDayEndsAtMidnightInBrussels(TestDatabase database) {
    with(
        database,
        modules -> {
          AuditLog log = modules.get(AuditLog.class);
          for (String moment :
              List.of("2027-02-28T23:59", "2027-03-01T00:00", "2027-03-01T23:59:59")) {
            clock.moveTo(moment);
            log.record(AuditKind.SIGN_IN, "be-ibz", "", moment, "done");
          }
          clock.moveTo("2027-03-02T00:00");
          log.record(AuditKind.SIGN_IN, "be-ibz", "", "next day", "done");

          assertThat(log.page(THAT_DAY, null, FIRST).items())
              .extracting(AuditEntry::what)
              .containsExactly("2027-03-01T23:59:59", "2027-03-01T00:00");
        });
    assertThatExceptionOfType(ValidationError.class)
        .isThrownBy(() -> new AuditLog.Period(DAY, DAY.minusDays(1)));
    assertThatExceptionOfType(ValidationError.class)
        .isThrownBy(() -> new AuditLog.Period(LocalDate.MIN, LocalDate.MAX));
  }

  @ParameterizedTest
  @EnumSource
  void allEntriesAreExportedOnceInOrder(TestDatabase database) {
    with(
        database,
        modules -> {
          AuditLog log = modules.get(AuditLog.class);
          for (int i = 0; i < 1201; i++) {
            if (i % 300 == 0) {
              clock.moveTo(clock.instant().plusSeconds(1));
            }
            log.record(AuditKind.ACT, "be-ibz", "", "POST /" + i, "200");
          }

          List<String> read = new ArrayList<>();
          log.each(THAT_DAY, entry -> read.add(entry.what()));

          assertThat(read).hasSize(1201).doesNotHaveDuplicates().endsWith("POST /1200");
          assertThat(read.get(0)).isEqualTo("POST /0");
        });
  }
}
