package eu.jalon.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.jalon.DemoOnH2;
import eu.jalon.SessionClient;
import eu.jalon.reminder.round.ReminderRound;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.text.TextPolicy;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Checks the text policy on all text inputs, over HTTP. */
@DemoOnH2
class TextFieldsTest {

  private static final String COMMITMENT = "/api/commitments/VD2023-2.03";
  private static final Pattern MULTI_LINE = Pattern.compile("reason|summaries|text|variables");
  private static final String HOSTILE = "Un texte assez long\u202Epour tout champ";

  private static final String LONG_TEXT = "Un texte assez long";

  /** Values that are valid for the fields of that name. */
  private static final Map<String, Object> FIELDS =
      Map.ofEntries(
          Map.entry("reason", "Une raison assez longue"),
          Map.entry("deadlineRule", "2027-12-01"),
          Map.entry("deadline", "2027-12-01"),
          Map.entry("date", "2027-12-01"),
          Map.entry("heldOn", "2027-02-01"),
          Map.entry("until", "2027-03-03"),
          Map.entry("from", "2027-04-05"),
          Map.entry("version", 0),
          Map.entry("hour", 9),
          Map.entry("weekdays", List.of("MONDAY")),
          Map.entry("priority", "HIGH"),
          Map.entry("ministry", "BE-MOB"),
          Map.entry("person", "be-ibz-nl"),
          Map.entry("substitute", "be-ibz-nl"),
          Map.entry("track", "OPERATIONAL_CAPABILITY"),
          Map.entry("accountable", "BE"),
          Map.entry("leads", Map.of("BE", "BE-IBZ", "FR", "FR-INT")),
          Map.entry("refs", List.of("VD2023-2.06")),
          Map.entry("summit", "VD2023"),
          Map.entry("theme", 2),
          Map.entry("id", "VD2031"),
          Map.entry("/api/series id", "LUX"),
          Map.entry("/api/people id", "be-new"),
          Map.entry("/api/people language", "fr"),
          Map.entry("/api/ministries/{code}/merge into", "BE-MAE"),
          Map.entry("/api/ministries code", "BE-NEW"),
          Map.entry("/api/commitments deadlineRule", "2027-12-01"),
          Map.entry("/api/parties/{code} coordinatingMinistry", "BE-MAE"),
          Map.entry("title", "Former les greffiers"),
          Map.entry("titles", Map.of("fr", "Former les greffiers", "nl", "Griffiers opleiden")),
          Map.entry("names", Map.of("fr", "Sommet", "nl", "Top")),
          Map.entry("calendar", "lu"),
          Map.entry("code", "LU"),
          Map.entry("coordinatingMinistry", "LU-MAE"),
          Map.entry("coordinatingMinistryNames", Map.of("fr", "Affaires étrangères")),
          Map.entry("languages", List.of("fr")),
          Map.entry("parties", List.of("BE", "FR")),
          Map.entry("zone", "Europe/Luxembourg"),
          Map.entry("text", LONG_TEXT));

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired ObjectMapper json;
  @Autowired ReminderRound round;
  @Autowired Clock clock;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  private SessionClient coordinator;
  private SessionClient owner;
  private SessionClient associated;
  private String contributedTo = "";
  private SessionClient administrator;
  private static int uploads;

  @BeforeEach
  void signIn() {
    coordinator = SessionClient.signedIn(port, "coord-be");
    administrator = SessionClient.signedIn(port, "admin");
    owner =
        SessionClient.signedIn(
            port,
            jdbc.sql(
                    """
                    select min(p.id) from person p join action_item i on i.ministry = p.ministry
                    where i.id = :item and p.role = 'FOCAL_POINT'
                    """)
                .param("item", openItem())
                .query(String.class)
                .single());
    Map<String, Object> association =
        jdbc.sql(
                """
                select p.id, a.ref from person p
                join commitment_associate a on a.ministry = p.ministry
                join commitment c on c.ref = a.ref
                where p.role = 'FOCAL_POINT' and c.status = 'IN_PROGRESS'
                order by p.id, a.ref fetch first 1 rows only
                """)
            .query()
            .singleRow();
    associated = SessionClient.signedIn(port, String.valueOf(association.get("id")));
    contributedTo = String.valueOf(association.get("ref"));
  }

