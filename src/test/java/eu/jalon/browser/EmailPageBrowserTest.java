package eu.jalon.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.mail.Email;
import eu.jalon.mail.EmailFilter;
import eu.jalon.mail.MailQueue;
import eu.jalon.mail.mailbox.IncomingReply;
import eu.jalon.mail.reply.Replies;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The e-mail journal, one e-mail as its recipient sees it, sending it again, and the forecast. */
class EmailPageBrowserTest extends BrowserTest {

  @ParameterizedTest
  @ValueSource(strings = {"coord-be", "coord-fr"})
  void aEmailIsFoundReadAndSentAgainByKeyboardAlone(String person) {
    Email email = emailOf(person);
    Page page = coordinator(person);
    browser().open(page, "/emails");
    page.locator("#to").fill(email.person().value());
    page.locator("#to").press("Enter");
    page.waitForURL(url -> url.contains("to=" + email.person()));
    looksRight(page, "emails-" + person);
    page.locator("a[href$='/emails/" + email.id() + "']").press("Enter");
    page.waitForURL(url -> url.endsWith("/emails/" + email.id()));
    assertThat(page.locator("iframe.email-frame")).isVisible();
    assertThat(page.locator(".email-text")).containsText(email.refs().get(0).value());
    assertThat(page.locator("[aria-labelledby=reasons] tbody tr").first()).isVisible();
    looksRight(page, "email-" + person);

    page.locator("#reason").fill("La boîte était pleine ce matin.");
    page.locator("#sure").press("Space");
    page.locator("form.resend button").press("Enter");
    page.waitForURL(url -> url.contains("/emails/") && !url.endsWith(email.id().toString()));
    assertThat(page.locator("[role=status]")).containsText(email.to().value());
    assertThat(page.locator(".history > li")).hasCount(2);
    assertThat(page.locator("form.resend")).hasCount(0);
    looksRight(page, "email-again-" + person);
  }

  @ParameterizedTest
  @CsvSource({"coord-be, LIGHT, 360", "coord-fr, DARK, 1280"})
  void emailsAndWhatIsToComeFitEveryWindow(String person, ColorScheme scheme, int width) {
    Page page = coordinator(person, scheme, width);
    String name = "-" + person + "-" + scheme + "-" + width;
    browser().open(page, "/emails?status=SENT&kind=DIGEST&from=2027-03-01&until=2027-03-01");
    assertThat(page.locator(".states a[aria-current]")).isVisible();
    looksRight(page, "emails-filtered" + name);
    browser().open(page, "/emails?status=FAILED&language=EN");
    looksRight(page, "emails-none" + name);
    browser().open(page, "/emails/" + emailOf(person).id());
    looksRight(page, "email" + name);
    browser().open(page, "/forecast?until=2027-04-30");
    looksRight(page, "forecast" + name);
    Locator day = page.locator(".month a").first();
    day.focus();
    day.press("Enter");
    page.waitForURL(url -> url.contains("day="));
    assertThat(page.locator(".month a[aria-current=date]")).hasCount(1);
    assertThat(page.locator("[aria-labelledby=chosen] tbody tr").first()).isVisible();
    looksRight(page, "forecast-day" + name);
  }

  @Test
  void aReplyWaitsOnHomeUntilACoordinatorHasHandledIt() {
    Email email = emailOf("coord-fr");
    bean(Replies.class)
        .keep(
            new IncomingReply(
                "key-of-a-reply",
                List.of(email.id()),
                Optional.empty(),
                Optional.empty(),
                email.to(),
                "Échéances du 1er mars",
                "Bonjour, la réunion est reportée.\n\nLe 1 mars 2027, Jalon a écrit :\n> Texte",
                1,
                false,
                Instant.parse("2027-03-01T08:12:00Z")));
    Page page = coordinator("coord-fr", ColorScheme.LIGHT, 360);
    browser().open(page, "/");
    page.locator("a[href$='/emails/replies']").press("Enter");
    page.waitForURL(url -> url.endsWith("/emails/replies"));
    assertThat(page.locator("main")).containsText("la réunion est reportée");
    assertThat(page.locator("details").first()).not().hasAttribute("open", "");
    looksRight(page, "replies");
    page.locator("main form button").press("Enter");
    assertThat(page.locator("[role=status]")).isVisible();
    assertThat(page.locator(".empty")).isVisible();

    browser().open(page, "/emails/" + email.id());
    assertThat(page.locator("article.reply")).hasCount(1);
    looksRight(page, "email-with-reply");
    browser().open(page, "/commitments/" + email.refs().get(0));
    assertThat(page.locator("article.reply").first()).isVisible();
    looksRight(page, "commitment-with-reply");

    Page other = coordinator("coord-be");
    browser().open(other, "/emails/replies");
    assertThat(other.locator("main form")).hasCount(0);
  }

  /** An email of this morning to somebody of the coordinator's party that still says something. */
  private Email emailOf(String person) {
    Set<MinistryCode> others = Set.of(new MinistryCode("BE-IBZ"), new MinistryCode("FR-INT"));
    Set<PersonId> readers =
        bean(Directory.class).staff().entrySet().stream()
            .filter(e -> !others.contains(e.getKey()))
            .filter(e -> person.endsWith(e.getKey().party().value().toLowerCase(Locale.ROOT)))
            .flatMap(e -> e.getValue().stream())
            .map(Person::id)
            .filter(id -> !id.value().startsWith("coord-"))
            .collect(Collectors.toSet());
    MailQueue mailQueue = bean(MailQueue.class);
    EmailFilter planned =
        new EmailFilter(null, null, readers, null, null, null, "DIGEST", null, false);
    List<Email> emails =
        mailQueue.page(planned, new eu.jalon.shared.paging.Page.Request(0, 200)).items().stream()
            .filter(email -> email.resendOf() == null)
            .filter(email -> mailQueue.preview(email.id()).isPresent())
            .sorted(Comparator.comparing(Email::person))
            .toList();
    return emails.get(0);
  }
}
