package eu.jalon.security.rights;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.DemoOnH2;
import eu.jalon.SessionClient;
import eu.jalon.reminder.round.ReminderRound;
import eu.jalon.shared.BrusselsTime;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every address the application answers, asked by everybody. */
@DemoOnH2
class RightsMatrixTest {

  private static final List<String> PEOPLE =
      List.of("", "be-ibz", "fr-arm", "coord-be", "coord-fr", "admin", "coord-nl", "nl-tra");

  private static final Set<String> OUTSIDE = Set.of("coord-nl", "nl-tra");

  /** The filter of the login answers it, in the place of the engine. */
  private static final Route LOGOUT =
      new Route("POST", "/camunda/api/admin/auth/user/{processEngineName}/logout");

  private static final Route EVERYWHERE = new Route("POST", "/access/sign-out-everywhere");

  private static final List<String> TABLES =
      List.of(
          "commitment",
          "commitment_change",
          "commitment_request",
          "action_item",
          "progress_report",
          "declaration",
          "email",
          "absence",
          "notification_setting",
          "saved_view",
          "reminder_pause",
          "ACT_RU_TASK",
          "ACT_RU_EXECUTION",
          "ACT_RU_VARIABLE",
          "ACT_RU_FILTER",
          "ACT_RU_AUTHORIZATION",
          "ACT_RE_DEPLOYMENT",
          "ACT_ID_USER",
          "ACT_ID_GROUP",
          "ACT_HI_COMMENT");

  @LocalServerPort private int port;
  @Autowired private ApplicationContext application;
  @Autowired private JdbcClient jdbc;
  @Autowired private ReminderRound round;
  @Autowired private Clock clock;

  private final List<String> wrong = new ArrayList<>();
  private RouteParameters things;

  @Test
  void everyRouteIsForWhomItIsMeant() throws IOException {
    OtherSeries.enter(application);
    round.run(BrusselsTime.today(clock), false);
    List<SessionClient> visitors =
        PEOPLE.stream()
            .map(who -> who.isEmpty() ? nobody() : SessionClient.signedIn(port, who))
            .toList();
    things = new RouteParameters(jdbc, declaration(visitors.get(3)), email());
    Set<Route> routes = new TreeSet<>(OwnRoutes.all(application));
    assertThat(routes).hasSizeGreaterThan(80);
    routes.addAll(EngineRoutes.all());
    assertThat(routes).hasSizeGreaterThan(400);
    assertThat(routes.remove(LOGOUT)).isTrue();
    assertThat(routes.remove(EVERYWHERE)).isTrue();
    for (String app : List.of("tasklist", "cockpit", "admin", "welcome")) {
      routes.add(new Route("GET", "/camunda/app/" + app + "/default/"));
    }
    routes.add(new Route("GET", "/camunda/app/admin/default/setup"));
    String before = rows();

    StringBuilder matrix = new StringBuilder();
    long start = System.nanoTime();
    int calls = 0;
    for (Route route : routes) {
      Optional<ExpectedRights> expected = ExpectedRights.of(route);
      if (expected.isEmpty()) {
        wrong.add(route + ": nobody wrote down whom it is for");
        continue;
      }
      matrix.append("| ").append(route);
      for (int role = 0; role < ExpectedRights.ROLES; role++) {
        matrix.append(" | ").append(ask(visitors.get(role), role, route, expected.get().of(role)));
        calls++;
      }
      matrix.append(" |\n");
    }
    assertThat(visitors.get(0).form(EVERYWHERE.path(), Map.of()).headers().firstValue("Location"))
        .get()
        .asString()
        .endsWith("/login");
    visitors.subList(1, 3).forEach(RightsMatrixTest::signOutEverywhere);
    visitors.subList(3, visitors.size()).forEach(RightsMatrixTest::signOut);
    write(routes.size(), calls, System.nanoTime() - start, matrix);

    assertThat(wrong).isEmpty();
    assertThat(rows()).as("nothing was changed").isEqualTo(before);
  }

  @Test
  void noServletIsForgotten() {
    assertThat(OwnRoutes.servlets(application))
        .containsExactlyInAnyOrder(
            "/",
            "/camunda/api/admin/*",
            "/camunda/api/cockpit/*",
            "/camunda/api/engine/*",
            "/camunda/api/tasklist/*",
            "/camunda/api/welcome/*");
  }

  private SessionClient nobody() {
    SessionClient nobody = SessionClient.anonymous(port);
    nobody.readToken("/login");
    return nobody;
  }

