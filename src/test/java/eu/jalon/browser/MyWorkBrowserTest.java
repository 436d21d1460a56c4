package eu.jalon.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import eu.jalon.actionitem.ActionItemFilter;
import eu.jalon.actionitem.ActionItemView;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.actionitem.form.Step;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.mail.EmailFilter;
import eu.jalon.mail.MailQueue;
import eu.jalon.shared.Language;
import eu.jalon.shared.PersonId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first page of focal points, from an e-mail to all items done, and the text of a form. */
class MyWorkBrowserTest extends BrowserTest {

  private static final eu.jalon.shared.paging.Page.Request FIRST =
      new eu.jalon.shared.paging.Page.Request(0, 200);

  @ParameterizedTest
  @CsvSource({
    "fr, LIGHT, 1280",
    "nl, DARK, 390",
    "en, LIGHT, 390",
    "de, DARK, 1280",
  })
  void focalPoints17_theFirstPageIsAccessibleInEachLanguage(
      String language, ColorScheme scheme, int width) {
    Directory directory = bean(Directory.class);
    PersonId id = new PersonId("be-ibz");
    Language before = directory.person(id).orElseThrow().language();
    directory.setLanguage(id, Language.of(language));
    try {
      Page page = browser().signedIn("be-ibz", "fr-BE", scheme, width);
      browser().open(page, "/");
      page.waitForURL(url -> url.endsWith("/my-work"));
      assertThat(page.locator("html")).hasAttribute("lang", language);
      looksRight(page, "my-work-" + language + width);
      page.locator(".work-several a").first().click();
      page.waitForURL(url -> url.contains("/my-work/several"));
      looksRight(page, "my-work-several-" + language + width);
    } finally {
      directory.setLanguage(id, before);
    }
  }

  @Test
  void focalPoints7_twoClicksLeadFromAnEmailToAllItemsTakenInCharge() {
    Person person = bean(Directory.class).person(new PersonId("fr-meae")).orElseThrow();
    assertThat(toTakeCharge(person)).hasSizeGreaterThan(5);
    String text =
        bean(MailQueue.class)
            .page(new EmailFilter(null, "fr-meae", null, null), FIRST)
            .items()
            .stream()
            .map(each -> bean(MailQueue.class).preview(each.id()).orElseThrow().text())
            .findFirst()
            .orElseThrow();
    assertThat(text).contains(address() + "/my-work/several");

    Page page = browser().signedIn("fr-meae", "fr-FR", ColorScheme.LIGHT, 1280);
    Effort effort = Effort.in(page);
    browser().open(page, "/my-work/several");
    effort.reachesAField("main form", 8);
    page.locator("form[action$='/take-charge'] button").click();
    page.waitForURL(url -> url.endsWith("/my-work"));

    assertThat(page.locator("[role=status]")).isVisible();
    effort.isDoneWithin("all items", 3);
    assertThat(page.locator("[role=status] a")).isVisible();
    looksRight(page, "my-work-done");
    assertThat(toTakeCharge(person)).isEmpty();
  }

  @Test
  void focalPoints12_aFormHasItsTextAfterTheSessionEndedAndAfterTheBackButton() {
    Person person = bean(Directory.class).person(new PersonId("be-mae")).orElseThrow();
    String item = toTakeCharge(person).get(0);
    Page page = browser().window("fr-BE", ColorScheme.LIGHT, 1280);
    page.navigate(address() + "/tasks/" + item + "/answer");
    Browser.signIn(page, "be-mae");
    Locator reason = page.locator("#time-reason");
    page.locator("#scope-commitment").check();
    reason.fill("Le comité mixte ne se réunit qu’en juin.");
    page.locator("#deadline").fill("2027-12-01");

    browser().open(page, "/my-work");
    page.goBack();
    assertThat(reason).hasValue("Le comité mixte ne se réunit qu’en juin.");

    page.context().clearCookies();
    page.locator("form[action$='/more-time'] button.btn-primary").click();
    page.waitForURL(url -> !url.endsWith("/answer"));
    browser().errors().clear();
    if (page.locator(".failure a").count() > 0) {
      page.locator(".failure a").last().click();
    }
    Browser.signIn(page, "be-mae");
    page.waitForURL(url -> url.endsWith("/answer"));
    assertThat(reason).hasValue("Le comité mixte ne se réunit qu’en juin.");
    assertThat(page.locator("#deadline")).hasValue("2027-12-01");
    looksRight(page, "form-kept");

    page.locator("form[action$='/more-time'] button.btn-primary").click();
    assertThat(page.locator("main > [role=status]")).isVisible();
    browser().open(page, "/tasks/" + item + "/answer");
    assertThat(reason).hasValue("");
  }

  @Test
  void focalPoints12_focalPoints15_tasklistComesBackToItsTaskAndTextAfterSignIn() {
    Person person = bean(Directory.class).person(new PersonId("be-mae")).orElseThrow();
    String item = toTakeCharge(person).get(0);
    Page page = browser().window("fr-BE", ColorScheme.LIGHT, 1280);
    page.navigate(address() + "/camunda/app/tasklist/default/#/?task=" + item);
    Browser.signIn(page, "be-mae");
    Locator note = page.locator("#takeChargeNote");
    note.waitFor();
    assertThat(page.url()).contains(item);

    page.context().clearCookies();
    note.fill("Nous commençons demain.");
    assertThat(page.locator(".login-form [role=status]")).isVisible();
    // The browser reports what was refused without a session, and nothing else.
    assertThat(browser().errors()).allMatch(error -> error.matches("(?s).* a status of 40[13].*"));
    browser().errors().clear();
    Browser.signIn(page, "be-mae");
    page.waitForURL(url -> url.contains("/camunda/app/tasklist/") && url.contains(item));
    assertThat(note).hasValue("Nous commençons demain.");
  }

  @Test
  void focalPoints13_anOpenTaskInTasklistSaysThatItWasDoneMeanwhile() {
    Person person =
        Stream.of("be-def", "fr-eco", "fr-jus")
            .flatMap(id -> bean(Directory.class).person(new PersonId(id)).stream())
            .filter(each -> !toTakeCharge(each).isEmpty())
            .findFirst()
            .orElseThrow();
    String item = toTakeCharge(person).get(0);
    Page page = browser().signedIn(person.id().value(), "fr-BE", ColorScheme.LIGHT, 1280);
    browser().open(page, "/tasks/" + item);
    page.locator("#takeChargeNote").fill("Nous commençons demain.");

    bean(ActionItems.class).complete(item, Map.of(), person);

    Locator gone = page.locator(".jalon-gone");
    assertThat(gone).isVisible();
    assertThat(page.locator("#takeChargeNote")).hasValue("Nous commençons demain.");
    gone.locator("a").click();
    assertThat(page.locator("main .lead")).containsText(person.name().in(person.language()));
    looksRight(page, "task-gone");
    // Tasklist asked for its task again: the browser reports that it is gone, and nothing else.
    assertThat(browser().errors()).allMatch(error -> error.matches("(?s).*a status of 40[49].*"));
    browser().errors().clear();
  }

  private List<String> toTakeCharge(Person person) {
    return bean(ActionItems.class).page(ActionItemFilter.none(), person, FIRST).items().stream()
        .map(ActionItemView::item)
        .filter(item -> item.step() == Step.TAKE_CHARGE)
        .map(item -> item.id())
        .toList();
  }
}
