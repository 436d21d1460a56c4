package eu.jalon.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The links of a reminder lead to the task and to an answer without a form. */
class EmailLinkBrowserTest extends BrowserTest {

  /** The most presses of Tab to the first field. */
  private static final int MOST_TABS = 8;

  private static final Pattern LINK =
      Pattern.compile("http://127\\.0\\.0\\.1:\\d+(/tasks/[0-9a-f-]+)");
  private static final Pattern ANSWER =
      Pattern.compile("http://127\\.0\\.0\\.1:\\d+(/tasks/[0-9a-f-]+/answer)");

  @ParameterizedTest
  @CsvSource({"be-ibz, fr-BE, coord-be", "be-jus, nl-BE, coord-be"})
  void anEmailLeadsToATaskThatIsCompletedInTasklist(
      String person, String language, String coordinator) throws Exception {
    String path = links(emailTo(person), LINK).get(0);

    Page coordinators = browser().signedIn(coordinator, "fr-BE", ColorScheme.LIGHT, 1280);
    browser().open(coordinators, "/overdue");
    Locator link = coordinators.locator("a[href='" + path + "']");
    assertThat(link).hasCount(1);

    Page page = browser().window(language, ColorScheme.LIGHT, 1280);
    Effort effort = Effort.in(page);
    page.navigate(address() + path);
    Browser.signIn(page, person);
    page.waitForURL(url -> url.contains("/camunda/app/tasklist/") && url.contains("task="));
    Locator note = page.locator("#takeChargeNote");
    note.waitFor();
    assertThat(page.locator("#jalon-title")).isFocused();
    effort.reachesAField("form[name=jalonForm]", MOST_TABS);
    note.fill("Nous nous en chargeons.");
    Browser.picture(page, "tasklist-" + language);
    page.locator("button[type=submit], .form-actions .btn-primary").last().click();
    note.waitFor(
        new Locator.WaitForOptions()
            .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
    effort.isDoneWithin("one item in Tasklist", 2);

    browser().open(coordinators, "/overdue");
    assertThat(coordinators.locator("a[href='" + path + "']")).hasCount(0);
    browser().open(coordinators, path);
    Person done = bean(Directory.class).person(new PersonId(person)).orElseThrow();
    assertThat(coordinators.locator("main .lead")).containsText(done.name().in(Texts.FR));
    Browser.picture(coordinators, "task-done-" + person);
  }

  @ParameterizedTest
  @CsvSource({"fr-int, fr-FR, LIGHT, 1280", "be-jus, nl-BE, DARK, 360"})
  void focalPoints6_anEmailLeadsToAnAnswerAndToTheReasonOfTheReminder(
      String person, String language, ColorScheme scheme, int width) throws Exception {
    List<String> answers = links(emailTo(person), ANSWER);
    // The other test completes the first task.
    String path = answers.get(answers.size() - 1);

    Page page = browser().window(language, scheme, width);
    Effort effort = Effort.in(page);
    page.navigate(address() + path);
    Browser.signIn(page, person);
    page.waitForURL(url -> url.contains(path));
    looksRight(page, "answer-" + person + width);
    effort.reachesAField("main form", MOST_TABS);
    page.locator("#until").fill("2027-03-05");
    page.locator("form[action$='/on-it'] button").click();
    assertThat(page.locator("[role=status]")).containsText("5");
    effort.isDoneWithin("an answer without a form", 2);
    looksRight(page, "answered-" + person + width);

    browser().open(page, path.replace("/answer", "/reminders"));
    looksRight(page, "reminders-" + person + width);
    page.locator(".rule-box a").click();
    page.waitForURL(url -> url.contains("/reminder-policy#rule-"));
    looksRight(page, "policy-" + person + width);
  }

  private static MimeMessage emailTo(String person) {
    return Arrays.stream(MAIL.getReceivedMessages())
        .filter(message -> isTo(message, person + "@example.org"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No e-mail to " + person));
  }

  private static boolean isTo(MimeMessage message, String address) {
    try {
      return message.getAllRecipients()[0].toString().contains(address);
    } catch (jakarta.mail.MessagingException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  /** The paths of that kind in the text part of an e-mail, in its order. */
  private static List<String> links(MimeMessage message, Pattern wanted) throws Exception {
    Object content = message.getContent();
    while (content instanceof jakarta.mail.Multipart parts) {
      content = parts.getBodyPart(0).getContent();
    }
    List<String> paths =
        wanted.matcher(content.toString()).results().map(link -> link.group(1)).toList();
    assertThat(paths).as("links in %s", content).isNotEmpty();
    return paths;
  }
}
