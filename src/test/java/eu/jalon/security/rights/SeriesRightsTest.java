package eu.jalon.security.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.jalon.DemoOnH2;
import eu.jalon.ReadableText;
import eu.jalon.SessionClient;
import eu.jalon.directory.Directory;
import eu.jalon.mail.MailQueue;
import eu.jalon.reminder.calendar.CalendarFeeds;
import eu.jalon.reminder.round.ReminderRound;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A declaration is launched in a series of Belgium and the Netherlands and in one of the Benelux.
 * Their readers never see the series of Belgium and France, nor France theirs.
 */
@DemoOnH2
class SeriesRightsTest {

  private static final String ENGINE = "/camunda/api/engine/engine/default";

  private static final Pattern REF = Pattern.compile("\\b[A-Z]{2,5}20\\d\\d(?=-\\d)");

  /** Searches, beside all addresses without variables. */
  private static final List<String> SEARCHES =
      List.of(
          "/commitments?q=registre",
          "/api/commitments?size=200",
          "/api/commitments?q=ecluses&size=200",
          "/api/action-items?size=200",
          ENGINE + "/task?maxResults=500",
          ENGINE + "/history/user-operation?maxResults=500");

  private static final List<String> OF_COORDINATORS =
      List.of(
          "/api/emails?size=200",
          ENGINE + "/process-instance?maxResults=500",
          ENGINE + "/execution?maxResults=500",
          ENGINE + "/variable-instance?maxResults=500",
          ENGINE + "/job?maxResults=500",
          ENGINE + "/event-subscription?maxResults=500",
          ENGINE + "/history/process-instance?maxResults=500",
          ENGINE + "/history/task?maxResults=500",
          ENGINE + "/history/variable-instance?maxResults=500",
          ENGINE + "/history/activity-instance?maxResults=500");

  @LocalServerPort private int port;
  @Autowired private ApplicationContext application;
  @Autowired private JdbcClient jdbc;
  @Autowired private ObjectMapper json;
  @Autowired private ReminderRound round;
  @Autowired private MailQueue mails;
  @Autowired private CalendarFeeds feeds;
  @Autowired private Directory directory;
  @Autowired private Clock clock;