  /** Last, since nobody gets anything afterwards. */
  private static void signOut(SessionClient visitor) {
    assertThat(
            visitor.send("POST", "/camunda/api/admin/auth/user/default/logout", "", "", Map.of()))
        .matches(answer -> answer.statusCode() == 204);
    assertThat(visitor.get("/reminder-policy").statusCode()).isEqualTo(302);
  }

  private static void signOutEverywhere(SessionClient visitor) {
    assertThat(visitor.form(EVERYWHERE.path(), Map.of()).statusCode()).isEqualTo(302);
    assertThat(visitor.get("/reminder-policy").statusCode()).isEqualTo(302);
  }

  private String ask(SessionClient visitor, int role, Route route, char wanted) {
    boolean acts = wanted == 'x' || wanted == 'e' || wanted == '-';
    String address = things.address(route, acts);
    HttpResponse<String> answer = call(visitor, route, address, acts);
    int status = answer.statusCode();
    String location = answer.headers().firstValue("Location").orElse("");
    boolean login = status == 401 || location.endsWith("/login");
    boolean right =
        status < 500
            && switch (wanted) {
              case '-' -> login || (status == 404 && role == 0);
              case 'x' -> status == 403 || status == 404;
              case 'o' -> !login && status != 403 && status != 404;
              case '~' -> !login && status != 403;
              case '*' -> !login;
              case 'e' -> !login && (status >= 400 || !shown(PEOPLE.get(role), answer.body()));
              default -> throw new IllegalArgumentException(String.valueOf(wanted));
            };
    if (!right) {
      wrong.add(
          "%s %s (%s): %d, but %c".formatted(PEOPLE.get(role), route, address, status, wanted));
    }
    return status + (right ? "" : " **" + wanted + "**");
  }

  private boolean shown(String who, String body) {
    return things.shownIn(body) || (OUTSIDE.contains(who) && RouteParameters.ofTheSeries(body));
  }

  private HttpResponse<String> call(
      SessionClient visitor, Route route, String address, boolean acts) {
    boolean page = !address.startsWith("/api/") && !address.startsWith("/camunda/");
    if (route.method().equals("POST") && page) {
      return visitor.form(address, acts ? RouteParameters.form(route.path()) : Map.of());
    }
    if (route.method().equals("POST") && route.path().endsWith("/evidence")) {
      return visitor.send(
          "POST", address, "multipart/form-data; boundary=b", RouteParameters.evidence(), Map.of());
    }
    String type =
        route.path().equals("/api/declarations") ? "multipart/form-data" : "application/json";
    // A refusal as JSON costs a tenth of a page.
    return visitor.send(
        route.method(),
        address,
        type,
        RouteParameters.body(route, acts).orElse(""),
        page ? Map.of() : Map.of("Accept", "application/json,*/*"));
  }

  private String declaration(SessionClient coordinator) throws IOException {
    byte[] scan = Files.readAllBytes(Path.of("src/test/resources/intake/scan.txt"));
    String body =
        "--b\r\nContent-Disposition: form-data; name=\"summit\"\r\n\r\nVD2018\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"s.txt\"\r\n"
            + "Content-Type: text/plain\r\n\r\n"
            + new String(scan, java.nio.charset.StandardCharsets.UTF_8)
            + "\r\n--b--\r\n";
    HttpResponse<String> uploaded =
        coordinator.send(
            "POST", "/api/declarations", "multipart/form-data; boundary=b", body, Map.of());
    assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(201);
    String location = uploaded.headers().firstValue("Location").orElseThrow();
    return location.substring(location.lastIndexOf('/') + 1);
  }

  private String email() {
    return jdbc.sql(
            "select cast(email_id as varchar) from email_commitment where ref like 'VD%'"
                + " fetch first 1 rows only")
        .query(String.class)
        .single();
  }

  private String rows() {
    StringBuilder counted = new StringBuilder();
    for (String table : TABLES) {
      counted.append(table).append(' ');
      counted.append(jdbc.sql("select count(*) from " + table).query(Long.class).single());
      counted.append('\n');
    }
    return counted.toString();
  }

  private void write(int routes, int calls, long nanos, StringBuilder matrix) throws IOException {
    Path file = Path.of("target/rights/matrix.md");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        # Who gets what

        %d routes, %d calls in %.1f s; %d not as expected. A number is the status of HTTP.

        | route | nobody | lead's focal point | another's | coordinator BE | coordinator FR | administrator | coordinator NL | focal point NL |
        |---|---|---|---|---|---|---|---|---|
        %s
        """
            .formatted(routes, calls, nanos / 1e9, wrong.size(), matrix));
  }
}
