package eu.jalon.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.jalon.ChildApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;

/** An application killed in the middle of its work, and started again on the same files. */
@Tag("integration")
@Tag("isolated")
class KillTest {

  private static final long SEED = 20270301;
  private static final int KILLS = 4;
  private static final String BOUNDARY = "----jalon";

  /** The e-mails of this test; those of the sample are older. */
  private static final String OF_THE_DAY = "on_date = date '2027-03-01'";

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();

  @TempDir private Path folder;

  @Test
  void nothingIsLostAndNothingTwice() throws Exception {
    Path database = folder.resolve("killed");
    Random random = new Random(SEED);
    String declaration;
    try (ChildApplication application = start(database)) {
      declaration = upload(application);
    }
    for (int kill = 0; kill < KILLS; kill++) {
      ChildApplication application = start(database);
      CompletableFuture<HttpResponse<String>> launch =
          http.sendAsync(
              request(application, "/api/declarations/" + declaration + "/launch")
                  .POST(HttpRequest.BodyPublishers.noBody())
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      // The moment of the kill is what the test varies; nothing waits for a result here.
      launch
          .completeOnTimeout(null, random.nextInt(700), TimeUnit.MILLISECONDS)
          .handle((r, e) -> r)
          .join();
      application.kill();
      assertThat(consistent(database)).as("after kill %d", kill).isEmpty();
    }
    try (ChildApplication application = start(database)) {
      http.send(
          request(application, "/api/declarations/" + declaration + "/launch")
              .POST(HttpRequest.BodyPublishers.noBody())
              .build(),
          HttpResponse.BodyHandlers.ofString());
      awaitAllEmailsSent(application);
    }

    assertThat(count(database, "select count(*) from commitment where meeting_id = 'VD2018'"))
        .isEqualTo(count(database, "select count(*) from draft_item"));
    assertThat(consistent(database)).isEmpty();
    assertThat(count(database, "select count(*) from ACT_RE_PROCDEF")).isEqualTo(5);
    assertThat(
            count(
                database,
                "select count(*) from email where " + OF_THE_DAY + " and status <> 'SENT'"))
        .isZero();
    assertThat(messageIds(Path.of(database + "-mail")))
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .hasSize(
            (int)
                count(
                    database,
                    "select count(*) from email where " + OF_THE_DAY + " and status = 'SENT'"));
    assertThat(
            count(
                database,
                "select count(*) from (select person_id from email where "
                    + OF_THE_DAY
                    + " group by person_id having count(*) > 1)"))
        .isZero();
  }

  /**
   * A short lease: emails of a killed dispatcher wait until theirs ends. Started within the hours
   * of the round, so that it plans and sends by itself meanwhile.
   */
  private static ChildApplication start(Path database) throws Exception {
    return ChildApplication.start(
        "eu.jalon.JalonApplication",
        "/login",
        database,
        "--spring.profiles.active=demo",
        "--jalon.demo.example-series=false",
        "--jalon.clock.start=2027-03-01T09:00",
        "--jalon.mail.lease=10s");
  }

  private void awaitAllEmailsSent(ChildApplication application) throws Exception {
    post(application, "/api/reminder-rounds", "{\"on\":\"2027-03-01\",\"dryRun\":false}");
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (total(application, "/api/emails?status=QUEUED")
            + total(application, "/api/emails?status=SENDING")
            + total(application, "/api/emails?status=RETRY")
        > 0) {
      assertThat(System.nanoTime()).as("all emails sent in time").isLessThan(deadline);
      CompletableFuture.runAsync(
              () -> {}, CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS))
          .join();
    }
  }