  @Test
  void readersOfOneSeriesNeverSeeAnother() throws IOException {
    OtherSeries.enter(application);
    SessionClient dutch = SessionClient.signedIn(port, "coord-nl");
    launch(dutch, OtherSeries.PAIR, Map.of("BE", "BE-MOB", "NL", "NL-TRA"));
    launch(dutch, OtherSeries.BENELUX, Map.of("BE", "BE-MOB", "NL", "NL-TRA", "LU", "LU-TRA"));
    remind(dutch, "DUO2027-1.01");
    remind(dutch, "TRIO2027-1.01");

    round.run(BrusselsTime.today(clock), false);
    SessionClient dutchLead = SessionClient.signedIn(port, "nl-tra");
    SessionClient french = SessionClient.signedIn(port, "coord-fr");
    SessionClient frenchLead = SessionClient.signedIn(port, "fr-int");
    SessionClient belgian = SessionClient.signedIn(port, "coord-be");
    addEvidence(dutchLead, "DUO2027-1.01");
    SeriesWords ofFrance = SeriesWords.of(jdbc, Set.of("VD"));
    SeriesWords withoutFrance = SeriesWords.of(jdbc, Set.of(OtherSeries.PAIR, OtherSeries.BENELUX));
    for (String file : List.of("/overdue.csv", "/overdue.xlsx", "/report.odt", "/report.pdf")) {
      assertThat(ofFrance.foundIn(text(belgian, file))).as("read in " + file).isPresent();
    }
    shows(dutchLead, SEARCHES, ofFrance);
    shows(dutch, OF_COORDINATORS, ofFrance);
    shows(frenchLead, SEARCHES, withoutFrance);
    shows(french, OF_COORDINATORS, withoutFrance);
    List<String> addresses = addresses();
    for (SessionClient reader : List.of(dutch, dutchLead)) {
      shows(reader, addresses, ofFrance);
      evidenceIsNotFound(reader, "VD");
    }
    for (SessionClient reader : List.of(french, frenchLead)) {
      shows(reader, addresses, withoutFrance);
      evidenceIsNotFound(reader, "DUO");
    }
    assertThat(ofFrance.foundIn(calendar("be-ibz"))).isPresent();
    for (String reader : List.of("coord-nl", "nl-tra", "coord-lu", "lu-tra")) {
      assertThat(ofFrance.foundIn(calendar(reader))).as(reader).isEmpty();
    }
    assertThat(mails("BE")).anyMatch(mail -> ofFrance.foundIn(mail).isPresent());
    assertThat(mails("NL")).isNotEmpty().noneMatch(mail -> ofFrance.foundIn(mail).isPresent());
    assertThat(mails("LU")).isNotEmpty().noneMatch(mail -> ofFrance.foundIn(mail).isPresent());
    assertThat(mails("FR")).isNotEmpty().noneMatch(mail -> withoutFrance.foundIn(mail).isPresent());

    assertThat(meetings(dutch)).contains("DUO2027", "TRIO2027");
    assertThat(meetings(dutchLead)).contains("DUO2027", "TRIO2027");
    assertThat(meetings(french)).contains("VD2023").doesNotContain("DUO2027");
    assertThat(meetings(belgian)).contains("DUO2027", "TRIO2027", "VD2023");
    SessionClient luxembourg = SessionClient.signedIn(port, "lu-tra");
    assertThat(meetings(luxembourg)).containsExactly("TRIO2027");
    tasksAreThoseOfTheMinistry(dutchLead, "NL-TRA");
    tasksAreThoseOfTheMinistry(luxembourg, "LU-TRA");
    countsAreOfTheSeries(dutch, "coord-nl");
    countsAreOfTheSeries(french, "coord-fr");
    emailsGoToTheirParties();
    whatIsNotSeenIsNotFound(dutch, "VD2023-2.06");
    whatIsNotSeenIsNotFound(dutchLead, "VD2023-2.06");
    whatIsNotSeenIsNotFound(french, "DUO2027-1.01");
    whatIsNotSeenIsNotFound(frenchLead, "TRIO2027-1.01");
  }

  private void launch(SessionClient coordinator, String series, Map<String, String> leads)
      throws IOException {
    String meeting = series + "2027";
    created(
        coordinator.json(
            "POST",
            "/api/summits",
            json.writeValueAsString(
                Map.of("id", meeting, "names", Map.of("fr", series), "date", "2027-11-04"))));
    String document =
        """
        Déclaration de %s

        1. Voies d’eau

        Prochaines étapes :

        - Publier le registre des écluses communes.
        - Nommer un point de contact pour les écluses communes.
        """;
    String body =
        "--b\r\nContent-Disposition: form-data; name=\"summit\"\r\n\r\n"
            + meeting
            + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"d.txt\"\r\n"
            + "Content-Type: text/plain\r\n\r\n"
            + document.formatted(series)
            + "\r\n--b--\r\n";
    JsonNode draft =
        created(
            coordinator.send(
                "POST", "/api/declarations", "multipart/form-data; boundary=b", body, Map.of()));
    List<Map<String, Object>> items = new ArrayList<>();
    for (JsonNode item : draft.path("items")) {
      items.add(Map.of("n", item.path("n").asInt(), "version", item.path("version").asInt()));
    }
    assertThat(items).hasSize(2);
    String address = "/api/declarations/" + draft.path("id").asText();
    ok(
        coordinator.json(
            "PATCH",
            address + "/items",
            json.writeValueAsString(
                Map.of(
                    "items", items,
                    "track", "OPERATIONAL_CAPABILITY",
                    "leads", leads,
                    "accountable", "NL",
                    "deadlineRule", "2027-09-01"))));
    assertThat(ok(coordinator.json("POST", address + "/launch", "{}")).path("launched").asInt())
        .isEqualTo(2);
  }

  private void remind(SessionClient coordinator, String ref) throws IOException {
    ok(
        coordinator.json(
            "POST",
            "/api/commitments/" + ref + "/remind",
            json.writeValueAsString(Map.of("reason", "La réunion approche."))));
  }

