package eu.jalon.operation.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.jalon.TestDatabase;
import eu.jalon.TestRooms;
import eu.jalon.operation.standby.Standby;
import eu.jalon.operation.standby.StandbyReason;
import eu.jalon.reminder.ReminderFixture;
import eu.jalon.shared.InvalidSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.info.BuildProperties;

/** Two releases side by side on one database, while the nodes of the older one are replaced. */
class RollingUpgradeTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void operator2_aRunningNodeServesBesideANewerReleaseButLeavesRoundsAndEmailsToIt(
      TestDatabase kind) throws IOException {
    try (ReminderFixture register =
            ReminderFixture.at(kind, folder.resolve("mail"), ReminderFixture.MONDAY);
        TestRooms older = node(register, "1.0.0");
        TestRooms newer = node(register, "1.1.0")) {
      migrate(older, flyway(kind, register, "1.0.0"));
      register.open("before", "BE-IBZ", 0);
      assertThat(reason(older)).isEmpty();

      migrate(newer, flyway(kind, register, "1.1.0"));

      assertThat(reason(older)).contains(StandbyReason.RELEASE);
      assertThat(reason(newer)).isEmpty();
      // What the older release writes fits the schema of the newer one.
      register.open("beside", "BE-IBZ", 0);
      register.run();
      assertThat(register.dispatch()).isPositive();
      assertThatExceptionOfType(InvalidSettingException.class)
          .as("a node of the older release that is started again")
          .isThrownBy(() -> migrate(older, flyway(kind, register, "1.0.0")))
          .withMessageContaining("release 1.1.0");
    }
  }

  private static Optional<StandbyReason> reason(TestRooms node) {
    return node.get(Standby.class).reason();
  }

  private static void migrate(TestRooms node, Flyway flyway) {
    node.get(FlywayMigrationStrategy.class).migrate(flyway);
  }

  private static TestRooms node(ReminderFixture register, String release) {
    Properties build = new Properties();
    build.setProperty("version", release);
    return new TestRooms(register.database, register.clock)
        .bean(BuildProperties.class, new BuildProperties(build))
        .open("operation.release", "operation.standby");
  }

  /** The later release adds a column to each table, as a migration between two releases may. */
  private Flyway flyway(TestDatabase kind, ReminderFixture register, String release)
      throws IOException {
    Path own = Files.createDirectories(folder.resolve(release));
    if (!release.equals("1.0.0")) {
      List<String> tables =
          register
              .database
              .jdbc()
              .sql(
                  """
                  select table_name from information_schema.tables
                  where table_type = 'BASE TABLE' and table_schema = current_schema
                    and table_name <> 'flyway_schema_history'
                  """)
              .query(String.class)
              .list();
      assertThat(tables).hasSizeGreaterThan(40);
      Files.writeString(
          own.resolve("V99__later.sql"),
          tables.stream()
              .map("alter table %s add column added_later varchar(10);"::formatted)
              .collect(Collectors.joining("\n")));
    }
    return Flyway.configure()
        .dataSource(register.database.dataSource())
        .locations(
            "classpath:db/migration",
            "classpath:db/vendor/" + kind.name().toLowerCase(Locale.ROOT),
            "filesystem:" + own)
        .load();
  }
}
