package eu.jalon.pages;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.CountedStatements;
import eu.jalon.CountedStatements.Cost;
import eu.jalon.JalonApplication;
import eu.jalon.OneApplicationListener;
import eu.jalon.PostgresServer;
import eu.jalon.SessionClient;
import eu.jalon.reminder.round.ReminderRound;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What pages take does not depend on the machine: their statements and the memory they allocate,
 * with the sample register and with larger ones.
 */
@Tag("integration")
@Tag("isolated")
class PageCostTest {

  private static final int WARM_UP = 12;

  /** Lists have a bound, which thirty times the sample reaches; only their numbers get longer. */
  private static final double MOST_GROWTH = 1.15;

  /** One with an overdue item, about which the round writes e-mails. */
  private static final String COMMITMENT = "/commitments/VD2023-3.05";

  /**
   * The pages with the most statements that they may execute. Three of them are the same for each
   * page: the session, the account and the chosen series.
   */
  private static final Map<String, Integer> PAGES =
      Map.of(
          "/",
          8,
          "/overdue",
          8,
          "/commitments",
          6,
          "/summits",
          5,
          "/my-work",
          9,
          "/report",
          13,
          COMMITMENT,
          13);

  private static ConfigurableApplicationContext application;
  private static SessionClient coordinator;

  @BeforeAll
  static void start() {
    OneApplicationListener.closeRunning();
    application =
        CountedStatements.in(new SpringApplication(JalonApplication.class))
            .run(
                "--spring.profiles.active=demo",
                "--jalon.demo.example-series=false",
                "--server.port=0",
                "--spring.datasource.url=" + PostgresServer.newDatabase(),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--spring.quartz.properties.org.quartz.jobStore.driverDelegateClass="
                    + "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate",
                "--jalon.schedule.enabled=false",
                "--jalon.clock.start=2027-03-01T07:05");
    int port = ((ServletWebServerApplicationContext) application).getWebServer().getPort();
    coordinator = SessionClient.signedIn(port, "coord-be");
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @Test
  void coordinators16_pagesExecuteFewStatementsAndAllocateNoMoreForALargerRegister()
      throws IOException {
    JdbcClient jdbc = application.getBean(JdbcClient.class);
    application.getBean(ReminderRound.class).runIfDue();
    assertThat(coordinator.get(COMMITMENT).body()).contains("/emails/");
    Map<String, Cost> sample = costs();
    LargeRegister.copyCommitments(jdbc, 1, 29);
    Map<String, Cost> thirtyfold = costs();
    LargeRegister.copyCommitments(jdbc, 30, 59);
    jdbc.sql("analyze").update();
    Map<String, Cost> sixtyfold = costs();

    StringBuilder report =
        new StringBuilder(
            """
            | page | statements | KiB, sample register | thirty times | sixty times |
            |---|---|---|---|---|
            """);
    List<String> wrong = new ArrayList<>();
    for (String page : new TreeSet<>(PAGES.keySet())) {
      List<String> statements = cost(sixtyfold, page).statements();
      report.append(
          "| `%s` | %d | %,d | %,d | %,d |%n"
              .formatted(
                  page,
                  statements.size(),
                  cost(sample, page).allocated() / 1024,
                  cost(thirtyfold, page).allocated() / 1024,
                  cost(sixtyfold, page).allocated() / 1024));
      if (statements.size() > Objects.requireNonNull(PAGES.get(page))) {
        wrong.add(page + " executes\n" + String.join("\n", statements));
      }
      if (cost(sixtyfold, page).allocated() > cost(thirtyfold, page).allocated() * MOST_GROWTH) {
        wrong.add(page + " allocates more");
      }
    }
    Files.writeString(Path.of("target/page-costs.md"), report);
    assertThat(wrong).as(report.toString()).isEmpty();
  }

  private static Cost cost(Map<String, Cost> costs, String page) {
    return Objects.requireNonNull(costs.get(page));
  }

  private static Map<String, Cost> costs() {
    Map<String, Cost> costs = new LinkedHashMap<>();
    for (String page : PAGES.keySet()) {
      Cost least = null;
      for (int i = 0; i < WARM_UP; i++) {
        HttpResponse<String> answer = coordinator.get(page);
        assertThat(answer.statusCode()).as(page).isEqualTo(200);
        Cost cost = CountedStatements.of(page);
        if (least == null || cost.allocated() < least.allocated()) {
          least = cost;
        }
      }
      costs.put(page, least);
    }
    return costs;
  }
}