  /** Every address that is read without naming anything. */
  private List<String> addresses() {
    return OwnRoutes.all(application).stream()
        .filter(route -> route.method().equals("GET"))
        .map(Route::path)
        .filter(path -> !path.matches(".*[{*].*|/live|/error|/actuator.*"))
        .toList();
  }

  private static void shows(SessionClient reader, List<String> addresses, SeriesWords foreign) {
    for (String address : addresses) {
      assertThat(foreign.foundIn(text(reader, address))).as(address).isEmpty();
    }
  }

  private static String text(SessionClient reader, String address) {
    HttpResponse<byte[]> answer = reader.download(address);
    assertThat(answer.statusCode()).as(address).isLessThan(500);
    return ReadableText.of(answer.headers().firstValue("Content-Type").orElse(""), answer.body());
  }

  /** Takes charge of a commitment, so that its next action item takes a file. */
  private void addEvidence(SessionClient lead, String ref) throws IOException {
    HttpResponse<String> taken = lead.json("POST", itemOf(ref) + "/complete", "{\"variables\":{}}");
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(204);
    HttpResponse<String> added =
        lead.send(
            "POST",
            itemOf(ref) + "/evidence",
            "multipart/form-data; boundary=b",
            RouteParameters.evidence(),
            Map.of());
    assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
  }

  private String itemOf(String ref) {
    return "/api/action-items/"
        + jdbc.sql(
                """
                select id from action_item
                where ref = :ref and ministry = 'NL-TRA' and status = 'OPEN'
                """)
            .param("ref", ref)
            .query(String.class)
            .single();
  }

  private void evidenceIsNotFound(SessionClient reader, String series) {
    List<String> files =
        jdbc.sql("select cast(id as varchar) from evidence where ref like :series || '%'")
            .param("series", series)
            .query(String.class)
            .list();
    assertThat(files)
        .isNotEmpty()
        .allSatisfy(
            file -> assertThat(reader.get("/api/evidence/" + file).statusCode()).isIn(403, 404));
  }

  /** The calendar at the address of a person's deadlines. */
  private String calendar(String person) {
    String address = feeds.create(directory.person(new PersonId(person)).orElseThrow());
    return text(SessionClient.anonymous(port), address.replaceFirst("^.*?(?=/api/)", ""));
  }

  /** What is sent to the people of a party. */
  private List<String> mails(String party) {
    return jdbc
        .sql(
            """
            select e.id
            from email e
            join person p on p.id = e.person_id
            join ministry m on m.code = p.ministry
            where m.party = :party and e.on_date >= date '2027-03-01'
            """)
        .param("party", party)
        .query(UUID.class)
        .list()
        .stream()
        .flatMap(this::message)
        .toList();
  }

  /** An e-mail as it would be sent now; none once everything in it is done. */
  private Stream<String> message(UUID id) {
    try {
      byte[] message = mails.message(id).getBytes(StandardCharsets.UTF_8);
      return Stream.of(ReadableText.of("message/rfc822", message));
    } catch (ValidationError nothingLeft) {
      return Stream.empty();
    }
  }

  private Set<String> meetings(SessionClient reader) throws IOException {
    Set<String> meetings = new TreeSet<>();
    JsonNode answer;
    int page = 0;
    do {
      answer = ok(reader.get("/api/commitments?size=200&page=" + page++));
      for (JsonNode item : answer.path("items")) {
        meetings.add(item.path("ref").asText().replaceAll("-.*", ""));
      }
    } while (page * 200 < answer.path("total").asInt());
    return meetings;
  }