  private static List<String> consistent(Path database) throws SQLException {
    return Stream.of(
            "commitment in progress without its process: select count(*) from commitment c where"
                + " c.status = 'IN_PROGRESS' and not exists (select 1 from ACT_RU_EXECUTION e where"
                + " e.ID_ = c.process_instance_id)",
            "process without its commitment: select count(*) from ACT_RU_EXECUTION e where"
                + " e.BUSINESS_KEY_ is not null and not exists (select 1 from commitment c where"
                + " c.ref = e.BUSINESS_KEY_)",
            "task without its action item: select count(*) from ACT_RU_TASK t where not exists"
                + " (select 1 from action_item i where i.id = t.ID_ and i.status = 'OPEN')",
            "action item without its task: select count(*) from action_item i where i.status ="
                + " 'OPEN' and not exists (select 1 from ACT_RU_TASK t where t.ID_ = i.id)",
            "half a launch: select count(*) from declaration d where (d.launched_at is null and"
                + " exists (select 1 from commitment c where c.declaration_id = d.id)) or"
                + " (d.launched_at is not null and (select count(*) from commitment c where"
                + " c.declaration_id = d.id) <> (select count(*) from draft_item i where"
                + " i.declaration_id = d.id))",
            "reminder without its email: select count(*) from reminder n where n.email_id is null"
                + " and n.suppressed is null")
        .filter(
            check -> {
              try {
                return count(database, check.substring(check.indexOf(": ") + 2)) != 0;
              } catch (SQLException failed) {
                throw new IllegalStateException(check, failed);
              }
            })
        .toList();
  }

  private static long count(Path database, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:h2:file:" + database, "jalon", "");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static List<String> messageIds(Path mail) throws IOException {
    try (Stream<Path> files = Files.list(mail)) {
      return files
          .filter(file -> file.toString().endsWith(".eml"))
          .map(KillTest::messageId)
          .toList();
    }
  }

  private static String messageId(Path file) {
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      return lines.filter(line -> line.startsWith("Message-ID:")).findFirst().orElseThrow();
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  private String upload(ChildApplication application) throws Exception {
    String document =
        new ClassPathResource("intake/scan.txt").getContentAsString(StandardCharsets.UTF_8);
    String body =
        String.join(
            "\r\n",
            "--" + BOUNDARY,
            "Content-Disposition: form-data; name=\"summit\"",
            "",
            "VD2018",
            "--" + BOUNDARY,
            "Content-Disposition: form-data; name=\"file\"; filename=\"scan.txt\"",
            "Content-Type: text/plain; charset=UTF-8",
            "",
            document,
            "--" + BOUNDARY + "--",
            "");
    HttpResponse<String> answer =
        http.send(
            request(application, "/api/declarations")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(201);
    JsonNode draft = json.readTree(answer.body());
    for (JsonNode item : draft.path("items")) {
      titled(application, draft.path("id").asText(), item.path("n").asInt());
    }
    return draft.path("id").asText();
  }

  /** A draft without a Dutch title is not launched. */
  private void titled(ChildApplication application, String declaration, int n) throws Exception {
    HttpResponse<String> answer =
        http.send(
            request(application, "/api/declarations/" + declaration + "/items/" + n)
                .header("Content-Type", "application/json")
                .method(
                    "PATCH",
                    HttpRequest.BodyPublishers.ofString(
                        "{\"version\":0,\"titles\":{\"nl\":\"Stap "
                            + n
                            + "\",\"fr\":\"Pas\"},\"track\":\"STANDING_COOPERATION\",\"leads\":{\"BE\":\"BE-IBZ\",\"FR\":\"FR-INT\"},\"accountable\":\"BE\",\"deadlineRule\":\"S-30\"}"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  private void post(ChildApplication application, String path, String body) throws Exception {
    HttpResponse<String> answer =
        http.send(
            request(application, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  private long total(ChildApplication application, String path) throws Exception {
    HttpResponse<String> answer =
        http.send(request(application, path).GET().build(), HttpResponse.BodyHandlers.ofString());
    JsonNode page = json.readTree(answer.body());
    return page.path("total").asLong();
  }

  private static HttpRequest.Builder request(ChildApplication application, String path) {
    String credentials =
        Base64.getEncoder().encodeToString("coord-be:jalon-demo".getBytes(StandardCharsets.UTF_8));
    URI address = application.address().resolve(path);
    return HttpRequest.newBuilder(address).header("Authorization", "Basic " + credentials);
  }
}
