package eu.jalon.whole;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.reminder.round.ReminderRound;
import eu.jalon.rights.Visitor;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** The inputs that must end well, by their numbers; and the headers of every page. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:hardening;DB_CLOSE_DELAY=-1",
      "springdoc.api-docs.enabled=false",
      "jalon.schedule.enabled=false",
      "jalon.clock.start=2027-03-01T07:05"
    })
@AutoConfigureMockMvc
@ActiveProfiles("demo")
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HardeningTest
    implements HardeningOfQueries, HardeningOfInput, HardeningOfDoors, HardeningOfEvidence {

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  @Autowired private ProcessEngine engine;
  @Autowired private ReminderRound round;
  @Autowired private MockMvc mvc;
  private final Map<String, Visitor> visitors = new HashMap<>();

  @Override
  public Visitor as(String who) {
    return visitors.computeIfAbsent(who, each -> Visitor.signedIn(port, each));
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public JdbcClient jdbc() {
    return jdbc;
  }

  @Override
  public ProcessEngine engine() {
    return engine;
  }

  @Override
  public ReminderRound round() {
    return round;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/reminder-policy",
        "/overdue",
        "/forecast",
        "/commitments",
        "/commitments/VD2023-2.06",
        "/commitments/VD2023-9.99",
        "/emails",
        "/emails/settings",
        "/declarations",
        "/summits",
        "/people",
        "/people/be-ibz/absences",
        "/tasks/nobody",
        "/nowhere"
      })
  void aPageMayRunNothingButOurOwn(String path) {
    HttpResponse<String> page = as("coord-be").get(path);
    assertThat(page.statusCode()).isIn(200, 404);
    assertSafe(page.headers());
    assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(page.body()).doesNotContain(" onclick=").doesNotContain(" style=\"");
  }

  @Test
  void theLoginPageToo() {
    assertSafe(Visitor.anonymous(port).get("/login").headers());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/css/base.css",
        "/js/live.js",
        "/webjars/bootstrap/css/bootstrap.min.css",
        "/webjars/htmx.org/dist/htmx.min.js",
        "/webjars/bpmn-js/dist/bpmn-navigated-viewer.production.min.js"
      })
  void whatHoldsNothingOfAnybodyIsKeptByTheBrowserAndAskedForAgain(String path) {
    HttpResponse<String> file = as("coord-be").get(path);
    assertThat(file.statusCode()).isEqualTo(200);
    assertSafe(file.headers());
    assertThat(file.headers().firstValue("Cache-Control")).hasValue("no-cache");
    assertThat(file.headers().firstValue("Last-Modified")).isPresent();
  }

  private static void assertSafe(HttpHeaders headers) {
    assertThat(headers.allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'")
        .contains("form-action 'self'", "base-uri 'self'")
        .doesNotContain("unsafe-inline")
        .doesNotContain("unsafe-eval");
    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(headers.firstValue("X-Frame-Options")).isPresent();
    assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
  }

  @Test
  void behindTlsABrowserIsToldToStayThere() throws Exception {
    assertThat(
            mvc.perform(MockMvcRequestBuilders.get("/login").secure(true))
                .andReturn()
                .getResponse()
                .getHeader("Strict-Transport-Security"))
        .contains("max-age=31536000");
  }

  @Test
  void inProductionEveryCookieIsSecure() throws IOException {
    List<PropertySource<?>> documents =
        new YamlPropertySourceLoader()
            .load("application", new ClassPathResource("application.yaml"));
    PropertySource<?> production =
        documents.stream()
            .filter(
                each -> "production".equals(each.getProperty("spring.config.activate.on-profile")))
            .findFirst()
            .orElseThrow();
    for (String setting :
        List.of(
            "server.servlet.session.cookie.secure",
            "camunda.bpm.webapp.csrf.enable-secure-cookie",
            "camunda.bpm.webapp.session-cookie.enable-secure-cookie")) {
      assertThat(production.getProperty(setting)).as(setting).isEqualTo(true);
    }
    assertThat(production.getProperty("server.forward-headers-strategy")).isEqualTo("native");
    PropertySource<?> always = documents.get(0);
    assertThat(always.getProperty("camunda.bpm.webapp.csrf.same-site-cookie-option"))
        .isEqualTo("STRICT");
    assertThat(always.getProperty("server.servlet.session.cookie.http-only")).isEqualTo(true);
  }
}
