package eu.jalon.security.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.jalon.DemoOnH2;
import eu.jalon.RegisterCopies;
import eu.jalon.SessionClient;
import eu.jalon.directory.Directory;
import eu.jalon.reminder.calendar.CalendarFeeds;
import eu.jalon.reminder.round.ReminderRound;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.PersonId;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A restricted commitment whose every text holds a word of its own: the words are in no answer to
 * users who are not concerned, and in nothing that leaves the application.
 */
@DemoOnH2
@ExtendWith(OutputCaptureExtension.class)
class RestrictedCommitmentTest {

  private static final String ENGINE = "/camunda/api/engine/engine/default";

  /** Every word is written so, in any spelling of its case. */
  private static final Pattern WORD = Pattern.compile("(?i)zqxword[a-z]+");

  /** The last one led until the commitment was reassigned. */
  private static final List<String> NOT_CONCERNED =
      List.of("fr-arm", "be-jus", "admin", "coord-nl", "nl-tra", "be-ibz");

  /** Pages on which coordinators too see no more than the reference, since they are passed on. */
  private static final List<String> OVERVIEWS =
      List.of(
          "/",
          "/overdue",
          "/overdue.csv",
          "/overdue.xlsx",
          "/report?since=2027-01-01",
          "/report.odt?since=2027-01-01",
          "/report.pdf?since=2027-01-01",
          "/report/evaluation",
          "/forecast",
          "/emails",
          "/people",
          "/people/ministries/BE-MOB",
          "/api/reminder-rounds/forecast");

  @TempDir private Path directoryForFiles;
  @LocalServerPort private int port;
  @Autowired private ApplicationContext application;
  @Autowired private JdbcClient jdbc;
  @Autowired private ObjectMapper json;
  @Autowired private ReminderRound round;
  @Autowired private CalendarFeeds calendars;
  @Autowired private Directory directory;
  @Autowired private Clock clock;

  private final List<String> wrong = new ArrayList<>();

  @Test
  void focalPoints21_wordsOfARestrictedCommitmentAreOnlyWhereTheyMayBeRead(CapturedOutput log)
      throws IOException, MessagingException {
    OtherSeries.enter(application);
    round.run(BrusselsTime.today(clock), false);
    String ref = enter();
    String evidence = fill(ref);
    UUID declaration = launch();
    String launched =
        one("select ref from commitment where declaration_id = '" + declaration + "'");

    read(
        "coord-be",
        ref,
        "zqxwordtitleb",
        "zqxwordsummary",
        "zqxwordreport",
        "zqxwordpriority",
        "zqxwordproposal");
    read(
        "be-mob",
        ref,
        "zqxwordtitleb",
        "zqxwordquestion",
        "zqxwordanswer",
        "zqxwordnote",
        "tag-restricted");
    read("fr-int", launched, "zqxwordtheme", "zqxwordlaunched", "tag-restricted");
    read("be-fin", ref, "zqxwordtitleb", "zqxwordreport", "zqxwordnote");
    hiddenFromOthers(ref, declaration, evidence);
    hiddenFromOthers(launched, declaration, evidence);
    hiddenInOverviews(ref);
    assertThat(wrong).isEmpty();
    hiddenInEmailsAndCalendars(ref);
    assertThat(words(rows("select what, about, outcome from audit_entry"))).isEmpty();
    assertThat(words(log.getAll())).as("log").isEmpty();
    assertThat(wrong).isEmpty();
  }

  private String enter() throws IOException {
    HttpResponse<String> entered =
        SessionClient.signedIn(port, "coord-be")
            .json(
                "POST",
                "/api/commitments",
                """
                {"summit": "DEF2018", "theme": 0, "restricted": true,
                 "titles": {"fr": "Plan zqxwordtitlea", "nl": "Plan zqxwordtitlenl"},
                 "summaries": {"fr": "Le zqxwordsummary commun"},
                 "track": "OPERATIONAL_CAPABILITY",
                 "leads": {"BE": "BE-IBZ", "FR": "FR-INT"}, "associated": ["BE-FIN"],
                 "accountable": "BE", "deadlineRule": "S-30wd"}
                """);
    assertThat(entered.statusCode()).as(entered.body()).isEqualTo(201);
    return json.readTree(entered.body()).path("ref").asText();
  }

