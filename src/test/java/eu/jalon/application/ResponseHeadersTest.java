package eu.jalon.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.SessionClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** The security headers of pages and files. */
class ResponseHeadersTest extends HardeningTest {

  private static final Pattern NONCE_OF_POLICY = Pattern.compile("'nonce-([^']+)'");
  private static final Pattern NONCE = Pattern.compile(" nonce=\"([^\"]+)\"");

  @Autowired private MockMvc mvc;

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
    assertSafe(SessionClient.anonymous(port()).get("/login").headers());
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

  /**
   * Each of many pages that are opened together runs its scripts by the nonce of its own policy.
   */
  @Test
  void focalPoints3_thirtyPagesOfTasklistOpenedAtOnceRunTheirScripts() {
    List<SessionClient> users = Stream.of("be-ibz", "be-jus", "fr-int").map(this::as).toList();
    for (int round = 0; round < 5; round++) {
      List<CompletableFuture<HttpResponse<byte[]>>> pages =
          IntStream.range(0, 30)
              .mapToObj(i -> users.get(i % users.size()))
              .map(
                  user ->
                      CompletableFuture.supplyAsync(
                          () -> user.download("/camunda/app/tasklist/default/"),
                          task -> new Thread(task).start()))
              .toList();
      for (CompletableFuture<HttpResponse<byte[]>> opened : pages) {
        HttpResponse<byte[]> page = opened.join();
        assertThat(page.statusCode()).isEqualTo(200);
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        String html = new String(page.body(), StandardCharsets.UTF_8);
        assertThat(nonces(NONCE_OF_POLICY, policy)).hasSize(1).isEqualTo(nonces(NONCE, html));
      }
    }
  }

  private static Set<String> nonces(Pattern where, String text) {
    return where.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
  }

  @Test
  void focalPoints10_theTextsOfTasklistAreKeptByTheBrowser() {
    HttpResponse<String> texts = as("be-ibz").get("/camunda/app/tasklist/locales/fr.json");
    assertThat(texts.statusCode()).isEqualTo(200);
    assertThat(texts.headers().allValues("Cache-Control"))
        .singleElement()
        .asString()
        .doesNotContain("no-store");
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
}
