package eu.jalon.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.jalon.register.ActionItems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The whole way over HTTP, with the sample register; once on each database. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "springdoc.api-docs.enabled=true")
@Import(OpenApiConfiguration.class)
@ActiveProfiles("demo")
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
abstract class WholeApplicationTest {

  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;
  @Autowired private ActionItems actionItems;

  @Test
  void theSampleShowsWhatIsOverdue() {
    JsonNode overdue = get("coord-be", "/api/action-items?overdue=true").getBody();

    assertThat(overdue.path("total").asInt()).isGreaterThanOrEqualTo(6);
    assertThat(overdue.path("items"))
        .allSatisfy(item -> assertThat(item.path("overdueDays").asInt()).isPositive());
  }

  @Test
  void theSampleHoldsEveryStepOfTheDeclarationOf2023() {
    JsonNode page = get("coord-fr", "/api/commitments?summit=VD2023&size=200").getBody();

    assertThat(page.path("total").asInt()).isEqualTo(51);
    assertThat(page.path("items"))
        .allSatisfy(
            item -> {
              assertThat(item.path("leads").path("BE").asText()).startsWith("BE-");
              assertThat(item.path("leads").path("FR").asText()).startsWith("FR-");
            });
  }

  @Test
  void aFocalPointSeesHisMinistryOnly() {
    JsonNode mine = get("be-ibz", "/api/action-items?size=200").getBody();

    assertThat(mine.path("total").asInt()).isPositive();
    assertThat(mine.path("items"))
        .allSatisfy(item -> assertThat(item.path("ministry").asText()).isEqualTo("BE-IBZ"));
    assertThat(get("be-ibz", "/api/people").getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(get("admin", "/api/commitments").getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
  }

  @Test
  void aCommitmentIsCarriedToItsEnd() {
    String ref = "VD2023-2.07";
    assertThat(openItems(ref)).hasSize(2);

    for (String country : List.of("BE", "FR")) {
      String lead =
          get("coord-be", "/api/commitments/" + ref)
              .getBody()
              .path("leads")
              .path(country)
              .asText()
              .toLowerCase(java.util.Locale.ROOT);
      complete(lead, itemOf(ref, country), Map.of("takeChargeNote", "C’est parti"));
      complete(
          lead,
          itemOf(ref, country),
          Map.of(
              "progressStatus", "AT_RISK", "progressText", "Les patrouilles attendent un accord."));
      complete(
          lead,
          itemOf(ref, country),
          Map.of(
              "progressStatus", "DONE", "progressText", "Les patrouilles ont lieu chaque mois."));
      complete(
          "coord-" + country.toLowerCase(java.util.Locale.ROOT),
          itemOf(ref, country),
          Map.of("decision", "SEND_BACK", "validationNote", "Il manque un chiffre."));
      complete(
          lead,
          itemOf(ref, country),
          Map.of("progressStatus", "DONE", "progressText", "Douze patrouilles, une par mois."));
      complete(
          "coord-" + country.toLowerCase(java.util.Locale.ROOT),
          itemOf(ref, country),
          Map.of("decision", "FULFILLED"));
    }

    JsonNode commitment = get("coord-be", "/api/commitments/" + ref).getBody();
    assertThat(commitment.path("status").asText()).isEqualTo("FULFILLED");
    assertThat(commitment.path("reports")).hasSize(6);
    assertThat(texts(commitment.path("changes"), "what"))
        .contains("ENTERED", "TAKEN_IN_CHARGE", "REPORTED", "SENT_BACK", "VALIDATED", "FULFILLED");
    assertThat(openItems(ref)).isEmpty();
    assertThat(count("select count(*) from ACT_RU_EXECUTION where BUSINESS_KEY_ = :ref", ref))
        .isZero();
  }

  @Test
  void theReadModelAgreesWithTheEngine() {
    assertThat(
            jdbc.sql(
                    """
                    select
                      (select count(*) from ACT_RU_TASK t where not exists
                        (select 1 from action_item i where i.id = t.ID_ and i.status = 'OPEN'))
                      +
                      (select count(*) from action_item i where i.status = 'OPEN' and not exists
                        (select 1 from ACT_RU_TASK t where t.ID_ = i.id))
                    """)
                .query(Long.class)
                .single())
        .isZero();
  }

  static Stream<Arguments> refusedCompletions() {
    return Stream.of(
        Arguments.of("be-ibz", Map.of("takeChargeNote", "x".repeat(2001)), 400),
        Arguments.of("be-ibz", Map.of("leadBe", "BE-DEF"), 400),
        Arguments.of("be-ibz", Map.of("validatedBe", true), 400),
        Arguments.of("fr-arm", Map.of(), 404),
        Arguments.of("fr-int", Map.of(), 403),
        Arguments.of("coord-fr", Map.of(), 403));
  }

  @ParameterizedTest
  @MethodSource("refusedCompletions")
  void completingWithWhatIsNotTheFormsOrNotHisIsRefused(
      String who, Map<String, Object> variables, int status) {
    String ref = "VD2023-2.06";
    String id = itemOf(ref, "BE");

    ResponseEntity<JsonNode> answer = tryToComplete(who, id, variables);

    assertThat(answer.getStatusCode().value()).isEqualTo(status);
    assertThat(answer.getBody().path("detail").asText()).isNotBlank();
    assertThat(itemOf(ref, "BE")).isEqualTo(id);
    assertThat(count("select count(*) from ACT_RU_TASK where ID_ = :ref", id)).isOne();
  }

  @Test
  void aDeclarationIsUploadedAndLaunchedAllAtOnce() {
    long before = count("select count(*) from commitment where origin_id = :ref", "VD2018");
    ResponseEntity<JsonNode> uploaded = upload("coord-be", scan(), "scan.txt", "VD2018");
    assertThat(uploaded.getStatusCode()).isEqualTo(HttpStatus.CREATED);
    JsonNode draft = uploaded.getBody();
    int items = draft.path("items").size();
    assertThat(items).isGreaterThan(5);
    String id = draft.path("id").asText();

    JsonNode launch = post("coord-be", "/api/declarations/" + id + "/launch", null).getBody();
    ResponseEntity<JsonNode> again = post("coord-fr", "/api/declarations/" + id + "/launch", null);

    assertThat(launch.path("launched").asInt()).isEqualTo(items);
    assertThat(again.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
    assertThat(again.getBody().path("detail").asText()).isNotBlank();
    JsonNode entered = get("coord-be", "/api/commitments?summit=VD2018&size=200").getBody();
    assertThat(entered.path("total").asLong()).isEqualTo(before + items);
    assertThat(entered.path("items"))
        .allSatisfy(
            item -> {
              assertThat(item.path("processInstanceId").asText()).isNotBlank();
              assertThat(item.path("dueOn").asText()).isNotBlank();
            });
    assertThat(
            count(
                """
                select count(*) from ACT_RU_EXECUTION e join commitment c
                  on c.process_instance_id = e.ID_ where c.origin_id = :ref
                """,
                "VD2018"))
        .isEqualTo(items);
  }

  @Test
  void aLaunchThatCannotBeWholeIsNothing() {
    String text = new String(scan(), StandardCharsets.UTF_8) + "\n";
    JsonNode draft =
        upload("coord-be", text.getBytes(StandardCharsets.UTF_8), "again.txt", "VD2023").getBody();
    long processes = count("select count(*) from ACT_RU_EXECUTION where ID_ <> :ref", "");

    ResponseEntity<JsonNode> launch =
        post("coord-be", "/api/declarations/" + draft.path("id").asText() + "/launch", null);

    assertThat(launch.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
    assertThat(count("select count(*) from ACT_RU_EXECUTION where ID_ <> :ref", ""))
        .isEqualTo(processes);
    assertThat(
            get("coord-be", "/api/declarations/" + draft.path("id").asText())
                .getBody()
                .path("launchedAt")
                .isNull())
        .isTrue();
  }

  @Test
  void movingTheSummitThereAndBackRestoresEveryDate() {
    List<String> before = dates();
    JsonNode summit = get("coord-be", "/api/summits/next").getBody();
    String date = summit.path("date").asText();
    JsonNode preview = get("coord-be", "/api/summits/next/move?date=2027-09-15&size=200").getBody();
    assertThat(dates()).isEqualTo(before);

    JsonNode moved = move("2027-09-15", summit.path("version").asInt()).getBody();
    assertThat(moved).isEqualTo(preview.deepCopy());
    assertThat(moved.path("commitments").asInt()).isPositive();
    assertThat(dates()).isNotEqualTo(before);
    ResponseEntity<JsonNode> stale = move("2027-10-15", summit.path("version").asInt());
    assertThat(stale.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
    assertThat(move("2020-01-06", 99).getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);

    move(date, get("coord-be", "/api/summits/next").getBody().path("version").asInt());
    assertThat(dates()).isEqualTo(before);
    assertThat(
            count(
                "select count(*) from ACT_RU_VARIABLE v join commitment c on c.ref = "
                    + "(select x.BUSINESS_KEY_ from ACT_RU_EXECUTION x where x.ID_ = v.PROC_INST_ID_) "
                    + "where v.NAME_ = 'dueOn' and v.TEXT_ <> cast(c.due_on as varchar)",
                ""))
        .isZero();
  }

  private ResponseEntity<JsonNode> move(String date, int version) {
    return post("coord-be", "/api/summits/next/move", Map.of("date", date, "version", version));
  }

  /** Each open commitment's, action item's and engine task's date. */
  private List<String> dates() {
    return jdbc.sql(
            """
            select c.ref || ' ' || coalesce(cast(c.due_on as varchar), '') || ' ' || i.id || ' '
              || cast(i.due_on as varchar) || ' ' || cast(t.DUE_DATE_ as varchar)
            from commitment c
            join action_item i on i.ref = c.ref and i.status = 'OPEN'
            join ACT_RU_TASK t on t.ID_ = i.id
            order by 1
            """)
        .query(String.class)
        .list();
  }

  static Stream<Arguments> badDocuments() {
    return Stream.of(
        Arguments.of("an empty file", new byte[0], "VD2021", 400),
        Arguments.of(
            "a binary file", new byte[] {0x25, 0x50, 0x44, 0x46, 0x2d, 0, 1, 2}, "VD2021", 400),
        Arguments.of(
            "no list in it", "Bonjour à tous.".getBytes(StandardCharsets.UTF_8), "VD2021", 400),
        Arguments.of("an unknown summit", scan(), "VD1999", 404),
        Arguments.of("not a summit id", scan(), "../etc", 400));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badDocuments")
  void aBadDocumentIsRefusedWithASentence(String what, byte[] content, String summit, int status) {
    long before = count("select count(*) from declaration where origin_id <> :ref", "");

    ResponseEntity<JsonNode> answer = upload("coord-be", content, "x.txt", summit);

    assertThat(answer.getStatusCode().value()).as(what).isEqualTo(status);
    assertThat(answer.getBody().path("detail").asText()).isNotBlank().doesNotContain("refusal.");
    assertThat(count("select count(*) from declaration where origin_id <> :ref", ""))
        .isEqualTo(before);
  }

  static Stream<Arguments> badRequests() {
    return Stream.of(
        Arguments.of("/api/commitments?size=2147483647", 400),
        Arguments.of("/api/commitments?page=-1", 400),
        Arguments.of("/api/commitments?sort=colour", 400),
        Arguments.of("/api/commitments?track=SOMETHING", 400),
        Arguments.of("/api/action-items?dueBefore=2027-02-29", 400),
        Arguments.of("/api/commitments/nonsense", 400),
        Arguments.of("/api/commitments/VD2023-9.99", 404),
        Arguments.of("/api/action-items?ministry=XX", 400));
  }

  @ParameterizedTest
  @MethodSource("badRequests")
  void aBadRequestIsRefusedInTheCallersLanguage(String path, int status) {
    ResponseEntity<JsonNode> answer = get("coord-be", path);

    assertThat(answer.getStatusCode().value()).isEqualTo(status);
    assertThat(answer.getHeaders().getContentType()).isNotNull();
    assertThat(answer.getHeaders().getContentType().toString())
        .startsWith(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    assertThat(answer.getBody().path("detail").asText()).isNotBlank().doesNotContain("refusal.");
  }

  @Test
  void tasklistShowsAFocalPointHisMinistryAndNoOther() {
    JsonNode tasks =
        get("be-jus", "/camunda/api/engine/engine/default/task?maxResults=200").getBody();

    assertThat(tasks).isNotEmpty();
    assertThat(tasks)
        .allSatisfy(
            task ->
                assertThat(
                        count(
                            "select count(*) from action_item where ministry = 'BE-JUS' and id = :ref",
                            task.path("id").asText()))
                    .isOne());
  }

  @Test
  void aCardShowsItsCommitmentAndNobodyElsesVariables() {
    String engine = "/camunda/api/engine/engine/default";
    JsonNode filters = get("be-jus", engine + "/filter?maxResults=10").getBody();
    HttpHeaders hal = new HttpHeaders();
    hal.setAccept(List.of(MediaType.valueOf("application/hal+json")));
    JsonNode list =
        as("be-jus")
            .exchange(
                engine + "/filter/" + filters.get(0).path("id").asText() + "/list?maxResults=5",
                HttpMethod.GET,
                new HttpEntity<>(hal),
                JsonNode.class)
            .getBody();
    JsonNode card = list.path("_embedded").path("task").get(0);
    assertThat(texts(card.path("_embedded").path("variable"), "name"))
        .contains("ref", "titleFr", "titleNl");

    String other = card.path("processInstanceId").asText();
    for (String path :
        List.of(
            "/variable-instance",
            "/variable-instance/count",
            "/process-instance/" + other + "/variables",
            "/process-instance/" + other + "/variables/ref",
            "/execution/" + other + "/localVariables")) {
      assertThat(get("be-jus", engine + path).getStatusCode().value()).as(path).isEqualTo(403);
    }
  }

  @Test
  void theEnginesDoorsAreShut() {
    String engine = "/camunda/api/engine/engine/default";
    Map<String, Object> nested =
        Map.of(
            "orQueries", List.of(Map.of("taskVariables", List.of(), "assigneeExpression", "${1}")));

    assertThat(post("be-jus", engine + "/task", nested).getStatusCode().value()).isEqualTo(400);
    assertThat(get("be-jus", engine + "/task?dueAfterExpression=x").getStatusCode().value())
        .isEqualTo(400);
    assertThat(get("admin", "/camunda/api/admin/setup/default/user/create").getStatusCode().value())
        .isEqualTo(403);
    assertThat(anonymous("/camunda/api/engine/engine/default/task")).isEqualTo(401);
    assertThat(anonymous("/api/commitments")).isEqualTo(401);
    assertThat(get("coord-be", "/actuator").getStatusCode().value()).isEqualTo(403);
    assertThat(anonymous("/actuator/health")).isEqualTo(200);
  }

  @Test
  void aFocalPointCannotBendHisTask() {
    String id = itemOf("VD2023-2.06", "BE");
    String task = "/camunda/api/engine/engine/default/task/" + id;
    Map<String, Object> stray = Map.of("variables", Map.of("x", Map.of("value", 1)));

    for (String act :
        List.of("/resolve", "/bpmnError", "/bpmnEscalation", "/assignee", "/delegate")) {
      assertThat(send(HttpMethod.POST, task + act, stray)).as(act).isEqualTo(403);
    }
    assertThat(send(HttpMethod.PUT, task, Map.of("due", "2030-01-01T00:00:00.000+0000")))
        .isEqualTo(403);
    assertThat(send(HttpMethod.POST, task + "/claim", Map.of("userId", "fr-int")))
        .isGreaterThanOrEqualTo(400);
    assertThat(send(HttpMethod.POST, task + "/submit-form", stray)).isGreaterThanOrEqualTo(400);
    assertThat(itemOf("VD2023-2.06", "BE")).isEqualTo(id);
    assertThat(count("select count(*) from ACT_RU_VARIABLE where NAME_ = :ref", "x")).isZero();

    assertThat(send(HttpMethod.POST, task + "/claim", Map.of("userId", "be-ibz"))).isEqualTo(204);
    assertThat(
            count("select count(*) from action_item where assignee = 'be-ibz' and id = :ref", id))
        .isOne();
  }

  /** The cookies and the token of a person who opened Tasklist. */
  private HttpHeaders webAppSession(String who) {
    Map<String, String> cookies = new HashMap<>();
    as(who)
        .getForEntity("/camunda/app/tasklist/default/", String.class)
        .getHeaders()
        .getOrEmpty(HttpHeaders.SET_COOKIE)
        .forEach(
            cookie ->
                cookies.put(
                    cookie.substring(0, cookie.indexOf('=')),
                    cookie.substring(0, cookie.indexOf(';'))));
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_JSON);
    headers.set(HttpHeaders.COOKIE, String.join("; ", cookies.values()));
    headers.setBasicAuth(who, "jalon-demo");
    String token = cookies.getOrDefault("XSRF-TOKEN", "=");
    headers.set("X-XSRF-TOKEN", token.substring(token.indexOf('=') + 1));
    return headers;
  }

  /** As be-ibz in Tasklist; Basic credentials renew the session with each request. */
  private int send(HttpMethod method, String path, Object body) {
    HttpEntity<Object> request = new HttpEntity<>(body, webAppSession("be-ibz"));
    return http.exchange(path, method, request, String.class).getStatusCode().value();
  }

  static Stream<Arguments> incomplete() {
    return Stream.of(
        Arguments.of("/api/nudge-rounds", Map.of()),
        Arguments.of("/api/nudge-rounds", Map.of("on", "2027-02-29", "dryRun", true)),
        Arguments.of("/api/summits/next/move", Map.of("version", 1)),
        Arguments.of("/api/summits/next/move", Map.of("date", "2027-09-15")));
  }

  @ParameterizedTest
  @MethodSource("incomplete")
  void anIncompleteRequestIsRefusedWithASentence(String path, Map<String, Object> body) {
    ResponseEntity<JsonNode> answer = post("coord-be", path, body);

    assertThat(answer.getStatusCode().value()).isEqualTo(400);
    assertThat(answer.getBody().path("detail").asText()).isNotBlank().doesNotContain("refusal.");
  }

  /** Written anew with {@code -Djalon.openapi.write}. */
  @Test
  void theContractInTheRepositoryIsTheContractOfTheCode() throws IOException {
    JsonNode code = get("coord-be", "/v3/api-docs").getBody();
    if (System.getProperty("jalon.openapi.write") != null) {
      Path file = Path.of("src/main/resources/static/api/openapi.json");
      new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), code);
    }

    assertThat(get("coord-be", "/api/openapi.json").getBody()).isEqualTo(code);
    assertThat(code.path("paths").has("/api/declarations/{id}/launch")).isTrue();
  }

  private static byte[] scan() {
    try (var in = new ClassPathResource("intake/scan.txt").getInputStream()) {
      return in.readAllBytes();
    } catch (java.io.IOException missing) {
      throw new java.io.UncheckedIOException(missing);
    }
  }

  private List<String> openItems(String ref) {
    return actionItems.of(new eu.jalon.shared.CommitmentRef(ref)).stream()
        .map(view -> view.item())
        .filter(item -> item.status() == eu.jalon.register.ActionItem.Status.OPEN)
        .map(item -> item.id())
        .toList();
  }

  private String itemOf(String ref, String country) {
    return actionItems.of(new eu.jalon.shared.CommitmentRef(ref)).stream()
        .map(view -> view.item())
        .filter(item -> item.status() == eu.jalon.register.ActionItem.Status.OPEN)
        .filter(item -> item.ministry().country().name().equals(country))
        .map(item -> item.id())
        .findFirst()
        .orElseThrow();
  }

  private void complete(String who, String id, Map<String, Object> variables) {
    assertThat(tryToComplete(who, id, variables).getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
  }

  private ResponseEntity<JsonNode> tryToComplete(String who, String id, Map<String, ?> variables) {
    return post(who, "/api/action-items/" + id + "/complete", Map.of("variables", variables));
  }

  private long count(String sql, String value) {
    var statement = jdbc.sql(sql);
    return (sql.contains(":ref") ? statement.param("ref", value) : statement)
        .query(Long.class)
        .single();
  }

  private static List<String> texts(JsonNode items, String field) {
    return StreamSupport.stream(items.spliterator(), false)
        .map(item -> item.path(field).asText())
        .toList();
  }

  private ResponseEntity<JsonNode> get(String who, String path) {
    return as(who).getForEntity(path, JsonNode.class);
  }

  private ResponseEntity<JsonNode> post(String who, String path, Object body) {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_JSON);
    return as(who).exchange(path, HttpMethod.POST, new HttpEntity<>(body, headers), JsonNode.class);
  }

  private ResponseEntity<JsonNode> upload(String who, byte[] content, String name, String summit) {
    MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
    form.add(
        "file",
        new ByteArrayResource(content) {
          @Override
          public String getFilename() {
            return name;
          }
        });
    form.add("summit", summit);
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.MULTIPART_FORM_DATA);
    return as(who)
        .exchange(
            "/api/declarations", HttpMethod.POST, new HttpEntity<>(form, headers), JsonNode.class);
  }

  private int anonymous(String path) {
    return http.getForEntity(path, String.class).getStatusCode().value();
  }

  private TestRestTemplate as(String who) {
    return http.withBasicAuth(who, "jalon-demo");
  }
}