  /** Launches a declaration whose theme is restricted by default; the draft says nothing. */
  private UUID launch() throws IOException {
    SessionClient coordinator = SessionClient.signedIn(port, "coord-be");
    HttpResponse<String> uploaded =
        coordinator.send(
            "POST",
            "/api/declarations",
            "multipart/form-data; boundary=b",
            String.join(
                "\r\n",
                "--b",
                "Content-Disposition: form-data; name=\"summit\"",
                "",
                "VD2018",
                "--b",
                "Content-Disposition: form-data; name=\"file\"; filename=\"adopted.txt\"",
                "Content-Type: text/plain; charset=UTF-8",
                "",
                "Déclaration commune",
                "",
                "1. Sécurité des gares",
                "",
                "Prochaines étapes :",
                "",
                "• Installer des caméras zqxwordlaunched dans les gares de la frontière.",
                "--b--",
                ""),
            Map.of());
    assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(201);
    UUID id = UUID.fromString(json.readTree(uploaded.body()).path("id").asText());
    String declaration = "/api/declarations/" + id;
    done(coordinator, "PATCH", declaration + "/themes/1", "{\"restricted\": true}");
    done(
        coordinator,
        "PATCH",
        declaration + "/items/1",
        """
        {"version": 0, "titles": {"fr": "Caméras zqxwordtheme", "nl": "Camera’s zqxwordthemenl"},
         "track": "STANDING_COOPERATION", "leads": {"BE": "BE-MOB", "FR": "FR-INT"},
         "accountable": "BE", "deadlineRule": "S-30"}
        """);
    done(coordinator, "POST", declaration + "/launch", "{}");
    return id;
  }

  /** Fills every text there is; returns the id of a file. */
  private String fill(String ref) throws IOException {
    SessionClient coordinator = SessionClient.signedIn(port, "coord-be");
    SessionClient lead = SessionClient.signedIn(port, "be-ibz");
    SessionClient french = SessionClient.signedIn(port, "fr-int");
    String commitment = "/api/commitments/" + ref;
    done(
        lead,
        "POST",
        completing(item(ref, "BE-IBZ")),
        fields("\"takeChargeNote\":\"Note zqxwordcharge\""));
    String report = item(ref, "BE-IBZ");
    HttpResponse<String> added =
        lead.send(
            "POST",
            "/api/action-items/" + report + "/evidence",
            "multipart/form-data; boundary=b",
            RouteParameters.evidence()
                .replace("note.txt", "zqxwordfile.txt")
                .replace("Une", "zqxwordfile"),
            Map.of());
    assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
    done(
        coordinator,
        "POST",
        ENGINE + "/task/" + report + "/comment/create",
        "{\"message\":\"zqxwordcomment\"}");
    done(
        lead,
        "POST",
        completing(report),
        fields(
            "\"progressStatus\":\"BLOCKED\",\"progressText\":\"Bloqué : zqxwordreport\","
                + "\"evidenceLink\":\"https://example.org/zqxwordlink\""));
    done(
        french,
        "PUT",
        "/api/action-items/" + item(ref, "FR-INT") + "/autosave",
        fields("\"takeChargeNote\":\"Un zqxworddraft\""));
    done(
        SessionClient.signedIn(port, "be-fin"),
        "POST",
        commitment + "/notes",
        "{\"text\":\"Le zqxwordnote du budget\"}");
    done(lead, "POST", commitment + "/questions", "{\"text\":\"Quel zqxwordquestion ?\"}");
    long question =
        jdbc.sql("select max(id) from question where ref = :ref")
            .param("ref", ref)
            .query(Long.class)
            .single();
    done(
        french,
        "POST",
        "/api/questions/" + question + "/answer",
        "{\"text\":\"Le zqxwordanswer.\"}");
    done(lead, "POST", commitment + "/questions", "{\"text\":\"Et le zqxwordother ?\"}");
    done(lead, "POST", commitment + "/extend", because("2027-11-15", "zqxwordextend"));
    done(
        coordinator,
        "POST",
        commitment + "/priority",
        "{\"priority\":\"HIGH\",\"reason\":\"Urgent à cause du zqxwordpriority\"}");
    done(
        coordinator,
        "PATCH",
        commitment,
        "{\"titles\":{\"fr\":\"Plan zqxwordtitleb\"},\"reason\":\"Correction du"
            + " zqxwordcorrection\",\"version\":"
            + json.readTree(coordinator.get(commitment).body()).findValue("version").asInt()
            + "}");
    done(
        coordinator,
        "POST",
        commitment + "/reassign",
        "{\"ministry\":\"BE-MOB\",\"reason\":\"Compétence de zqxwordreassign\"}");
    jdbc.sql(
            "update action_item set due_on = date '2027-02-01' where ref = :ref and status ="
                + " 'OPEN'")
        .param("ref", ref)
        .update();
    jdbc.sql(
            "update commitment set due_on = date '2027-02-01', source_text = 'zqxwordsource' where"
                + " ref = :ref")
        .param("ref", ref)
        .update();
    RegisterCopies.write(jdbc);
    done(coordinator, "POST", commitment + "/remind", "{\"reason\":\"Rappel pour zqxwordremind\"}");
    done(
        coordinator,
        "POST",
        commitment + "/withdraw",
        "{\"reason\":\"Sans objet : zqxwordproposal\"}");
    return json.readTree(added.body()).path("id").asText();
  }

