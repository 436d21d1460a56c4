package eu.jalon.security;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.DemoOnH2;
import eu.jalon.audit.AuditKind;
import eu.jalon.shared.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Checks access to the Prometheus metrics. */
@DemoOnH2
class MetricsAccessTest {

  private static final String PATH = "/actuator/prometheus";

  private static final Path MONITORING = Path.of("docker", "monitoring");
  private static final Pattern METRIC =
      Pattern.compile("\\b(?:jalon|hikaricp|http|jvm)_[a-z_]+[a-z]");
  private static final Pattern LABEL_VALUE = Pattern.compile("\\b[A-Z]+_[A-Z_]+\\b");

  @LocalServerPort private int port;

  @Test
  void theTokenGivesAccessToTheMetricsAndTheHealthOnly() {
    Visitor scraper = new Visitor("http://127.0.0.1:" + port);

    var metrics = scraper.getWith("Bearer " + DemoOnH2.METRICS_TOKEN, PATH);

    assertThat(metrics.statusCode()).isEqualTo(200);
    assertThat(metrics.body())
        .contains("jalon_emails{status=\"QUEUED\"}", "jalon_emails_oldest_waiting_seconds")
        .contains("jalon_reminder_round_missing 0.0", "jalon_engine_incidents 0.0");
    assertThat(metrics.body())
        .contains("jalon_standby 0.0", "jalon_relay_failures 0.0", "jalon_engine_jobs_due ")
        .contains("jalon_emails_undeliverable 0.0", "jalon_clock_offset_seconds ");
    assertThat(metrics.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(scraper.getWith("Bearer " + DemoOnH2.METRICS_TOKEN, "/actuator/health").body())
        .contains("\"components\"", "\"standby\"");
    assertThat(scraper.get("/actuator/health").body()).doesNotContain("components");
    assertThat(scraper.get("/actuator/health/readiness").body()).contains("UP");
    assertThat(
            scraper.getWith("Bearer " + DemoOnH2.METRICS_TOKEN, "/actuator/metrics").statusCode())
        .isEqualTo(401);
    assertThat(scraper.getWith("Bearer " + DemoOnH2.METRICS_TOKEN, "/api/commitments").statusCode())
        .isEqualTo(401);
  }

  @Test
  void withoutTheTokenOnlyAnAdministratorCanReadTheMetrics() {
    Visitor visitor = new Visitor("http://127.0.0.1:" + port);

    assertThat(visitor.get(PATH).statusCode()).isEqualTo(401);
    assertThat(visitor.getWith("Bearer " + DemoOnH2.METRICS_TOKEN + "x", PATH).statusCode())
        .isEqualTo(401);
    assertThat(visitor.getWith(basic("coord-be"), PATH).statusCode()).isEqualTo(403);
    assertThat(visitor.getWith(basic("admin"), PATH).statusCode()).isEqualTo(200);
  }

  /** Each expression of the dashboard and of the alert rules, and the values of its labels. */
  @Test
  void theDashboardAndTheAlertRulesNameMetricsThatExist() throws IOException {
    Visitor visitor = new Visitor("http://127.0.0.1:" + port);
    assertThat(visitor.getWith(basic("nobody"), PATH).statusCode()).isEqualTo(401);
    String metrics = visitor.getWith("Bearer " + DemoOnH2.METRICS_TOKEN, PATH).body();
    String rules =
        Files.readString(MONITORING.resolve("grafana-dashboard.json"))
            + Files.readString(MONITORING.resolve("alerts.yaml"));

    assertThat(found(METRIC, rules))
        .hasSizeGreaterThan(10)
        .allSatisfy(name -> assertThat(metrics).containsPattern("(?m)^" + name + "[ {]"));
    assertThat(found(LABEL_VALUE, rules))
        .isNotEmpty()
        .allSatisfy(
            value ->
                assertThat(
                        Stream.of(AuditKind.values(), Fault.Kind.values())
                            .flatMap(Arrays::stream)
                            .map(Enum::name))
                    .contains(value));
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  private static String basic(String name) {
    byte[] credentials = (name + ":jalon-demo").getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(credentials);
  }
}
