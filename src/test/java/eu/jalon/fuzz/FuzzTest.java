package eu.jalon.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.SessionClient;
import eu.jalon.actionitem.form.Step;
import eu.jalon.actionitem.form.StepOutcome;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.intake.document.DocumentFormat;
import eu.jalon.intake.document.Paragraph;
import eu.jalon.intake.document.Place;
import eu.jalon.intake.document.SourceText;
import eu.jalon.intake.document.plain.TextEncoding;
import eu.jalon.intake.split.DeclarationSplitter;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.FreeText;
import eu.jalon.shared.text.TextPolicy;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/**
 * A hundred thousand inputs that nobody would type; {@code -Djalon.fuzz.seed} gives others. Nothing
 * is a fault of the server, nothing is evaluated, and what is refused leaves no trace.
 */
@Tag("simulation")
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:fuzz;DB_CLOSE_DELAY=-1",
      "springdoc.api-docs.enabled=false",
      "jalon.schedule.enabled=false",
      "jalon.demo.example-series=false",
      "jalon.clock.start=2027-03-01T07:05",
      "logging.level.root=off"
    })
@ActiveProfiles("demo")
class FuzzTest {

  private static final long SEED = Long.getLong("jalon.fuzz.seed", 20270301L);
  private static final int DOCUMENTS = 40_000;
  private static final int FORMS = 55_000;
  private static final int CALLS = Integer.getInteger("jalon.fuzz.calls", 5_000);

  private static final List<String> TABLES =
      List.of(
          "commitment",
          "commitment_change",
          "commitment_request",
          "action_item",
          "progress_report",
          "declaration",
          "email",
          "reminder",
          "absence",
          "reminder_pause",
          "ACT_RU_TASK",
          "ACT_RU_EXECUTION",
          "ACT_RU_VARIABLE",
          "ACT_RU_FILTER",
          "ACT_RU_IDENTITYLINK",
          "ACT_HI_COMMENT",
          "ACT_HI_TASKINST",
          "ACT_HI_VARINST");

  private static final List<String> LINES =
      List.of(
          "1. Mobilité\n",
          "Evaluation :\n",
          "Prochaines étapes :\n",
          "Prochaines etapes\n",
          "- Renforcer la coopération avant 2027.\n",
          "e Installer une grue à Ostende ;\n",
          "• ",
          "\f",
          "\r",
          "\n\n",
          "II) Justice\n",
          "Ainsi fait à Bruxelles\n");

  private static final Map<String, String> REPORT = new TreeMap<>();

  @Autowired private DeclarationSplitter splitter;
  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;

  @Test
  void documentsAreReadOrRefused() {
    HostileValues mess = new HostileValues(SEED);
    long start = System.nanoTime();
    int refused = 0;
    for (int i = 0; i < DOCUMENTS; i++) {
      byte[] content = mess.oneIn(4) ? mess.bytes(300) : document(mess);
      try {
        splitter.split(plain(TextEncoding.decode(content, null)));
      } catch (ValidationError said) {
        refused++;
      } catch (RuntimeException | StackOverflowError fault) {
        throw new AssertionError("seed %d, document %d".formatted(SEED, i), fault);
      }
    }
    report("1 documents", DOCUMENTS, refused, start);
    assertThat(refused).isBetween(1, DOCUMENTS - 1);
  }

  private static SourceText plain(String text) {
    var whole = new Paragraph(text, false, new Place(0, text.length(), 0));
    return new SourceText("a.txt", DocumentFormat.TEXT, text, List.of(whole), null, List.of());
  }

