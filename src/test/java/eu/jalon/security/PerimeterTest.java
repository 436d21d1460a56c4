package eu.jalon.security;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.ResponseBodies;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.catalina.Context;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** Checks the limits on requests of one user and of anonymous clients. */
@Tag("integration")
@Tag("isolated")
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:perimeter;DB_CLOSE_DELAY=-1",
      "jalon.schedule.enabled=false",
      "jalon.clock.start=2027-03-01T06:59",
      "jalon.limits.body-time=2s",
      "jalon.limits.slow-bodies-per-address=4",
      "jalon.limits.calls-per-user=3"
    })
@ActiveProfiles("demo")
@ExtendWith(OutputCaptureExtension.class)
class PerimeterTest {

  private static final String PASSWORD = "jalon-demo";
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Autowired private ServletWebServerApplicationContext application;
  @Autowired private JdbcClient jdbc;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/login",
        "/login?lang=nl",
        "/commitments?page=2",
        "/nowhere",
        "/api/commitments",
        "/api/nowhere",
        "/live",
        "/actuator/health",
        "/camunda/app/tasklist/default/",
        "/camunda/api/engine/engine/default/task",
        "/camunda/api/admin/auth/user/default",
        "/camunda/app/admin/default/setup/",
        "/camunda/nowhere",
        "/css/base.css"
      })
  void b3_anAnonymousRequestCreatesNoSession(String path) {
    long before = sessions();

    HttpResponse<String> answer = visitor().get(path);

    assertThat(answer.statusCode()).isIn(200, 302, 401, 404);
    assertThat(answer.headers().allValues("Set-Cookie"))
        .noneMatch(each -> each.contains("SESSION"));
    assertThat(sessions()).isEqualTo(before);
  }

  @Test
  void b3_aWrongPasswordCreatesNoSession() {
    long before = sessions();
    Visitor visitor = visitor();

    HttpResponse<String> answer = visitor.signIn("no-such-user", "wrong");

    assertThat(visitor.location(answer)).endsWith("/login?error");
    assertThat(sessions()).isEqualTo(before);
  }

  @Test
  void b3_basicAuthenticationCreatesNoSession() {
    long before = sessions();

    assertThat(visitor().getWith(basic("be-ibz"), "/api/commitments").statusCode()).isEqualTo(200);

    assertThat(sessions()).isEqualTo(before);
  }

  @Test
  void signingInRedirectsToTheRequestedPage() {
    Visitor visitor = visitor();
    String login = visitor.location(visitor.get("/commitments?status=OPEN&q=%C3%A9"));

    HttpResponse<String> answer = visitor.signIn("be-ibz", PASSWORD);

    assertThat(login).endsWith("/login");
    assertThat(answer.headers().firstValue("Location"))
        .hasValue("/commitments?status=OPEN&q=%C3%A9");
    assertThat(answer.headers().allValues("Set-Cookie"))
        .as("once")
        .anyMatch(cookie -> cookie.startsWith("JALON-NEXT=; ") && cookie.contains("Max-Age=0"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example/",
        "/\\evil.example",
        "https://evil.example/",
        "evil.example",
        "/x\r\nSet-Cookie: a=b"
      })
  void aForgedRequestCookieDoesNotRedirectToAnotherSite(String page) {
    Visitor visitor = visitor();
    visitor.withCookie(
        "JALON-NEXT",
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(page.getBytes(StandardCharsets.ISO_8859_1)));

    assertThat(visitor.signIn("be-ibz", PASSWORD).headers().firstValue("Location")).hasValue("/");
  }

  @Test
  void theLoginRequiresTheCsrfTokenOfItsCookie() {
    Visitor visitor = visitor();
    visitor.get("/login");

    HttpResponse<String> answer =
        visitor.post("/login", Map.of("username", "be-ibz", "password", PASSWORD), "stale");

    assertThat(visitor.location(answer)).endsWith("/login?again");
    assertThat(visitor.get("/login?again").body()).contains("plus valable");
    assertThat(visitor.session()).isEmpty();
    assertThat(visitor.signIn("be-ibz", PASSWORD).headers().firstValue("Location")).hasValue("/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "application/json, text/plain, */*", "image/avif,image/*"})
  void scriptsPicturesAndDataAreNotRedirectedToTheLogin(String accept) throws Exception {
    HttpResponse<String> answer =
        HTTP.send(
            HttpRequest.newBuilder(uri("/camunda/lib/x.js")).header("Accept", accept).build(),
            ResponseBodies.text());

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void b3_headersOfMoreThan8KilobytesAreRejected() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri("/login")).header("X-Pad", "A".repeat(9_000)).build();

    assertThat(HTTP.send(request, ResponseBodies.text()).statusCode()).isEqualTo(400);
  }

  @Test
  void b4_aBodyOfMoreThanOneMegabyteIsRejectedWithAMessage() throws Exception {
    byte[] large =
        ("{\"variables\":{\"k\":\"" + "x".repeat(1_500_000) + "\"}}")
            .getBytes(StandardCharsets.UTF_8);

    for (HttpRequest.BodyPublisher body :
        List.of(BodyPublishers.ofByteArray(large), BodyPublishers.ofByteArrays(List.of(large)))) {
      HttpResponse<String> answer = call("be-ibz", "/api/action-items/1/complete", body);

      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(answer.body()).contains("trop volumineuse");
    }
  }

  @Test
  void b4_anAnonymousFormOfMoreThanOneMegabyteIsRejected() throws Exception {
    byte[] large = ("username=" + "x".repeat(1_500_000)).getBytes(StandardCharsets.US_ASCII);
    for (String method : List.of("POST", "PUT")) {
      HttpRequest request =
          HttpRequest.newBuilder(uri("/login"))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .header("Accept", "text/html")
              .header("Accept-Language", "nl")
              .method(method, BodyPublishers.ofByteArrays(List.of(large)))
              .build();
      HttpResponse<String> answer = HTTP.send(request, ResponseBodies.text());

      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(answer.body()).contains("Dit verzoek is te groot");
    }
  }

  @Test
  void b4_jsonWithManyKeysOrDeepNestingIsRejectedWithAMessage() throws Exception {
    String keys =
        IntStream.range(0, 60_000)
            .mapToObj(n -> "\"k" + n + "\":1")
            .collect(Collectors.joining(",", "{\"variables\":{", "}}"));
    String deep = "{\"variables\":" + "[".repeat(500) + "]".repeat(500) + "}";

    for (String json : List.of(keys, deep)) {
      HttpResponse<String> answer =
          call("be-ibz", "/api/action-items/1/complete", BodyPublishers.ofString(json));

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("\"detail\"");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/people/import", "/declarations", "/login", "/api/declarations", "/x"})
  void b6_anUploadWithoutTheRightIsNotWrittenToDisk(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "multipart/form-data; boundary=b")
            .header("Accept", "text/html")
            .POST(
                BodyPublishers.ofString(
                    "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n"
                        + "x".repeat(100_000)
                        + "\r\n--b--\r\n"))
            .build();

    assertThat(HTTP.send(request, ResponseBodies.text()).statusCode()).isIn(401, 415);
  }

  @Test
  void b6_slowBodiesOfOneAddressDoNotBlockOtherAddresses() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int n = 0; n < 30; n++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
        socket.setSoTimeout(20_000);
        send(
            socket,
            "POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Accept-Language: en\r\nContent-Length: 100000\r\n\r\nx");
        slow.add(socket);
      }
      List<String> answers = new ArrayList<>();
      for (Socket socket : slow) {
        answers.add(answerWhileDripping(socket));
      }

      assertThat(answers).allMatch(line -> line.contains(" 503 ") || line.contains(" 408 "));
      assertThat(answers).filteredOn(line -> line.contains(" 408 ")).hasSizeBetween(1, 4);
      assertThat(visitor().get("/actuator/health").statusCode()).isEqualTo(200);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  /** Sends the body byte by byte until the response arrives, and returns its first line. */
  private static String answerWhileDripping(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    while (in.available() == 0) {
      try {
        send(socket, "x");
      } catch (IOException refused) {
        break;
      }
      Thread.onSpinWait();
      java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
    }
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\r'; next = in.read()) {
      line.append((char) next);
    }
    return line.toString();
  }

  @Test
  void tooManyConcurrentRequestsOfAUserAreRejectedAndShownInHealth() throws Exception {
    Visitor coordinator = signedIn("coord-be");
    String cookie = "JSESSIONID=" + coordinator.session();

    List<CompletableFuture<HttpResponse<String>>> calls =
        IntStream.range(0, 40)
            .mapToObj(
                n ->
                    HTTP.sendAsync(
                        HttpRequest.newBuilder(uri("/report.pdf?since=2027-01-" + (10 + n % 20)))
                            .header("Cookie", cookie)
                            .header("Accept", "text/html")
                            .build(),
                        ResponseBodies.text()))
            .toList();
    List<HttpResponse<String>> answers = calls.stream().map(CompletableFuture::join).toList();

    assertThat(answers).allMatch(each -> List.of(200, 429, 503).contains(each.statusCode()));
    assertThat(answers).anyMatch(each -> each.statusCode() == 200);
    assertThat(answers)
        .filteredOn(each -> each.statusCode() == 429)
        .isNotEmpty()
        .allMatch(each -> each.headers().firstValue("Retry-After").isPresent())
        .allMatch(each -> each.body().contains("sont traitées en même temps"));
    assertThat(signedIn("admin").get("/actuator/health").body()).contains("\"coord-be\"");
    assertThat(visitor().get("/actuator/health").body()).doesNotContain("coord-be");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/camunda/%61pi/engine/x",
        "/%63amunda/api/engine/x",
        "/camunda/api/%65ngine/engine/default/task",
        "/camunda/./api/engine/x",
        "/camunda//api/engine/x",
        "/camunda/x/../api/engine/x",
        "/camunda;a=b/api/engine/x",
        "/camunda/api;a=b/engine/x",
        "/camunda/api%2Fengine/x",
        "/camunda/ap%69/admin/auth",
        "/ap%69/commitments",
        "/%2e/login"
      })
  void b17_aPathNotInNormalFormIsABadRequestWithoutAStackTrace(String path, CapturedOutput output)
      throws IOException {
    int before = output.getAll().length();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      send(socket, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(answer).startsWith("HTTP/1.1 400");
    }
    assertThat(output.getAll().substring(before)).doesNotContain("ERROR", "Exception");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Foo bar", "Basic", "Basic ", "Bearer", "Basic !!!"})
  void onlyCredentialsReplaceACsrfToken(String authorization) throws Exception {
    Visitor coordinator = signedIn("coord-be");
    String cookie = "JSESSIONID=" + coordinator.session();
    for (String header : List.of(authorization, basic("coord-be"))) {
      HttpRequest request =
          HttpRequest.newBuilder(uri("/api/commitments/VD2023-2.06/withdraw"))
              .header("Cookie", cookie)
              .header("Authorization", header)
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString("{\"reason\":\"Une raison assez longue.\"}"))
              .build();

      assertThat(HTTP.send(request, ResponseBodies.text()).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void anotherSiteCannotSignAUserOutThroughTheWebApps() throws Exception {
    Visitor user = signedIn("be-jus");
    user.get("/camunda/app/tasklist/default/");
    HttpRequest request =
        HttpRequest.newBuilder(uri("/camunda/api/admin/auth/user/default/logout"))
            .header("Cookie", "JSESSIONID=" + user.session())
            .POST(BodyPublishers.noBody())
            .build();

    assertThat(HTTP.send(request, ResponseBodies.text()).statusCode()).isEqualTo(403);
    assertThat(user.get("/access").statusCode()).isEqualTo(200);
    assertThat(user.sendJson("/camunda/api/admin/auth/user/default/logout", "").statusCode())
        .isEqualTo(204);
    assertThat(user.get("/access").statusCode()).isEqualTo(302);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/action-items?dueBefore=%2B999999999-01-01",
        "/api/action-items?dueBefore=-0001-01-01",
        "/api/action-items?dueBefore=2027-02-30"
      })
  void b13_aDateOutOfRangeIsABadRequestWithAMessage(String path) {
    HttpResponse<String> answer = visitor().getWith(basic("be-ibz"), path);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("calendrier");
  }

  @Test
  void b13_aPageRejectsADateOutOfRange() {
    assertThat(signedIn("coord-be").get("/report?since=%2B999999999-01-01").statusCode())
        .isEqualTo(400);
    assertThat(
            visitor()
                .call(
                    "coord-be",
                    PASSWORD,
                    "/api/summits/next/move",
                    "{\"date\":\"+999999999-01-01\",\"version\":1}")
                .statusCode())
        .isEqualTo(400);
  }

  private HttpResponse<String> call(String who, String path, HttpRequest.BodyPublisher body)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(uri(path))
            .header("Authorization", basic(who))
            .header("Content-Type", "application/json")
            .header("Accept-Language", "fr")
            .POST(body)
            .build(),
        ResponseBodies.text());
  }

  private static String basic(String who) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((who + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
  }

  private static void send(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  /** The sessions in the database, and those that the web server might have made by itself. */
  private long sessions() {
    TomcatWebServer server = (TomcatWebServer) application.getWebServer();
    return jdbc.sql("select count(*) from spring_session").query(Long.class).single()
        + ((Context) server.getTomcat().getHost().findChildren()[0])
            .getManager()
            .getActiveSessions();
  }

  private Visitor signedIn(String name) {
    Visitor visitor = visitor();
    visitor.signIn(name, PASSWORD);
    assertThat(visitor.session()).as(name).isNotEmpty();
    return visitor;
  }

  private Visitor visitor() {
    return new Visitor("http://127.0.0.1:" + port());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  private int port() {
    return application.getWebServer().getPort();
  }
}
