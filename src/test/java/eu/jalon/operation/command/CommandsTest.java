package eu.jalon.operation.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.JalonApplication;
import eu.jalon.TestDatabase;
import eu.jalon.operation.person.JdbcPersonRows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The commands that need no running application. */
class CommandsTest {

  @TempDir Path folder;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void withoutACommandTheApplicationStarts() {
    assertThat(run("--server.port=0")).isEmpty();
    assertThat(run()).isEmpty();
  }

  @Test
  void anUnknownCommandListsTheCommands() {
    assertThat(run("chekc")).contains(Commands.USAGE);
    assertThat(printed()).contains("check", "recover-admin", "export-person");
  }

  @ParameterizedTest
  @EnumSource
  void checkReportsWhatItFoundAndChangesNothing(TestDatabase kind) throws IOException {
    Path directory = Files.writeString(folder.resolve("directory.yaml"), "people: []\n");
    try (TestDatabase.Opened database = kind.open()) {
      assertThat(check(database, "--jalon.directory.file=" + directory)).contains(0);

      assertThat(printed())
          .contains("0 ministries and 0 people", "0 migrations", "Nothing was started")
          .doesNotContain("FAULT");
    }
  }

  @Test
  void operator10_anEmptyNameOfTheDirectoryFileIsNoName() {
    try (TestDatabase.Opened database = TestDatabase.H2.open()) {
      assertThat(check(database, "--jalon.directory.file=")).contains(0);

      assertThat(printed()).doesNotContain("jalon.directory.file", "FAULT");
    }
  }

  @Test
  void checkReportsEachFaultWithItsProperty() throws IOException {
    Path directory =
        Files.writeString(folder.resolve("directory.yaml"), "people: [{id: be-x, role: X}]\n");
    Path policy = Files.writeString(folder.resolve("policy.dmn"), "<dmn/>");
    try (TestDatabase.Opened database = TestDatabase.H2.open()) {
      database.jdbc().sql("update installation set newest_release = '999.0.0'").update();

      assertThat(
              check(
                  database,
                  "--jalon.directory.file=" + directory,
                  "--jalon.reminder.policy=" + policy,
                  "--spring.mail.host=127.0.0.1",
                  "--spring.mail.port=1",
                  "--jalon.mail.from=nowhere"))
          .contains(1);

      assertThat(printed().lines().filter(line -> line.startsWith("FAULT")))
          .hasSize(4)
          .anySatisfy(
              line -> assertThat(line).contains("jalon.directory.file", "name is missing for be-x"))
          .anySatisfy(line -> assertThat(line).contains("jalon.reminder.policy"))
          .anySatisfy(line -> assertThat(line).contains("jalon.mail.from"))
          .anySatisfy(line -> assertThat(line).contains("release 999.0.0"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void operator12_everythingKeptAboutAPersonIsExported(TestDatabase kind) {
    try (TestDatabase.Opened database = kind.open()) {
      database
          .jdbc()
          .sql(
              """
              insert into person (id, name, language, role, password_hash)
              values ('be-ibz', '{"fr":"Point de contact"}', 'fr', 'ADMINISTRATOR', 'secret')
              """)
          .update();
      database
          .jdbc()
          .sql(
              """
              insert into audit_entry (at, person, address, kind, what, outcome)
              values (current_timestamp, 'be-ibz', '192.0.2.1', 'SIGN_IN', 'password', 'done')
              """)
          .update();

      assertThat(run(arguments(database, "export-person", "be-ibz"))).contains(0);
      assertThat(printed())
          .contains("\"person\"", "Point de contact", "\"audit_entry\"", "192.0.2.1")
          .doesNotContain("secret");
      assertThat(run(arguments(database, "export-person", "be-xyz"))).contains(1);
      assertThat(printed()).contains("Nothing is kept about the account be-xyz.");
    }
  }

  /** A file to which an export is written holds JSON only. */
  @Test
  void operator12_whatACommandLogsIsNotInItsOutput() {
    PrintStream before = System.out;
    PrintStream output = new PrintStream(printed, true, UTF_8);
    System.setOut(output);
    try {
      assertThat(new Commands(List.of(new LoggingCommand()), output).run("export")).contains(0);

      assertThat(printed()).isEqualTo("{}");
      assertThat(System.out).isSameAs(output);
    } finally {
      System.setOut(before);
    }
  }

  private static final class LoggingCommand implements Command {

    @Override
    public String usage() {
      return "export";
    }

    @Override
    public boolean accepts(String name, int arguments) {
      return true;
    }

    @Override
    public void run(List<String> arguments, String[] settings, PrintStream out) {
      System.out.println("Starting");
      out.print("{}");
    }
  }

  /** Accounts are stored in columns of 63 characters. */
  @Test
  void noColumnWithAnAccountIsLeftOut() throws IOException {
    String schema = Files.readString(Path.of("src/main/resources/db/migration/V1__baseline.sql"));

    assertThat(
            schema
                .lines()
                .filter(line -> line.contains("varchar(63)"))
                .map(line -> line.strip().split(" +", 2)[0]))
        .hasSizeGreaterThan(20)
        .allMatch(
            name -> name.equals("id") || JdbcPersonRows.PERSON_COLUMN.matcher(name).matches());
  }

  private Optional<Integer> check(TestDatabase.Opened database, String... settings) {
    List<String> arguments = new ArrayList<>(Arrays.asList(arguments(database, "check")));
    arguments.addAll(Arrays.asList(settings));
    return run(arguments.toArray(String[]::new));
  }

  private static String[] arguments(TestDatabase.Opened database, String... command) {
    List<String> arguments = new ArrayList<>(Arrays.asList(command));
    arguments.add("--spring.datasource.url=" + database.pool().getJdbcUrl());
    if (kind(database) == TestDatabase.H2) {
      database.jdbc().sql("create user if not exists jalon password '' admin").update();
    } else {
      arguments.add("--spring.datasource.username=postgres");
    }
    return arguments.toArray(String[]::new);
  }

  private static TestDatabase kind(TestDatabase.Opened database) {
    return database.pool().getJdbcUrl().startsWith("jdbc:h2:")
        ? TestDatabase.H2
        : TestDatabase.POSTGRESQL;
  }

  private Optional<Integer> run(String... arguments) {
    return Commands.of(JalonApplication.class, new PrintStream(printed, true, UTF_8))
        .run(arguments);
  }

  private String printed() {
    return printed.toString(UTF_8);
  }
}