  private static String because(String rule, String word) {
    return "{\"deadlineRule\":\"%s\",\"reason\":\"Le %s prend du temps.\"}".formatted(rule, word);
  }

  private static String fields(String fields) {
    return "{\"variables\":{" + fields + "}}";
  }

  private static String completing(String item) {
    return "/api/action-items/" + item + "/complete";
  }

  private String item(String ref, String ministry) {
    return jdbc.sql(
            "select id from action_item where ref = :ref and ministry = :ministry"
                + " and status = 'OPEN' order by created_at desc fetch first 1 rows only")
        .param("ref", ref)
        .param("ministry", ministry)
        .query(String.class)
        .single();
  }

  private static void done(SessionClient by, String method, String address, String body) {
    HttpResponse<String> answer = by.json(method, address, body);
    assertThat(answer.statusCode()).as(address + " " + answer.body()).isLessThan(300);
  }

  /** What those concerned read on the page of the commitment. */
  private void read(String who, String ref, String... words) {
    String page = SessionClient.signedIn(port, who).get("/commitments/" + ref).body();
    for (String word : words) {
      if (!page.contains(word)) {
        wrong.add(who + " does not read " + word);
      }
    }
  }

  /** Every address that can be read, asked by everybody who is not concerned. */
  private void hiddenFromOthers(String ref, UUID declaration, String evidence) {
    String email =
        jdbc.sql(
                "select cast(email_id as varchar) from email_commitment where ref = :ref"
                    + " fetch first 1 rows only")
            .param("ref", ref)
            .query(String.class)
            .optional()
            .orElse("00000000-0000-0000-0000-000000000000");
    RouteParameters things =
        new RouteParameters(jdbc, ref, "BE-MOB", declaration.toString(), email)
            .with("evidence", evidence)
            .with("ministries", "BE-MOB")
            .with("comment", one("select min(ID_) from ACT_HI_COMMENT"));
    Set<Route> routes = new TreeSet<>(OwnRoutes.all(application));
    routes.addAll(EngineRoutes.all());
    routes.removeIf(route -> !route.method().equals("GET") || route.path().contains("/actuator"));
    assertThat(routes).hasSizeGreaterThan(200);
    for (String who : NOT_CONCERNED) {
      SessionClient visitor = SessionClient.signedIn(port, who);
      for (Route route : routes) {
        hidden(who, things.address(route, true), visitor);
      }
      for (String search : List.of("/commitments", "/my-work", "/api/commitments")) {
        String found = visitor.get(search + "?q=zqxword").body();
        if (found.contains(ref)) {
          wrong.add(who + " finds it: " + search);
        }
      }
      hidden(who, "/api/evidence/" + evidence, visitor);
    }
  }

  private void hidden(String who, String address, SessionClient visitor) {
    Set<String> words = words(visitor.get(address).body());
    if (!words.isEmpty()) {
      wrong.add(who + " " + address + ": " + words);
    }
  }