  /**
   * The strings of the contract: each is sent forbidden characters in a call that is else valid.
   */
  @Test
  void robustness2_noTextOfTheApiTakesAForbiddenCharacter() throws IOException {
    Map<String, String> parts = parts();
    List<String> wrong = new ArrayList<>();
    List<String> fields = new ArrayList<>();
    String before = rows();
    for (TextInput input : TextInput.all(samples())) {
      for (String hostile : List.of(HOSTILE, HOSTILE.replace('\u202E', '\uE000'))) {
        HttpResponse<String> answer = send(input, parts, hostile);
        fields.add("%s: %d".formatted(input, answer.statusCode()));
        if (!isHarmless(input, answer, hostile)) {
          wrong.add("%s: %d %s".formatted(input, answer.statusCode(), answer.body()));
        }
      }
    }
    report("api", fields);
    assertThat(wrong).isEmpty();
    assertThat(fields).as("text fields").hasSizeGreaterThan(100);
    assertThat(rows()).isEqualTo(before);
    assertThat(columnsWith("\u202E")).isEmpty();
    assertThat(columnsWith("\uE000")).isEmpty();
  }

  /**
   * A text that is stored is rejected for its own sake, or, where the field takes a code, as an
   * unknown one; a query and the name of a file are cleaned.
   */
  private static boolean isHarmless(TextInput input, HttpResponse<String> answer, String hostile) {
    int status = answer.statusCode();
    boolean echoed = answer.body().contains(hostile);
    return switch (input.place()) {
      case QUERY, FILE_NAME -> status < 500 && !echoed;
      case MEMBER -> status == 400 && !echoed;
      case PROPERTY -> status == 400 && !echoed && isAbout(input, answer.body());
    };
  }

  private static boolean isAbout(TextInput input, String problem) {
    return problem.contains("U+")
        || problem.contains(TextPolicy.revealed(HOSTILE))
        || Arrays.stream(input.name().split("\\."))
            .map(name -> name.replace("[]", ""))
            .anyMatch(name -> problem.contains("\"field\":\"" + name));
  }

