package eu.jalon.security.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.directory.Directory;
import eu.jalon.security.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Checks that the first start creates an administrator and logs a password, and the second start
 * does not.
 */
@Tag("integration")
@ExtendWith(OutputCaptureExtension.class)
class FirstAdministratorTest {

  private static final Pattern PRINTED =
      Pattern.compile("sign in as admin with the password (\\S+)");

  @Test
  void thePasswordIsLoggedOnceAndValid(CapturedOutput output) {
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
    int before = output.length();

    try (ConfigurableApplicationContext second = start()) {
      String printedSince = output.toString().substring(before);
      assertThat(printedSince).doesNotContain("First start", password);
      assertThat(canOpenDirectory(second, password)).isTrue();
    }
  }

  @Test
  void anAdministratorOfTheDirectoryFileWithoutASignInMethodGetsThePassword(
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
        start("named", "--jalon.directory.file=" + file.toUri())) {
      Matcher printed =
          Pattern.compile("sign in as chief with the password (\\S+)")
              .matcher(output.toString().substring(before));
      assertThat(printed.find()).isTrue();
      assertThat(canOpenDirectory(first, "chief", printed.group(1))).isTrue();
      assertThat(first.getBean(Directory.class).administrators()).hasSize(1);
    }
  }

  private static boolean canOpenDirectory(
      ConfigurableApplicationContext application, String password) {
    return canOpenDirectory(application, "admin", password);
  }

  private static boolean canOpenDirectory(
      ConfigurableApplicationContext application, String name, String password) {
    int port = ((ServletWebServerApplicationContext) application).getWebServer().getPort();
    Visitor visitor = new Visitor("http://127.0.0.1:" + port);
    visitor.signIn(name, password);
    return visitor.get("/audit").statusCode() == 200;
  }

  private static ConfigurableApplicationContext start() {
    return start("firststart", "--spring.main.banner-mode=off");
  }

  private static ConfigurableApplicationContext start(String database, String setting) {
    return new SpringApplicationBuilder(eu.jalon.JalonApplication.class)
        .run(
            "--server.port=0",
            "--server.address=127.0.0.1",
            setting,
            "--spring.datasource.url=jdbc:h2:mem:" + database + ";DB_CLOSE_DELAY=-1",
            "--jalon.schedule.enabled=false");
  }
}
