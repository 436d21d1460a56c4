package eu.jalon.security.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.jalon.JalonApplication;
import eu.jalon.OneApplicationListener;
import eu.jalon.PostgresServer;
import eu.jalon.directory.Directory;
import eu.jalon.operation.command.Commands;
import eu.jalon.security.Visitor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Checks that the first start creates an administrator and logs a password, that a later start does
 * not, and that the command {@code recover-admin} prints another one.
 */
@Tag("integration")
@Tag("isolated")
@ExtendWith(OutputCaptureExtension.class)
class FirstAdministratorTest {

  private static final String FIRST_START = "jdbc:h2:mem:firststart;DB_CLOSE_DELAY=-1";

  private static final Pattern PRINTED =
      Pattern.compile("sign in as admin with the password (\\S+)");

  @BeforeAll
  static void closeTheSharedApplication() {
    OneApplicationListener.closeRunning();
  }

  @Test
  void operator1_operator15_thePasswordIsLoggedOnceAndTheDatabaseCopied(CapturedOutput output) {
    String password;
    try (ConfigurableApplicationContext first = start()) {
      Matcher printed = PRINTED.matcher(output);
      assertThat(printed.find()).isTrue();
      password = printed.group(1);
      assertThat(password).hasSize(24);
      assertThat(output.toString().split(Pattern.quote(password), -1)).as("printed").hasSize(2);
      assertThat(canOpenDirectory(first, password)).isTrue();
      assertThat(canOpenDirectory(first, "jalon-demo")).isFalse();
    }
    String recovered = recover();
    int before = output.length();

    try (ConfigurableApplicationContext second = start()) {
      String printedSince = output.toString().substring(before);
      assertThat(printedSince).doesNotContain("First start", password, recovered);
      assertThat(canOpenDirectory(second, password)).as("before the recovery").isFalse();
      assertThat(canOpenDirectory(second, recovered)).isTrue();
    }
    assertTheDatabaseIsCopiedToPostgres();
  }

  @Test
  void b18_operator8_anAdministratorOfTheFileWithoutASignInMethodGetsThePassword(
      @TempDir Path folder, CapturedOutput output) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("directory.yaml"),
            """
            ministries: []
            people:
              - id: chief
                name: {fr: "Administration", nl: "Beheer", en: "Administration"}
                email: chief@example.org
                language: fr
                role: ADMINISTRATOR
            """);
    int before = output.length();

    try (ConfigurableApplicationContext first =
        start("named", "--jalon.directory.file=" + file, "--server.servlet.context-path=/jalon")) {
      Matcher printed =
          Pattern.compile("sign in as chief with the password (\\S+)")
              .matcher(output.toString().substring(before));
      assertThat(printed.find()).isTrue();
      assertThat(canOpenDirectory(first, "chief", printed.group(1))).isTrue();
      assertThat(first.getBean(Directory.class).administrators()).hasSize(1);
      assertPagesStayBelowThePath(first);
    }
  }

  /** The command {@code copy-to}; tested here, where there is a database of an application. */
  private static void assertTheDatabaseIsCopiedToPostgres() {
    String url = PostgresServer.newDatabase();
    JdbcClient source = JdbcClient.create(dataSource(FIRST_START, "jalon"));
    JdbcClient target = JdbcClient.create(dataSource(url, "postgres"));
    source
        .sql(
            """
            insert into audit_entry (at, person, address, kind, what, outcome)
            values (current_timestamp, 'admin', '192.0.2.1', 'SIGN_IN', 'password', 'done')
            """)
        .update();
    source.sql("insert into user_entities (id, name) values ('b25l', 'admin')").update();
    source
        .sql(
            """
            insert into user_credentials
              (credential_id, user_entity_user_id, public_key, backup_eligible, backup_state, created,
               label)
            values ('dHdv', 'b25l', x'a501', true, false, current_timestamp, 'Computer')
            """)
        .update();
    String[] command = {
      "copy-to", url, "postgres", "postgres", "--spring.datasource.url=" + FIRST_START
    };

    assertThat(Commands.of(JalonApplication.class, System.out).run(command)).contains(0);

    for (String table :
        List.of(
            "person",
            "user_credentials",
            "audit_entry",
            "act_re_procdef",
            "act_ge_bytearray",
            "reminder_policy")) {
      assertThat(count(target, table)).as(table).isPositive().isEqualTo(count(source, table));
    }
    target
        .sql(
            """
            insert into audit_entry (at, person, address, kind, what, outcome)
            values (current_timestamp, 'admin', '192.0.2.1', 'SIGN_IN', 'password', 'next number')
            """)
        .update();
    assertThatExceptionOfType(DataAccessException.class)
        .as("the audit log is append-only again")
        .isThrownBy(() -> target.sql("delete from audit_entry").update());
    assertThat(Commands.of(JalonApplication.class, System.out).run(command))
        .as("into a database that is not empty")
        .contains(1);
  }

  private static long count(JdbcClient jdbc, String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }

  private static DataSource dataSource(String url, String user) {
    return new DriverManagerDataSource(url, user, "");
  }

  private static String recover() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    assertThat(
            Commands.of(JalonApplication.class, new PrintStream(printed, true, UTF_8))
                .run("recover-admin", "--spring.datasource.url=" + FIRST_START))
        .contains(0);
    Matcher sentence =
        Pattern.compile("Sign in as admin with the password (\\S+)")
            .matcher(printed.toString(UTF_8));
    assertThat(sentence.find()).isTrue();
    return sentence.group(1);
  }

  private static boolean canOpenDirectory(
      ConfigurableApplicationContext application, String password) {
    return canOpenDirectory(application, "admin", password);
  }

  private static boolean canOpenDirectory(
      ConfigurableApplicationContext application, String name, String password) {
    Visitor visitor = visitor(application);
    visitor.signIn(name, password);
    return visitor.get("/audit").statusCode() == 200;
  }

  private static Visitor visitor(ConfigurableApplicationContext application) {
    int port = ((ServletWebServerApplicationContext) application).getWebServer().getPort();
    String prefix = application.getEnvironment().getProperty("server.servlet.context-path", "");
    return new Visitor("http://127.0.0.1:" + port + prefix);
  }

  private static ConfigurableApplicationContext start() {
    return start("firststart", "--spring.main.banner-mode=off");
  }

  /** Behind a proxy that adds a path; tested here, where an application starts anyway. */
  private static void assertPagesStayBelowThePath(ConfigurableApplicationContext application) {
    Visitor visitor = visitor(application);
    String login = visitor.get("/login").body();
    assertThat(login)
        .contains("\"/jalon/css/")
        .doesNotContainPattern("(?:href|src|action)=\"/(?!jalon/)");
    assertThat(visitor.get("/audit").headers().firstValue("Location")).hasValue("/jalon/login");
    assertThat(visitor.get("/js/live.js").statusCode()).isEqualTo(200);
    assertThat(visitor.get("/actuator/health").statusCode()).isEqualTo(200);
  }

  private static ConfigurableApplicationContext start(String database, String... settings) {
    List<String> arguments = new ArrayList<>(Arrays.asList(settings));
    arguments.add("--server.port=0");
    arguments.add("--server.address=127.0.0.1");
    arguments.add("--spring.datasource.url=jdbc:h2:mem:" + database + ";DB_CLOSE_DELAY=-1");
    arguments.add("--jalon.schedule.enabled=false");
    return new SpringApplicationBuilder(JalonApplication.class)
        .run(arguments.toArray(String[]::new));
  }
}
