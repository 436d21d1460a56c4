package eu.jalon.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import eu.jalon.SampleDatabase;
import eu.jalon.mail.queue.Dispatcher;
import eu.jalon.reminder.round.ReminderRound;
import eu.jalon.shared.BrusselsTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestExecutionListeners;

/**
 * A test in a real browser, on the sample register after the reminders of the morning, whose
 * e-mails lead to the running application. All classes share it; each begins with that register,
 * and each of its tests works on commitments, ministries or people that no other one changes.
 */
@Tag("browser")
@SpringBootTest(
    webEnvironment = WebEnvironment.DEFINED_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:browser;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=128",
      "jalon.schedule.enabled=false",
      "jalon.live.poll=200ms",
      "jalon.live.pause=500ms",
      "jalon.clock.start=2027-03-01T07:05"
    })
@ActiveProfiles("demo")
@Import(BrowserTest.MorningReminders.class)
@TestExecutionListeners(
    listeners = SampleDatabase.class,
    mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
abstract class BrowserTest {

  /** Sends the reminders of the day once the sample is complete. */
  static class MorningReminders {

    private final ReminderRound round;
    private final Dispatcher dispatcher;
    private final Clock clock;

    MorningReminders(ReminderRound round, Dispatcher dispatcher, Clock clock) {
      this.round = round;
      this.dispatcher = dispatcher;
      this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void send() {
      round.run(BrusselsTime.today(clock), false);
      dispatcher.dispatch();
    }
  }

  /** The mail server of all classes of a JVM; it ends with the JVM. */
  static final GreenMail MAIL = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

  @LocalServerPort private int port;
  @Autowired private ApplicationContext application;
  private Browser browser;

  @DynamicPropertySource
  static void addresses(DynamicPropertyRegistry properties) {
    int port = freePort();
    if (!MAIL.isRunning()) {
      MAIL.start();
    }
    properties.add("server.port", () -> port);
    properties.add("jalon.base-url", () -> "http://127.0.0.1:" + port);
    properties.add("spring.mail.host", () -> "127.0.0.1");
    properties.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }

  @BeforeEach
  void openBrowser() {
    browser = new Browser(address());
  }

  @AfterEach
  void closeBrowser() {
    List<String> errors = browser.errors();
    browser.close();
    assertThat(errors).as("errors in the console").isEmpty();
  }

  final Browser browser() {
    return browser;
  }

  final String address() {
    return "http://127.0.0.1:" + port;
  }

  /** A bean of the application, to check what a page did. */
  final <T> T bean(Class<T> type) {
    return application.getBean(type);
  }

  /** A window in which a coordinator has signed in, in the language of the account. */
  final Page coordinator(String person) {
    return coordinator(person, ColorScheme.LIGHT, 1280);
  }

  final Page coordinator(String person, ColorScheme scheme, int width) {
    return browser.signedIn(person, "coord-be".equals(person) ? "nl-BE" : "fr-FR", scheme, width);
  }

  /** Expects no finding of axe-core and nothing wider than the window. */
  final void looksRight(Page page, String name) {
    page.waitForLoadState();
    Browser.picture(page, name);
    assertThat(Browser.violations(page)).as(name).isEmpty();
    assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("%s fits its window", name)
        .isTrue();
  }
}