  private void tasksAreThoseOfTheMinistry(SessionClient reader, String ministry)
      throws IOException {
    Set<String> tasks = new TreeSet<>();
    ok(reader.get(ENGINE + "/task?maxResults=500"))
        .forEach(task -> tasks.add(task.path("id").asText()));
    assertThat(tasks)
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            jdbc.sql("select id from action_item where ministry = :ministry and status = 'OPEN'")
                .param("ministry", ministry)
                .query(String.class)
                .list());
    assertThat(ok(reader.json("POST", ENGINE + "/task/count", "{}")).path("count").asInt())
        .isEqualTo(tasks.size());
  }

  /** The processes that Cockpit counts, running and started at any time, and by model. */
  private void countsAreOfTheSeries(SessionClient coordinator, String person) throws IOException {
    String ofSeries =
        """
        from series_party s
        join meeting m on m.series_id = s.series_id
        join commitment c on c.meeting_id = m.id
        where c.process_instance_id is not null and s.party =
          (select i.party from person p join ministry i on i.code = p.ministry where p.id = :person)
        """;
    int running = count("select count(*) " + ofSeries + " and c.status = 'IN_PROGRESS'", person);
    assertThat(
            ok(coordinator.get(
                    ENGINE + "/process-instance/count?processDefinitionKey=commitmentFollowUp"))
                .path("count")
                .asInt())
        .isEqualTo(running);
    assertThat(
            ok(coordinator.json(
                    "POST",
                    ENGINE + "/history/process-instance/count",
                    "{\"processDefinitionKey\":\"commitmentFollowUp\"}"))
                .path("count")
                .asInt())
        .isEqualTo(count("select count(*) " + ofSeries, person));
    int instances = 0;
    for (JsonNode model : ok(coordinator.get(ENGINE + "/process-definition/statistics"))) {
      if (model.path("definition").path("key").asText().equals("commitmentFollowUp")) {
        instances += model.path("instances").asInt();
      }
    }
    assertThat(instances).isEqualTo(running);
  }

  private int count(String sql, String person) {
    return jdbc.sql(sql).param("person", person).query(Integer.class).single();
  }

  private void emailsGoToTheirParties() {
    assertThat(recipients("DUO2027-1.01"))
        .isNotEmpty()
        .allMatch(who -> who.matches("(coord-)?(be|nl)(-.*)?"));
    assertThat(recipients("TRIO2027-1.01"))
        .contains("lu-tra")
        .allMatch(who -> who.matches("(coord-)?(be|nl|lu)(-.*)?"));
    assertThat(
            jdbc.sql(
                    """
                    select c.ref from email e
                    join email_commitment c on c.email_id = e.id
                    where e.person_id in ('coord-nl', 'nl-tra', 'coord-lu', 'lu-tra')
                    """)
                .query(String.class)
                .list())
        .isNotEmpty()
        .noneMatch(ref -> ref.startsWith("VD"));
  }

  private List<String> recipients(String ref) {
    return jdbc.sql(
            """
            select e.person_id from email e
            join email_commitment c on c.email_id = e.id
            where c.ref = :ref
            """)
        .param("ref", ref)
        .query(String.class)
        .list();
  }

  private void whatIsNotSeenIsNotFound(SessionClient reader, String ref) {
    String item =
        jdbc.sql("select id from action_item where ref = :ref fetch first 1 rows only")
            .param("ref", ref)
            .query(String.class)
            .single();
    String process =
        jdbc.sql("select process_instance_id from commitment where ref = :ref")
            .param("ref", ref)
            .query(String.class)
            .single();
    for (String address :
        List.of(
            "/commitments/" + ref,
            "/commitments/" + ref + "/process",
            "/api/commitments/" + ref,
            "/api/summits/" + ref.replaceAll("-.*", ""),
            "/tasks/" + item,
            "/tasks/" + item + "/reminders",
            "/api/action-items/" + item + "/form",
            ENGINE + "/task/" + item,
            ENGINE + "/process-instance/" + process,
            ENGINE + "/process-instance/" + process + "/activity-instances",
            ENGINE + "/history/process-instance/" + process)) {
      HttpResponse<String> answer = reader.get(address);
      assertThat(answer.statusCode()).as(address).isIn(403, 404);
      assertThat(REF.matcher(answer.body().replace(ref, "")).find()).as(address).isFalse();
    }
  }

  private JsonNode created(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return json.readTree(answer.body());
  }

  private JsonNode ok(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json.readTree(answer.body());
  }
}
