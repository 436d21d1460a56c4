package eu.jalon.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.jalon.JalonApplication;
import eu.jalon.SessionClient;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Makes databases with the sample register by one engine, and opens them by another: an action item
 * that the one created is completed by the other, and administrators remain administrators.
 *
 * <p>{@code ./verify operaton} makes them by this checkout and opens them by its converted copy.
 */
public final class EngineDatabase {

  private static final String FOCAL_POINT = "be-ibz";
  private static final String ITEMS = "/api/action-items?ministry=BE-IBZ&size=200";
  private static final String TASKS = "/camunda/api/engine/engine/default/task?maxResults=500";

  private final int port;

  private EngineDatabase(int port) {
    this.port = port;
  }

  /** Takes {@code make} or {@code open}, and the folder of the databases. */
  public static void main(String[] args) throws IOException {
    boolean make = args[0].equals("make");
    Path folder = Files.createDirectories(Path.of(args[1]).toAbsolutePath());
    run(make, folder, "h2", "demo", "jdbc:h2:file:" + folder.resolve("h2") + ";WRITE_DELAY=0");
    try (EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder.resolve("postgresql"))
            .setCleanDataDirectory(false)
            .start()) {
      String url = server.getJdbcUrl("postgres", "postgres");
      run(make, folder, "postgresql", "demo,postgresql", url);
    }
    System.exit(0);
  }

  private static void run(boolean make, Path folder, String name, String profiles, String url)
      throws IOException {
    Path ids = folder.resolve(name + ".tasks");
    try (ConfigurableApplicationContext application = start(folder, profiles, url)) {
      int port = application.getEnvironment().getRequiredProperty("local.server.port", int.class);
      EngineDatabase database = new EngineDatabase(port);
      if (make) {
        Files.write(ids, database.tasks().toList());
      } else {
        database.open(Files.readAllLines(ids));
      }
    }
    System.out.println(name + (make ? ": made" : ": opened, and an action item completed"));
  }

  private static ConfigurableApplicationContext start(Path folder, String profiles, String url) {
    return SpringApplication.run(
        JalonApplication.class,
        "--spring.profiles.active=" + profiles,
        "--spring.datasource.url=" + url,
        "--spring.datasource.username=" + (url.contains("h2") ? "jalon" : "postgres"),
        "--jalon.mail.folder=" + folder.resolve("mail"),
        "--server.port=0");
  }

  private void open(List<String> before) throws IOException {
    SessionClient person = SessionClient.signedIn(port, FOCAL_POINT);
    assertThat(person.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
    assertThat(tasks()).containsExactlyInAnyOrderElementsOf(before);

    String item =
        StreamSupport.stream(json(person.get(ITEMS)).path("items").spliterator(), false)
            .filter(each -> each.path("step").asText().equals("takeCharge"))
            .map(each -> each.path("id").asText())
            .findFirst()
            .orElseThrow();
    HttpResponse<String> completed =
        person.json(
            "POST",
            "/api/action-items/" + item + "/complete",
            "{\"variables\":{\"takeChargeNote\":\"Vu.\"}}");
    assertThat(completed.statusCode()).as(completed.body()).isBetween(200, 204);
    assertThat(tasks()).doesNotContain(item);

    SessionClient administrator = SessionClient.signedIn(port, "admin");
    assertThat(administrator.get("/camunda/app/admin/default/").statusCode()).isEqualTo(200);
    assertThat(
            json(administrator.get("/camunda/api/engine/engine/default/group?maxResults=500"))
                .toString())
        .contains("BE-IBZ", '"' + Groups.CAMUNDA_ADMIN + '"');
  }

  private Stream<String> tasks() throws IOException {
    JsonNode tasks = json(SessionClient.signedIn(port, FOCAL_POINT).get(TASKS));
    return StreamSupport.stream(tasks.spliterator(), false).map(each -> each.path("id").asText());
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body());
  }
}
