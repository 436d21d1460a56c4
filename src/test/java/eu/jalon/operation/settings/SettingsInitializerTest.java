package eu.jalon.operation.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.jalon.shared.InvalidSettingException;
import eu.jalon.shared.ValidationError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Settings with which nothing starts, and the one sentence that says so. */
class SettingsInitializerTest {

  private static final Map<String, Object> GOOD =
      Map.of(
          "spring.datasource.url", "jdbc:postgresql://db.ministry.be:5432/jalon",
          "jalon.base-url", "https://jalon.ministry.be",
          "jalon.mail.from", "jalon@ministry.be",
          "spring.mail.host", "relay.ministry.be",
          "jalon.oidc.be.party", "BE",
          "jalon.mail.allowed-domains[0]", "ministry.be");

  @TempDir Path folder;

  @Test
  void productionStartsWithItsOwnSettings() {
    assertThatCode(() -> initialize("postgresql,production", Map.of())).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "spring.datasource.url, jdbc:h2:file:./var/db/jalon, jdbc:postgresql:",
    "jalon.base-url, http://127.0.0.1:8080, https://jalon.example.org",
    "jalon.base-url, https://localhost/jalon, https://jalon.example.org",
    "jalon.mail.from, jalon@example.org, your own domain",
    "jalon.mail.from, '', your own domain",
    "spring.mail.host, '', jalon.mail.folder",
    "jalon.clock.start, 2027-03-01T07:00, remove it",
    "jalon.mial.from, jalon@ministry.be, jalon.mail.from",
    "jalon.limits.bodytime.x, 5s, jalon.limits.body-time",
    "jalon.oidc.be.prty, BE, jalon.oidc.*.party",
  })
  void operator11_productionRefusesADefaultOrUnknownSetting(
      String property, String value, String right) {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> initialize("postgresql,production", Map.of(property, value)))
        .withMessageStartingWith(property)
        .withMessageContaining(right)
        .withMessageMatching("[^\n]+\\.");
    assertThatCode(() -> initialize("postgresql", Map.of(property, value)))
        .as("outside production")
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"produciton", "production", "postgresql,production,demo", "Production"})
  void aProfileThatDoesNotExistOrFitIsRefused(String profiles) {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> initialize(profiles, Map.of()))
        .withMessageStartingWith("spring.profiles.active");
  }

  @Test
  void aMistypedEnvironmentVariableIsRefused() {
    GenericApplicationContext context = context("postgresql,production", Map.of());
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new SystemEnvironmentPropertySource(
                "systemEnvironment",
                Map.of("JALON_BASE_URL", "https://jalon.ministry.be", "JALON_DB_URL", "x")));
    assertThatCode(() -> new SettingsInitializer().initialize(context)).doesNotThrowAnyException();

    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new SystemEnvironmentPropertySource("systemEnvironment", Map.of("JALON_BSE_URL", "x")));
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> new SettingsInitializer().initialize(context))
        .withMessageContaining("jalon.base-url");
  }

  @Test
  void operator10_aFileIsNamedByAPlainPath() throws IOException {
    Path file = Files.writeString(folder.resolve("directory.yaml"), "people: []");
    GenericApplicationContext context = context("", Map.of());
    new SettingsInitializer().initialize(context);

    assertThat(
            context
                .getResource(file.toString())
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo("people: []");
  }

  @Test
  void operator10_aFaultOfAFileIsReportedInOneParagraphWithoutATrace() {
    InvalidSettingException wrong =
        new InvalidSettingException(
            "jalon.directory.file is x, which has a fault:",
            ValidationError.invalid("directory.missing", "role", "be-ibz"));

    assertThat(report(new InvalidSettingAnalyzer(), new IllegalStateException(wrong)))
        .isEqualTo(
            "jalon.directory.file is x, which has a fault: In the directory file, role is missing"
                + " for be-ibz. Nothing was saved.");
  }

  @ParameterizedTest
  @CsvSource({
    "08001, 0, where no database answers",
    "28P01, 0, does not accept",
    "3D000, 0, create this database",
    "90020, 90020, another process"
  })
  void aDatabaseThatCannotBeUsedIsReported(String state, int code, String expected) {
    StandardEnvironment environment = environment();
    environment.getPropertySources().addFirst(new MapPropertySource("test", GOOD));
    SQLException driver = new SQLException("from the driver", state, code);
    SQLException pool = new SQLException("Connection is not available", driver);

    assertThat(report(new DatabaseFailureAnalyzer(environment), new IllegalStateException(pool)))
        .startsWith("spring.datasource.")
        .contains("jdbc:postgresql://db.ministry.be:5432/jalon", expected);
    assertThat(
            new DatabaseFailureAnalyzer(environment)
                .analyze(new IllegalStateException(new SQLException("a bug", "42601"))))
        .isNull();
  }

  private static String report(FailureAnalyzer analyzer, Throwable failure) {
    FailureAnalysis analysis = Objects.requireNonNull(analyzer.analyze(failure));
    return analysis.getDescription();
  }

  private static void initialize(String profiles, Map<String, Object> settings) {
    new SettingsInitializer().initialize(context(profiles, settings));
  }

  private static GenericApplicationContext context(String profiles, Map<String, Object> settings) {
    GenericApplicationContext context = new GenericApplicationContext();
    StandardEnvironment environment = environment();
    environment.getPropertySources().addLast(new MapPropertySource("file", GOOD));
    environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
    if (!profiles.isEmpty()) {
      environment.setActiveProfiles(profiles.split(","));
    }
    context.setEnvironment(environment);
    return context;
  }

  /** Without the variables and properties of the machine that runs the test. */
  private static StandardEnvironment environment() {
    return new StandardEnvironment() {
      @Override
      protected void customizePropertySources(MutablePropertySources sources) {
        // none
      }
    };
  }
}
