package eu.jalon.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.directory.file.PeopleFile;
import eu.jalon.mail.Email;
import eu.jalon.mail.EmailFilter;
import eu.jalon.mail.MailQueue;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The journal, an email as its reader sees it and once more, what is to come, and the people; with
 * emails to ministries that no other way writes about, and people of its own.
 */
interface EmailsWays extends Ways {

  @ParameterizedTest
  @ValueSource(strings = {"coord-be", "coord-fr"})
  default void aEmailIsFoundReadAndSentAgainByKeyboardAlone(String person) {
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
  default void emailsAndWhatIsToComeFitEveryWindow(String person, ColorScheme scheme, int width) {
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

  @ParameterizedTest
  @CsvSource({"coord-be, BE-MOB, LIGHT, 1280", "coord-fr, FR-TRA, DARK, 360"})
  default void peopleAreImportedFoundAndCorrectedByKeyboardAlone(
      String person, String ministry, ColorScheme scheme, int width) {
    Page page = coordinator(person, scheme, width);
    String name = "-" + person + "-" + scheme + "-" + width;
    String id = "ways-" + ministry.toLowerCase(Locale.ROOT);
    browser().open(page, "/people/import");
    looksRight(page, "people-import" + name);

    String line = "%s;Équipe mobile;Mobiel team;;%s@example.org;nl;FOCAL_POINT;%s";
    upload(page, line.formatted(id, id, ministry), "coord-x;X;;;;fr;COORDINATOR;" + ministry);
    assertThat(page.locator(".tag-accent")).hasCount(1);
    assertThat(page.locator("input[name=seen]")).hasCount(0);
    looksRight(page, "people-refused" + name);

    browser().open(page, "/people/import");
    upload(page, line.formatted(id, id, ministry));
    looksRight(page, "people-preview" + name);
    page.locator("main .buttons form button").press("Enter");
    page.waitForURL(url -> url.endsWith("/people"));
    assertThat(page.locator("p.notice[role=status]")).isVisible();

    page.locator("#q").fill("equipe MOBILE " + ministry);
    page.locator("#q").press("Enter");
    page.waitForURL(url -> url.contains("q="));
    assertThat(page.locator(".people > li")).hasCount(1);
    looksRight(page, "people-found" + name);
    page.locator(".people a[href$='/address']").press("Enter");
    page.locator("#email").fill("better-" + id + "@example.org");
    page.locator("form[action$='/address'] button").press("Enter");
    assertThat(page.locator("p.notice[role=status]")).isVisible();
    assertThat(page.locator("#email")).hasValue("better-" + id + "@example.org");
    looksRight(page, "people-address" + name);
  }

  @Test
  default void nobodyFoundIsSaid() {
    Page page = coordinator("coord-fr");
    browser().open(page, "/people?q=zzzz&state=REFUSED");
    assertThat(page.locator("main .empty")).isVisible();
    looksRight(page, "people-none");
  }

  private static void upload(Page page, String... lines) {
    StringBuilder file = new StringBuilder("\uFEFF").append(String.join(";", PeopleFile.COLUMNS));
    for (String line : lines) {
      file.append('\n').append(line);
    }
    page.locator("#file")
        .setInputFiles(
            new FilePayload(
                "personnes.csv", "text/csv", file.toString().getBytes(StandardCharsets.UTF_8)));
    page.locator("main form button").press("Enter");
    page.waitForURL(url -> url.matches(".*/people/import/[0-9a-f-]{36}"));
  }

  /**
   * An email of this morning to somebody of the coordinator's country that still says something.
   */
  private Email emailOf(String person) {
    Set<MinistryCode> others = Set.of(new MinistryCode("BE-IBZ"), new MinistryCode("FR-INT"));
    Set<PersonId> readers =
        bean(Directory.class).staff().entrySet().stream()
            .filter(e -> !others.contains(e.getKey()))
            .filter(e -> person.endsWith(e.getKey().country().name().toLowerCase(Locale.ROOT)))
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