  private static byte[] document(HostileValues mess) {
    StringBuilder text = new StringBuilder();
    for (int lines = mess.upTo(30); lines > 0; lines--) {
      text.append(mess.oneIn(3) ? mess.text() : mess.pick(LINES));
    }
    return text.toString()
        .getBytes(
            mess.oneIn(5)
                ? StandardCharsets.UTF_16
                : mess.oneIn(3) ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
  }

  @Test
  void formsAndDeadlinesAreReadOrRefused() {
    HostileValues mess = new HostileValues(SEED + 1);
    long start = System.nanoTime();
    int refused = 0;
    MinistryCode ministry = new MinistryCode("BE-IBZ");
    for (int i = 0; i < FORMS; i++) {
      try {
        if (mess.oneIn(4)) {
          DeadlineRule.parse(mess.text());
        } else {
          Step step = mess.pick(List.of(Step.values()));
          check(StepOutcome.read(step, ministry, form(mess, step)));
        }
      } catch (ValidationError said) {
        refused++;
      } catch (RuntimeException fault) {
        throw new AssertionError("seed %d, form %d".formatted(SEED, i), fault);
      }
    }
    report("2 forms and deadline rules", FORMS, refused, start);
    assertThat(refused).isBetween(1, FORMS - 1);
  }

  private static Map<String, String> form(HostileValues mess, Step step) {
    Map<String, String> form = new HashMap<>();
    if (mess.oneIn(10)) {
      form.put(mess.text(), mess.text());
    }
    for (String field : new TreeSet<>(StepOutcome.fields(step))) {
      form.put(
          field,
          mess.oneIn(2)
              ? mess.text()
              : mess.pick(List.of("DONE", "ON_TRACK", "FULFILLED", "YES", "GRANT", "WITHDRAW")));
    }
    return form;
  }

  private static void check(StepOutcome outcome) {
    assertThat(TextPolicy.MULTI_LINE.accepts(outcome.toString())).isTrue();
    if (outcome instanceof StepOutcome.Reported reported) {
      assertThat(reported.text()).hasSizeBetween(FreeText.MIN_LENGTH, StepOutcome.MAX_TEXT);
      assertThat(reported.evidence() == null || reported.evidence().startsWith("https://"))
          .isTrue();
    }
  }

  @Test
  void callsAreAnsweredOrRefused() {
    HostileValues mess = new HostileValues(SEED + 2);
    long start = System.nanoTime();
    List<String> items =
        jdbc.sql("select id from action_item where status = 'OPEN' order by ref, id")
            .query(String.class)
            .list()
            .subList(0, 12);
    HostileRequests requests = new HostileRequests(mess, items);
    List<SessionClient> visitors = new ArrayList<>();
    for (String who : List.of("coord-be", "coord-fr", "be-ibz", "be-jus", "fr-int", "admin")) {
      visitors.add(SessionClient.signedIn(port, who));
    }
    List<String> wrong = new ArrayList<>();
    int refused = 0;
    String rows = rows();
    for (int i = 0; i < CALLS; i++) {
      HostileRequests.Ask ask = requests.next();
      HttpResponse<String> answer =
          mess.pick(visitors).send(ask.method(), ask.path(), ask.type(), ask.body(), Map.of());
      int status = answer.statusCode();
      if (status >= 500
          || answer.body().contains(HostileValues.EVALUATED)
          || System.getProperty(HostileValues.CANARY) != null) {
        wrong.add("%d %s: %d".formatted(i, ask, status));
      }
      if (status >= 400) {
        refused++;
      }
      if (ask.writes()) {
        String after = rows();
        if (status >= 400 && !after.equals(rows)) {
          wrong.add("%d %s: %d, but it left a trace".formatted(i, ask, status));
        }
        rows = after;
      }
    }
    report("3 calls over HTTP", CALLS, refused, start);
    assertThat(wrong).as("seed " + SEED).isEmpty();
    assertTrue(
        "select count(*) from action_item i where i.status = 'OPEN' and not exists"
            + " (select 1 from ACT_RU_TASK t where t.ID_ = i.id)");
    assertTrue(
        "select count(*) from ACT_RU_TASK t where not exists"
            + " (select 1 from action_item i where i.id = t.ID_ and i.status = 'OPEN')");
    assertTrue(
        "select count(*) from commitment c where c.status = 'IN_PROGRESS' and not exists"
            + " (select 1 from ACT_RU_EXECUTION e where e.ID_ = c.process_instance_id)");
    assertThat(SessionClient.signedIn(port, "coord-be").get("/overdue").statusCode())
        .isEqualTo(200);
  }

  /** That there is none of what must not be. */
  private void assertTrue(String none) {
    assertThat(jdbc.sql(none).query(Long.class).single()).as(none).isZero();
  }

  private String rows() {
    StringBuilder sql = new StringBuilder("select ");
    for (String table : TABLES) {
      sql.append("(select count(*) from ").append(table).append(") || ' ' || ");
    }
    return jdbc.sql(sql.append("'.'").toString()).query(String.class).single();
  }

  private static void report(String what, int inputs, int refused, long start) {
    double seconds = (System.nanoTime() - start) / 1e9;
    REPORT.put(
        what,
        "| %s | %,d | %,d | %,d | %.1f |%n"
            .formatted(what.substring(2), inputs, refused, inputs - refused, seconds));
  }

  @AfterAll
  static void write() throws IOException {
    Path file = Path.of("target/fuzz/report.md");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        "# Inputs that nobody would type\n\nSeed "
            + SEED
            + ".\n\n| what | inputs | refused | taken | seconds |\n|---|---|---|---|---|\n"
            + String.join("", REPORT.values()));
  }
}
