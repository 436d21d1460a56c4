package eu.jalon.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.jalon.DemoOnH2;
import eu.jalon.SessionClient;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
  private static final List<Integer> REFUSED =
      List.of(0x1, 0x7, 0x202E, 0x2066, 0xE000, 0xFDD0, 0xFFFE, 0xE0067, 0xF0000, 0x10FFFF);
  private static final List<String> ALLOWED =
      List.of("été", "Œ", "👍🏽", "👩\u200D💻", "ß", "\u00AD", "\u200B", "«", "Ж", " ");

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
          Map.entry("version", 1),
          Map.entry("hour", 9),
          Map.entry("weekdays", List.of("MONDAY")),
          Map.entry("priority", "HIGH"),
          Map.entry("ministry", "BE-MOB"),
          Map.entry("person", "be-ibz-nl"),
          Map.entry("substitute", "be-ibz-nl"),
          Map.entry("track", "OPERATIONAL_CAPABILITY"),
          Map.entry("accountable", "BE"),
          Map.entry("leads", Map.of("BE", "BE-IBZ", "FR", "FR-INT")),
          Map.entry("summit", "VD2023"),
          Map.entry("theme", 2),
          Map.entry("id", "VD2031"),
          Map.entry("title", "Former les greffiers"),
          Map.entry("titles", Map.of("fr", "Former les greffiers", "nl", "Griffiers opleiden")),
          Map.entry("names", Map.of("fr", "Sommet", "nl", "Top")),
          Map.entry("text", LONG_TEXT));

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired ObjectMapper json;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  private SessionClient coordinator;

  /**
   * A text field of the API.
   *
   * @param body the other fields
   * @param text the name of the text field
   */
  private record Input(
      String method, String path, Map<String, Object> body, String text, boolean lines) {}

  private static List<Input> inputs() {
    Map<String, Object> summit =
        Map.of("id", "VD2031", "names", Map.of("fr", "Sommet"), "place", "Bruxelles");
    Map<String, Object> commitment =
        Map.of(
            "summit", "VD2023",
            "theme", 2,
            "titles", Map.of("fr", "Former les greffiers", "nl", "Griffiers opleiden"),
            "track", "OPERATIONAL_CAPABILITY",
            "leads", Map.of("BE", "BE-IBZ", "FR", "FR-INT"),
            "accountable", "BE",
            "deadlineRule", "2027-12-01");
    Map<String, Object> why = Map.of("reason", "Une raison assez longue");
    return List.of(
        new Input("POST", "/api/summits", summit, "names.fr", false),
        new Input("POST", "/api/summits", summit, "names.nl", false),
        new Input("POST", "/api/summits", summit, "names.en", false),
        new Input("POST", "/api/summits", summit, "place", false),
        new Input("POST", "/api/commitments", commitment, "titles.fr", false),
        new Input("POST", "/api/commitments", commitment, "titles.nl", false),
        new Input("POST", "/api/commitments", commitment, "summaries.fr", true),
        new Input("POST", COMMITMENT + "/split", why, "titles.fr", false),
        new Input("PATCH", COMMITMENT, with(why, "version", 0), "titles.fr", false),
        new Input("PATCH", COMMITMENT, with(why, "version", 0), "summaries.fr", true),
        new Input("PATCH", COMMITMENT, with(why, "version", 0), "reason", true),
        new Input("POST", COMMITMENT + "/withdraw", why, "reason", true),
        new Input("POST", COMMITMENT + "/remind", why, "reason", true),
        new Input("POST", COMMITMENT + "/priority", with(why, "priority", "HIGH"), "reason", true),
        new Input(
            "POST",
            COMMITMENT + "/extend",
            with(why, "deadlineRule", "2027-12-01"),
            "reason",
            true),
        new Input("POST", COMMITMENT + "/questions", Map.of(), "text", true));
  }

  /** Sets a field, or one inside another, as in {@code titles.fr}. */
  private static Map<String, Object> with(Map<String, Object> map, String path, Object value) {
    Map<String, Object> more = new HashMap<>(map);
    String[] names = path.split("\\.", 2);
    if (names.length == 1) {
      more.put(path, value);
    } else {
      Map<String, Object> inner = new HashMap<>();
      if (map.get(names[0]) instanceof Map<?, ?> present) {
        present.forEach((key, text) -> inner.put(key.toString(), text));
      }
      inner.put(names[1], value);
      more.put(names[0], inner);
    }
    return more;
  }

  @BeforeEach
  void signIn() {
    coordinator = SessionClient.signedIn(port, "coord-be");
  }

  @Test
  void robustness2_everyFieldRejectsForbiddenCharactersAndSavesNothing()
      throws JsonProcessingException {
    Random random = new Random(20270301);
    String before = rows();
    for (Input input : inputs()) {
      for (int i = 0; i < 12; i++) {
        int codePoint = REFUSED.get(random.nextInt(REFUSED.size()));
        String text = allowed(random) + "a" + Character.toString(codePoint) + "b" + allowed(random);

        HttpResponse<String> answer = send(input, text);

        assertThat(answer.statusCode()).as(input + " " + answer.body()).isEqualTo(400);
        assertThat(answer.body()).as(input.toString()).contains("U+%04X".formatted(codePoint));
      }
    }
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void robustness2_singleLineFieldsRejectLineBreaks() throws JsonProcessingException {
    for (Input input : inputs()) {
      if (!input.lines()) {
        HttpResponse<String> answer = send(input, "Une ligne\r\net une autre");

        assertThat(answer.statusCode()).as(input + " " + answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("ligne");
      }
    }
  }

  @Test
  void robustness2_invisibleCharactersAreRemovedAndTitlesStayUnique() throws Exception {
    Input title =
        inputs().stream()
            .filter(input -> input.text().equals("titles.fr"))
            .findFirst()
            .orElseThrow();

    HttpResponse<String> first = send(title, "Former les gref\u00ADfiers\u200B de\u0301butants");
    HttpResponse<String> again = send(title, "Former les GREFFIERS debutants");

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

  private HttpResponse<String> send(Input input, String text) throws JsonProcessingException {
    return coordinator.json(
        input.method(),
        input.path(),
        json.writeValueAsString(with(input.body(), input.text(), text)));
  }

  private static String allowed(Random random) {
    return ALLOWED.get(random.nextInt(ALLOWED.size())) + "texte assez long";
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
