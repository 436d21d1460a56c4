package eu.jalon.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import eu.jalon.directory.Directory;
import eu.jalon.mail.queue.Dispatcher;
import eu.jalon.reminder.round.ReminderRound;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.Language;
import eu.jalon.shared.PersonId;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A few whole ways in a real browser, with letters over real SMTP. */
@SpringBootTest(
    webEnvironment = WebEnvironment.DEFINED_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:browser;DB_CLOSE_DELAY=-1",
      "jalon.schedule.enabled=false",
      "jalon.clock.start=2027-03-01T07:05"
    })
@ActiveProfiles("demo")
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTest {

  private static final int PORT = freePort();
  private static final String ADDRESS = "http://127.0.0.1:" + PORT;
  private static final Pattern LINK = Pattern.compile(ADDRESS + "(/tasks/[0-9a-f-]+)");
  private static final List<String> COORDINATORS_PAGES =
      List.of(
          "/",
          "/overdue",
          "/overdue?by=theme",
          "/overdue?by=country&age=RECENT",
          "/commitments",
          "/commitments?q=zzzz",
          "/commitments/VD2023-2.06",
          "/commitments/new",
          "/letters",
          "/letters/settings",
          "/forecast",
          "/cadence",
          "/declarations",
          "/summits",
          "/summits?date=2027-09-15",
          "/summits?postponed=true",
          "/report",
          "/report/evaluation",
          "/people",
          "/people/import",
          "/access");

  private static final Pattern ANSWER = Pattern.compile(ADDRESS + "(/tasks/[0-9a-f-]+/answer)");

  private static final GreenMail MAIL = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

  @Autowired private ReminderRound round;
  @Autowired private Dispatcher dispatcher;
  @Autowired private Directory directory;
  @Autowired private Clock clock;
  private Browser browser;

  @DynamicPropertySource
  static void addresses(DynamicPropertyRegistry properties) {
    MAIL.start();
    properties.add("server.port", () -> PORT);
    properties.add("jalon.base-url", () -> ADDRESS);
    properties.add("spring.mail.host", () -> "127.0.0.1");
    properties.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
  }

  @AfterAll
  static void stopMail() {
    MAIL.stop();
  }

  @BeforeAll
  void open() {
    browser = new Browser(ADDRESS);
  }

  @AfterEach
  void closeWindows() {
    browser.closeWindows();
  }

  @AfterAll
  void close() {
    browser.close();
  }

  @ParameterizedTest
  @CsvSource({"be-ibz, fr-BE, coord-be", "be-jus, nl-BE, coord-be"})
  void fromALetterToADoneTask(String person, String language, String coordinator) throws Exception {
    round.run(BrusselsTime.today(clock), false);
    dispatcher.dispatch();
    String path = firstLink(letterTo(person), LINK);

    Page coordinators = browser.signedIn(coordinator, "fr-BE", ColorScheme.LIGHT, 1280);
    browser.open(coordinators, "/overdue");
    Locator link = coordinators.locator("a[href='" + path + "']");
    assertThat(link).hasCount(1);

    Page page = browser.window(language, ColorScheme.LIGHT, 1280);
    page.navigate(ADDRESS + path);
    Browser.signIn(page, person);
    page.waitForURL(url -> url.contains("/camunda/app/tasklist/") && url.contains("task="));
    page.locator("button.claim, [ng-click*='claim()']").first().click();
    Locator note = page.locator("#takeChargeNote");
    note.waitFor();
    note.fill("Nous nous en chargeons.");
    Browser.picture(page, "tasklist-" + language);
    page.locator("button[type=submit], .form-actions .btn-primary").last().click();
    note.waitFor(
        new Locator.WaitForOptions()
            .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));

    browser.open(coordinators, "/overdue");
    assertThat(coordinators.locator("a[href='" + path + "']")).hasCount(0);
    browser.open(coordinators, path);
    assertThat(coordinators.locator("main")).containsText(person);
    Browser.picture(coordinators, "task-done-" + person);
  }

  @ParameterizedTest
  @CsvSource({"coord-be, nl-BE, LIGHT, 1280", "coord-fr, fr-FR, DARK, 360"})
  void everyPageIsAccessibleAndQuiet(
      String person, String language, ColorScheme scheme, int width) {
    directory.setLanguage(
        new PersonId(person), Language.valueOf(language.substring(0, 2).toUpperCase(Locale.ROOT)));
    round.run(BrusselsTime.today(clock), false);
    dispatcher.dispatch();
    Page page = browser.signedIn(person, language, scheme, width);
    for (String path : COORDINATORS_PAGES) {
      browser.open(page, path);
      assertThat(page.locator("html")).hasAttribute("lang", language.substring(0, 2));
      looksRight(page, person + path.replaceAll("[^A-Za-z0-9]+", "-") + scheme + width, width);
    }
    assertThat(browser.errors()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"fr-int, fr-FR, LIGHT, 1280", "be-jus, nl-BE, DARK, 360"})
  void fromALetterToAnAnswer(String person, String language, ColorScheme scheme, int width)
      throws Exception {
    round.run(BrusselsTime.today(clock), false);
    dispatcher.dispatch();
    String path = firstLink(letterTo(person), ANSWER);

    Page page = browser.window(language, scheme, width);
    page.navigate(ADDRESS + path);
    Browser.signIn(page, person);
    page.waitForURL(url -> url.contains(path));
    looksRight(page, "answer-" + person + width, width);
    page.locator("#until").fill("2027-03-05");
    page.locator("form[action$='/on-it'] button").click();
    assertThat(page.locator("[role=status]")).containsText("5");
    looksRight(page, "answered-" + person + width, width);

    browser.open(page, path.replace("/answer", "/reminders"));
    looksRight(page, "reminders-" + person + width, width);
    page.locator(".rule-box a").click();
    page.waitForURL(url -> url.contains("/cadence#rule-"));
    looksRight(page, "cadence-" + person + width, width);
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void settingsAndAnAbsenceAreEnteredByKeyboardAlone() {
    Page page = browser.signedIn("be-mae", "fr-BE", ColorScheme.LIGHT, 360);
    browser.open(page, "/letters/settings");
    page.locator("#day-FRIDAY").press("Space");
    page.locator("#hour").selectOption("9");
    page.locator("form[action$='/letters/settings'] button").press("Enter");
    assertThat(page.locator("[role=status]")).isVisible();
    assertThat(page.locator("#day-FRIDAY")).not().isChecked();
    assertThat(page.locator("#hour")).hasValue("9");

    page.locator("#absence-from").fill("2027-04-07");
    page.locator("#absence-until").fill("2027-04-02");
    page.locator("form[action$='/letters/absences'] button").press("Enter");
    assertThat(page.locator("[role=alert]")).isVisible();
    assertThat(page.locator("#absence-from")).hasValue("2027-04-07");
    page.locator("#absence-until").fill("2027-04-09");
    page.locator("form[action$='/letters/absences'] button").press("Enter");
    assertThat(page.locator(".away li")).hasCount(1);
    looksRight(page, "settings-be-mae", 360);
    page.locator(".away button").press("Enter");
    assertThat(page.locator(".away li")).hasCount(0);
    assertThat(browser.errors()).isEmpty();
  }

  private static void looksRight(Page page, String name, int width) {
    page.waitForLoadState();
    Browser.picture(page, name);
    assertThat(Browser.violations(page)).as(name).isEmpty();
    assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("%s fits %d px", name, width)
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1280", "DARK, 360"})
  void theAuditLogLooksRight(ColorScheme scheme, int width) {
    Page page = browser.signedIn("admin", "nl-BE", scheme, width);
    browser.open(page, "/audit");
    assertThat(page.locator("tbody tr").first()).isVisible();
    looksRight(page, "audit-" + width, width);
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void theLoginPageSpeaksThreeLanguages() {
    for (String language : List.of("fr", "nl", "en")) {
      Page page = browser.window("fr-BE", ColorScheme.LIGHT, 1280);
      browser.open(page, "/login?lang=" + language);
      assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
      assertThat(Browser.violations(page)).isEmpty();
      Browser.picture(page, "login-" + language);
    }
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void aWrongPasswordIsSaidAndALinkElsewhereIsNotFollowed() {
    Page page = browser.window("nl-BE", ColorScheme.LIGHT, 1280);
    browser.open(page, "/login");
    page.locator("input[name=username]").fill("coord-be");
    page.locator("input[name=password]").fill("wrong");
    page.locator("input[name=password]").press("Enter");
    page.waitForURL(url -> url.contains("error"));
    assertThat(page.locator("[role=alert]")).isVisible();
  }

  private static MimeMessage letterTo(String person) {
    return Arrays.stream(MAIL.getReceivedMessages())
        .filter(message -> isTo(message, person + "@example.org"))
        .reduce((first, last) -> last)
        .orElseThrow(() -> new AssertionError("No letter to " + person));
  }

  private static boolean isTo(MimeMessage message, String address) {
    try {
      return message.getAllRecipients()[0].toString().contains(address);
    } catch (jakarta.mail.MessagingException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  /** The first link of the letter's text part. */
  private static String firstLink(MimeMessage message, Pattern wanted) throws Exception {
    Object content = message.getContent();
    while (content instanceof jakarta.mail.Multipart parts) {
      content = parts.getBodyPart(0).getContent();
    }
    String text = content.toString();
    Matcher link = wanted.matcher(text);
    assertThat(link.find()).as("a link in %s", text).isTrue();
    return link.group(1);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new java.io.UncheckedIOException(none);
    }
  }
}