  private void hiddenInOverviews(String ref) throws IOException {
    for (String who : List.of("coord-be", "coord-fr")) {
      SessionClient coordinator = SessionClient.signedIn(port, who);
      for (String address : OVERVIEWS) {
        String text = text(coordinator.download(address).body());
        if (!words(text).isEmpty()) {
          wrong.add(who + " " + address + ": " + words(text));
        }
      }
      assertThat(text(coordinator.download("/overdue.csv").body())).contains(ref);
      assertThat(text(coordinator.download("/report.pdf?since=2027-01-01").body())).contains(ref);
    }
  }

  private void hiddenInEmailsAndCalendars(String ref) throws IOException, MessagingException {
    SessionClient coordinator = SessionClient.signedIn(port, "coord-be");
    List<String> emails =
        jdbc.sql("select cast(email_id as varchar) from email_commitment where ref = :ref")
            .param("ref", ref)
            .query(String.class)
            .list();
    Map<String, String> kinds = new LinkedHashMap<>();
    for (String id : emails) {
      String address = "/api/emails/" + id + "/message";
      if (coordinator.get(address).statusCode() == 404) {
        continue;
      }
      byte[] message = coordinator.download(address).body();
      String text = text(new MimeMessage(null, new ByteArrayInputStream(message)));
      kinds.put(one("select kind from email where id = '" + id + "'"), text);
      if (!words(text).isEmpty()) {
        wrong.add("e-mail " + id + ": " + words(text));
      }
    }
    assertThat(kinds).containsKeys("MANUAL", "QUESTION", "PROPOSAL");
    assertThat(kinds.values()).allSatisfy(text -> assertThat(text).contains(ref));
    assertThat(words(rows("select subject, message from email"))).isEmpty();
    jdbc.sql(
            "update action_item set due_on = date '2027-04-01' where ref = :ref and status ="
                + " 'OPEN'")
        .param("ref", ref)
        .update();
    RegisterCopies.write(jdbc);
    String url = calendars.create(directory.person(new PersonId("be-mob")).orElseThrow());
    String calendar = coordinator.get(url.replaceFirst("^https?://[^/]+", "")).body();
    assertThat(calendar).contains("BEGIN:VEVENT", ref);
    assertThat(words(calendar.replace("\r\n ", ""))).as("calendar").isEmpty();
  }

  private String one(String sql) {
    return jdbc.sql(sql).query(String.class).single();
  }

  private String rows(String sql) {
    return jdbc.sql(sql).query().listOfRows().toString();
  }

  private static Set<String> words(String text) {
    Set<String> words = new TreeSet<>();
    Matcher found = WORD.matcher(text);
    while (found.find()) {
      words.add(found.group());
    }
    return words;
  }

  /** The text of an answer: of an archive that of all its entries, of a PDF what it shows. */
  private String text(byte[] answer) throws IOException {
    String begin = new String(answer, 0, Math.min(4, answer.length), StandardCharsets.ISO_8859_1);
    if (begin.equals("%PDF")) {
      try (PDDocument document = Loader.loadPDF(answer)) {
        return new PDFTextStripper().getText(document);
      }
    }
    if (!begin.startsWith("PK")) {
      return new String(answer, StandardCharsets.UTF_8);
    }
    Path archive = Files.write(directoryForFiles.resolve("archive.zip"), answer);
    StringBuilder text = new StringBuilder();
    try (ZipFile entries = new ZipFile(archive.toFile())) {
      for (ZipEntry entry : Collections.list(entries.entries())) {
        text.append(
            new String(entries.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return text.toString();
  }

  /** All headers and decoded bodies of a message. */
  private static String text(Part part) throws IOException, MessagingException {
    StringBuilder text = new StringBuilder();
    part.getAllHeaders()
        .asIterator()
        .forEachRemaining(header -> text.append(header.getValue()).append('\n'));
    if (part instanceof MimeMessage message) {
      text.append(message.getSubject());
    }
    if (part.getContent() instanceof Multipart parts) {
      for (int at = 0; at < parts.getCount(); at++) {
        text.append(text(parts.getBodyPart(at)));
      }
    } else {
      try (InputStream body = part.getInputStream()) {
        text.append(new String(body.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return text.toString();
  }
}
