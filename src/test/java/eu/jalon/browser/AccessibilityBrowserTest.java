package eu.jalon.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import eu.jalon.directory.Directory;
import eu.jalon.shared.Language;
import eu.jalon.shared.PersonId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The pages for coordinators, sign-in, settings and the audit log, without findings of axe-core.
 */
class AccessibilityBrowserTest extends BrowserTest {

  private static final List<String> COORDINATORS_PAGES =
      List.of(
          "/",
          "/overdue",
          "/overdue?by=theme",
          "/overdue?by=party&age=RECENT",
          "/commitments",
          "/commitments?q=zzzz",
          "/commitments/VD2023-2.06",
          "/commitments/new",
          "/emails",
          "/emails/settings",
          "/forecast",
          "/reminder-policy",
          "/declarations",
          "/summits",
          "/summits?date=2027-09-15",
          "/summits?postponed=true",
          "/report",
          "/report/evaluation",
          "/people",
          "/people/import",
          "/access");

  @ParameterizedTest
  @CsvSource({"coord-be, nl-BE, LIGHT, 1280", "coord-fr, fr-FR, DARK, 360"})
  void coordinators21_everyPageIsAccessibleAndQuiet(
      String person, String language, ColorScheme scheme, int width) {
    Directory directory = bean(Directory.class);
    PersonId id = new PersonId(person);
    Language before = directory.person(id).orElseThrow().language();
    directory.setLanguage(id, Language.of(language.substring(0, 2)));
    try {
      Page page = browser().signedIn(person, language, scheme, width);
      for (String path : COORDINATORS_PAGES) {
        browser().open(page, path);
        assertThat(page.locator("html")).hasAttribute("lang", language.substring(0, 2));
        looksRight(page, person + path.replaceAll("[^A-Za-z0-9]+", "-") + scheme + width);
      }
    } finally {
      directory.setLanguage(id, before);
    }
  }

  @Test
  void coordinators21_theNavigationTakesOneRowOnAPhone() {
    Page page = coordinator("coord-fr", ColorScheme.LIGHT, 360);
    browser().open(page, "/");
    List<BoundingBox> links =
        page.locator(".mainnav a").all().stream().map(Locator::boundingBox).toList();
    assertThat(links).hasSizeGreaterThan(5);
    assertThat(links.stream().map(box -> box.y).distinct()).hasSize(1);
  }

  @Test
  void settingsAndAnAbsenceAreEnteredByKeyboardAlone() {
    Page page = browser().signedIn("be-mae", "fr-BE", ColorScheme.LIGHT, 360);
    browser().open(page, "/emails/settings");
    page.locator("#day-FRIDAY").press("Space");
    page.locator("#hour").selectOption("9");
    page.locator("form[action$='/emails/settings'] button").press("Enter");
    assertThat(page.locator("[role=status]")).isVisible();
    assertThat(page.locator("#day-FRIDAY")).not().isChecked();
    assertThat(page.locator("#hour")).hasValue("9");

    page.locator("#absence-from").fill("2027-04-07");
    page.locator("#absence-until").fill("2027-04-02");
    page.locator("form[action$='/emails/absences'] button").press("Enter");
    assertThat(page.locator("[role=alert]")).isVisible();
    assertThat(page.locator("#absence-from")).hasValue("2027-04-07");
    page.locator("#absence-until").fill("2027-04-09");
    page.locator("form[action$='/emails/absences'] button").press("Enter");
    assertThat(page.locator(".away li")).hasCount(1);
    looksRight(page, "settings-be-mae");
    page.locator(".away button").press("Enter");
    assertThat(page.locator(".away li")).hasCount(0);
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1280", "DARK, 360"})
  void theAuditLogLooksRight(ColorScheme scheme, int width) {
    Page page = browser().signedIn("admin", "nl-BE", scheme, width);
    browser().open(page, "/audit");
    assertThat(page.locator("tbody tr").first()).isVisible();
    looksRight(page, "audit-" + width);
  }

  @Test
  void theLoginPageSpeaksThreeLanguages() {
    for (String language : List.of("fr", "nl", "en")) {
      Page page = browser().window("fr-BE", ColorScheme.LIGHT, 1280);
      browser().open(page, "/login?lang=" + language);
      assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
      assertThat(Browser.violations(page)).isEmpty();
      Browser.picture(page, "login-" + language);
    }
  }

  @Test
  void aWrongPasswordIsSaidAndALinkElsewhereIsNotFollowed() {
    Page page = browser().window("nl-BE", ColorScheme.LIGHT, 1280);
    browser().open(page, "/login");
    page.locator("input[name=username]").fill("coord-be");
    page.locator("input[name=password]").fill("wrong");
    page.locator("input[name=password]").press("Enter");
    page.waitForURL(url -> url.contains("error"));
    assertThat(page.locator("[role=alert]")).isVisible();
  }
}
