package eu.jalon.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import eu.jalon.mail.queue.Dispatcher;
import eu.jalon.reminder.round.ReminderRound;
import eu.jalon.shared.BrusselsTime;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.test.context.ActiveProfiles;

/**
 * A test in a real browser, on the sample register after the reminders of the morning. All classes
 * with the same settings share one running application: each test works on commitments, ministries
 * or people that no other test changes.
 */
@Tag("browser")
@ActiveProfiles("demo")
@Import(BrowserTest.MorningReminders.class)
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

  @LocalServerPort private int port;
  @Autowired private ApplicationContext application;
  private Browser browser;

  @BeforeEach
  void openBrowser() {
    browser = new Browser(address());
  }

  @AfterEach
  void closeBrowser() {
    browser.close();
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

  /** Takes a picture, and expects no finding of axe-core and nothing wider than the window. */
  final void looksRight(Page page, String name) {
    page.waitForLoadState();
    Browser.picture(page, name);
    assertThat(Browser.violations(page)).as(name).isEmpty();
    assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("%s fits its window", name)
        .isTrue();
  }
}
