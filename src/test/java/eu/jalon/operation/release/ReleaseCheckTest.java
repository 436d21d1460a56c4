package eu.jalon.operation.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.jalon.TestDatabase;
import eu.jalon.shared.InvalidSettingException;
import java.util.Locale;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A database that a newer release has used refuses an older one. */
class ReleaseCheckTest {

  @ParameterizedTest
  @EnumSource
  void operator2_anOlderReleaseDoesNotStartAfterANewerOne(TestDatabase kind) {
    try (TestDatabase.Opened database = kind.open()) {
      Flyway flyway = flyway(kind, database);
      release("1.2.0").migrate(flyway);
      release("1.10.0").migrate(flyway);

      assertThatExceptionOfType(InvalidSettingException.class)
          .isThrownBy(() -> release("1.2.0").migrate(flyway))
          .withMessageContainingAll("release 1.10.0", "release 1.2.0", "restore the backup");
      assertThatCode(() -> release("1.10.0").migrate(flyway)).doesNotThrowAnyException();
      assertThat(JdbcInstallation.of(flyway).release()).contains("1.10.0");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSchemaThatThisReleaseDoesNotKnowIsRefused(TestDatabase kind) {
    try (TestDatabase.Opened database = kind.open()) {
      Flyway flyway = flyway(kind, database);
      database
          .jdbc()
          .sql(
              """
              insert into "flyway_schema_history" ("installed_rank", "version", "description",
                "type", "script", "checksum", "installed_by", "execution_time", "success")
              values (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'jalon', 1, true)
              """)
          .update();

      assertThatExceptionOfType(InvalidSettingException.class)
          .isThrownBy(() -> release("1.0.0").migrate(flyway))
          .withMessageContaining("schema 99");
    }
  }

  @Test
  void anEmptyDatabaseIsMigrated() {
    try (TestDatabase.Opened database = TestDatabase.H2.open()) {
      database.jdbc().sql("drop all objects").update();
      Flyway flyway = flyway(TestDatabase.H2, database);

      release("1.0.0").migrate(flyway);

      assertThat(JdbcInstallation.of(flyway).release()).contains("1.0.0");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1.2.0, 1.10.0",
    "0.9.0, 1.0.0",
    "1.0.0-rc.1, 1.0.0",
    "1.0.0-rc.2, 1.0.0-rc.10",
    "1.0, 1.0.1"
  })
  void releasesAreOrderedByPrecedence(String earlier, String later) {
    assertThat(new Release(earlier)).isLessThan(new Release(later));
    assertThat(new Release(later)).isGreaterThan(new Release(earlier));
    assertThat(new Release(later)).isEqualByComparingTo(new Release(later));
  }

  private static ReleaseCheck release(String version) {
    return new ReleaseCheck(Optional.of(new Release(version)));
  }

  private static Flyway flyway(TestDatabase kind, TestDatabase.Opened database) {
    return Flyway.configure()
        .dataSource(database.dataSource())
        .locations(
            "classpath:db/migration", "classpath:db/vendor/" + kind.name().toLowerCase(Locale.ROOT))
        .load();
  }
}
