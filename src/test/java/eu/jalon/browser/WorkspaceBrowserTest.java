package eu.jalon.browser;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.mail.queue.Dispatcher;
import eu.jalon.reminder.round.ReminderRound;
import eu.jalon.shared.BrusselsTime;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/** The coordinators' workspace in a real browser, on the sample after the morning's letters. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:workspace;DB_CLOSE_DELAY=-1",
      "jalon.schedule.enabled=false",
      "jalon.mail.folder=target/workspace-mail",
      "jalon.clock.start=2027-03-01T07:05"
    })
@ActiveProfiles("demo")
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkspaceBrowserTest
    implements HomeWays,
        LiveWays,
        SummitsWays,
        CommitmentListWays,
        CommitmentWays,
        DeclarationsWays,
        ReportWays,
        LettersWays,
        OverdueWays {

  @LocalServerPort private int port;
  @Autowired private ApplicationContext application;
  private Browser browser;

  @BeforeAll
  void theMorningsLetters() {
    bean(ReminderRound.class).run(BrusselsTime.today(bean(Clock.class)), false);
    bean(Dispatcher.class).dispatch();
    browser = new Browser("http://127.0.0.1:" + port);
  }

  @AfterEach
  void nothingWentWrong() {
    List<String> errors = List.copyOf(browser.errors());
    browser.closeWindows();
    assertThat(errors).isEmpty();
  }

  @AfterAll
  void close() {
    browser.close();
  }

  @Override
  public Browser browser() {
    return browser;
  }

  @Override
  public <T> T bean(Class<T> type) {
    return application.getBean(type);
  }
}