  /** All texts except reasons, summaries, questions and reports, which have lines. */
  @Test
  void robustness2_publicReports5_singleLineFieldsRejectLineBreaks() throws IOException {
    Map<String, String> parts = parts();
    List<String> wrong = new ArrayList<>();
    for (TextInput input : TextInput.all(samples())) {
      if (input.place() == TextInput.Place.PROPERTY && !MULTI_LINE.matcher(input.name()).find()) {
        HttpResponse<String> answer = send(input, parts, "Une ligne\r\net une autre");
        if (answer.statusCode() != 400) {
          wrong.add("%s: %d %s".formatted(input, answer.statusCode(), answer.body()));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void robustness2_publicReports5_invisibleCharactersAreRemovedAndTitlesStayUnique()
      throws Exception {
    TextInput title =
        TextInput.all(samples()).stream()
            .filter(input -> input.toString().equals("POST /api/commitments property titles.fr"))
            .findFirst()
            .orElseThrow();

    HttpResponse<String> first =
        send(title, Map.of(), "Former les gref\u00ADfiers\u200B de\u0301butants");
    HttpResponse<String> again = send(title, Map.of(), "Former les GREFFIERS debutants");

    assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    assertThat(again.statusCode()).as(again.body()).isEqualTo(409);
    assertThat(
            jdbc.sql("select count(*) from commitment where title like :title")
                .param("title", "%\"Former les greffiers débutants\"%")
                .query(Long.class)
                .single())
        .isOne();
    assertThat(coordinator.get("/api/commitments?q=gref%C2%ADfiers").body())
        .contains("Former les greffiers débutants");
  }

  /** The fields of the pages' forms, read from their controllers. */
  @Test
  void robustness2_noFormStoresAForbiddenCharacter() throws IOException {
    String item = openItem();
    List<String> wrong = new ArrayList<>();
    List<String> fields = new ArrayList<>();
    for (Map.Entry<RequestMappingInfo, HandlerMethod> form :
        mappings.getHandlerMethods().entrySet()) {
      HandlerMethod handler = form.getValue();
      if (!handler.getBeanType().getPackageName().startsWith("eu.jalon.pages")
          || !form.getKey().getMethodsCondition().getMethods().contains(RequestMethod.POST)) {
        continue;
      }
      List<String> names =
          Arrays.stream(handler.getMethodParameters())
              .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
              .filter(parameter -> parameter.getParameterType() == String.class)
              .map(parameter -> parameter.getParameter().getName())
              .toList();
      String path =
          form.getKey()
              .getPatternValues()
              .iterator()
              .next()
              .replace("{ref}", "VD2023-2.03")
              .replaceAll("(/tasks/)\\{id}", "$1" + item)
              .replaceAll("\\{[^}]+}", "1");
      for (String hostile : names) {
        Map<String, String> values = new HashMap<>();
        names.forEach(name -> values.put(name, String.valueOf(FIELDS.getOrDefault(name, "x"))));
        values.put(hostile, HOSTILE);
        int status = coordinator.form(path, values).statusCode();
        fields.add("%s %s: %d".formatted(path, hostile, status));
        if (status >= 500) {
          wrong.add(path + " " + hostile + ": " + status);
        }
      }
    }
    assertThat(wrong).isEmpty();
    report("forms", fields);
    assertThat(fields).as("text fields").hasSizeGreaterThan(15);
    assertThat(columnsWith("\u202E")).isEmpty();
  }

  private Map<String, Object> samples() {
    Map<String, Object> samples = new HashMap<>(FIELDS);
    samples.put("/api/parties/{code} version", version("party", "code", "BE"));
    samples.put("/api/series/{id} version", version("series", "id", "VD"));
    for (String act : List.of("", "/close", "/reopen", "/erase", "/hand-over")) {
      samples.put("/api/people/{id}" + act + " version", version("person", "id", "be-ibz"));
    }
    return samples;
  }

  private int version(String table, String key, String value) {
    return jdbc.sql("select version from %s where %s = :value".formatted(table, key))
        .param("value", value)
        .query(Integer.class)
        .single();
  }

  private String openItem() {
    return jdbc.sql(
            """
            select min(id) from action_item
            where ref = 'VD2023-2.03' and status = 'OPEN' and ministry like 'BE-%'
            """)
        .query(String.class)
        .single();
  }

  /** Lists the fields that were found, each with the status of its answer. */
  private static void report(String name, List<String> fields) throws IOException {
    Path report = Path.of("target", "text-fields", name + ".md");
    Files.createDirectories(report.getParent());
    Files.writeString(
        report,
        "# %d text fields, each sent a right-to-left override%n%n- ".formatted(fields.size())
            + String.join("\n- ", fields)
            + "\n");
  }

  /** The columns of the register's tables that contain a text. */
  private List<String> columnsWith(String text) {
    List<String> found = new ArrayList<>();
    jdbc.sql(
            """
            select table_name, column_name from information_schema.columns
            where table_schema = 'PUBLIC' and data_type like 'CHARACTER%'
              and table_name in
                (select table_name from information_schema.tables where table_type = 'BASE TABLE')
            """)
        .query((row, n) -> List.of(row.getString(1), row.getString(2)))
        .list()
        .forEach(
            column -> {
              long rows =
                  jdbc.sql(
                          "select count(*) from \"%s\" where \"%s\" like :text"
                              .formatted(column.get(0), column.get(1)))
                      .param("text", "%" + text + "%")
                      .query(Long.class)
                      .single();
              if (rows > 0) {
                found.add(column + ": " + rows);
              }
            });
    return found;
  }

  @Test
  void theNameOfASavedViewIsChecked() {
    HttpResponse<String> answer =
        coordinator.form("/commitments/views", Map.of("name", "a\u202Eb", "query", "sort=ref"));

    assertThat(jdbc.sql("select count(*) from saved_view").query(Long.class).single()).isZero();
    assertThat(answer.statusCode()).isBetween(300, 400);
  }

  @Test
  void anUnknownEnumValueIsReportedWithTheAllowedValues() {
    assertThat(coordinator.get("/api/commitments?status=DONE"))
        .satisfies(
            answer -> {
              assertThat(answer.statusCode()).isEqualTo(400);
              assertThat(answer.body()).contains("DONE", "status", "IN_PROGRESS", "FULFILLED");
            });
    assertThat(coordinator.get("/commitments?status=DONE"))
        .satisfies(
            answer -> {
              assertThat(answer.statusCode()).isEqualTo(400);
              assertThat(answer.body()).contains("DONE", "status", "IN_PROGRESS", "FULFILLED");
            });
    assertThat(
            coordinator.json(
                "POST",
                COMMITMENT + "/priority",
                "{\"priority\":\"URGENT\",\"reason\":\"Une raison assez longue\"}"))
        .satisfies(
            answer -> {
              assertThat(answer.statusCode()).isEqualTo(400);
              assertThat(answer.body()).contains("URGENT", "priority", "HIGH");
            });
  }

  private HttpResponse<String> send(TextInput input, Map<String, String> parts, String text)
      throws JsonProcessingException {
    String path = input.path().replace("{ref}/notes", contributedTo + "/notes");
    for (Map.Entry<String, String> part : parts.entrySet()) {
      path = path.replace(part.getKey(), part.getValue());
    }
    path = path.replaceAll("\\{[^}]+}", "1");
    return switch (input.place()) {
      case QUERY ->
          input.method().equals("GET")
              ? coordinator.get(
                  "%s?%s=%s".formatted(path, input.name(), SessionClient.encoded(text)))
              : upload(path, with(Map.of("summit", "VD2018"), input.name(), text), "liste.csv");
      case FILE_NAME -> upload(path, Map.of("summit", "VD2018"), text + ".csv");
      case PROPERTY, MEMBER ->
          permitted(input.method(), path, json.writeValueAsString(input.with(text)));
    };
  }

  /** The answer to the first of a coordinator and an administrator who may do it. */
  private HttpResponse<String> permitted(String method, String path, String body) {
    HttpResponse<String> answer = visitor(path).json(method, path, body);
    return answer.statusCode() == 403 ? administrator.json(method, path, body) : answer;
  }

  private SessionClient visitor(String path) {
    if (path.endsWith("/notes")) {
      return associated;
    }
    return path.startsWith("/api/action-items/") ? owner : coordinator;
  }

  private static Map<String, String> with(Map<String, String> map, String name, String value) {
    Map<String, String> all = new HashMap<>(map);
    all.put(name, value);
    return all;
  }

  /** Uploads a list of steps as separated values, with a forbidden character in each cell. */
  private HttpResponse<String> upload(String path, Map<String, String> fields, String fileName) {
    StringBuilder body = new StringBuilder();
    fields.forEach(
        (name, value) ->
            body.append("--b\r\nContent-Disposition: form-data; name=\"%s\"".formatted(name))
                .append("\r\n\r\n")
                .append(value)
                .append("\r\n"));
    body.append("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
        .append(fileName)
        .append("\"\r\nContent-Type: text/csv\r\n\r\n")
        .append(
            """
            Thème;Action;Responsable;Échéance;Statut;Remarques
            1. Po\u202Elice;Former les\u202E agents, partie %d;SPF\u202E Intérieur;01/12/2027;x;a\u202Eb
            """
                .formatted(++uploads))
        .append("\r\n--b--\r\n");
    return visitor(path)
        .send("POST", path, "multipart/form-data; boundary=b", body.toString(), Map.of());
  }

  /** The parts of addresses that name what there is. */
  private Map<String, String> parts() {
    String item = openItem();
    HttpResponse<String> draft = upload("/api/declarations", Map.of("summit", "VD2018"), "a.csv");
    assertThat(draft.statusCode()).as(draft.body()).isEqualTo(201);
    String location = draft.headers().firstValue("Location").orElseThrow();
    String declaration = location.substring(location.lastIndexOf('/') + 1);
    return Map.ofEntries(
        Map.entry("/commitments/{ref}", "/commitments/VD2023-2.03"),
        Map.entry("/action-items/{id}", "/action-items/" + item),
        Map.entry("/declarations/{id}", "/declarations/" + declaration),
        Map.entry("/summits/{id}", "/summits/next"),
        Map.entry("/parties/{code}", "/parties/BE"),
        Map.entry("/series/{id}", "/series/VD"),
        Map.entry("/people/{id}", "/people/be-ibz"),
        Map.entry("/ministries/{code}", "/ministries/BE-MOB"),
        Map.entry("/emails/{id}", "/emails/" + email()));
  }

  /** An e-mail that a round has queued. */
  private String email() {
    round.run(BrusselsTime.today(clock), false);
    return jdbc.sql(
            "select cast(id as varchar) from email where person_id like 'be-%' fetch first 1 rows"
                + " only")
        .query(String.class)
        .single();
  }

  private String rows() {
    return jdbc.sql(
            "select (select count(*) from commitment) || ' ' || (select count(*) from meeting)"
                + " || ' ' || (select count(*) from commitment_change)"
                + " || ' ' || (select count(*) from question)")
        .query(String.class)
        .single();
  }
}
