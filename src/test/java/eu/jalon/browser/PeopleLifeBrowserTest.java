package eu.jalon.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A coordinator adds a ministry and a person, merges the ministry, and closes the account. */
class PeopleLifeBrowserTest extends BrowserTest {

  @ParameterizedTest
  @CsvSource({"coord-be, BE, BE-FIN", "coord-fr, FR, FR-ECO"})
  void aPersonComesMovesWithAMinistryAndLeaves(String coordination, String party, String into) {
    String ministry = party + "-TST";
    String person = ministry.toLowerCase(Locale.ROOT);
    Page page = browser().signedIn(coordination, "fr-BE", ColorScheme.LIGHT, 1280);
    browser().open(page, "/people/ministries/new");
    page.locator("#code").fill(ministry);
    page.locator("#name-fr").fill("Service en projet");
    looksRight(page, "ministry-new");
    page.locator("main form button").press("Enter");
    assertThat(page.locator("p.notice[role=status]")).isVisible();

    browser().open(page, "/people/new");
    page.locator("#id").fill(person);
    page.locator("#email").fill(person + "@example.org");
    page.locator("#name-fr").fill("Point de contact en projet");
    page.locator("#ministry").selectOption(ministry);
    looksRight(page, "person-new");
    page.locator("main form button").press("Enter");
    page.waitForURL(url -> url.endsWith("/people/" + person));
    page.locator("form[action$='/invite'] button").press("Enter");
    assertThat(page.locator("p.notice[role=status]")).isVisible();
    looksRight(page, "person");

    browser().open(page, "/people/ministries/" + ministry);
    page.locator("#into").selectOption(into);
    page.locator("form[method=get] button").press("Enter");
    page.locator("#reason").fill("Le nouveau gouvernement réunit les deux.");
    looksRight(page, "ministry-merge");
    page.locator("form[action$='/merge'] button").press("Enter");
    assertThat(page.locator("main .tag")).containsText(into);

    browser().open(page, "/people/" + person);
    assertThat(page.locator("main .page-sum")).containsText(into);
    page.locator("form[action$='/close'] button").press("Enter");
    assertThat(page.locator("main .page-sum .tag")).isVisible();

    Page narrow = browser().signedIn("admin", "nl-BE", ColorScheme.DARK, 390);
    for (String path :
        List.of("/people/" + person, "/people/closed", "/people/be-fin", "/password/forgotten")) {
      browser().open(narrow, path);
      looksRight(narrow, "people-life" + path.replace('/', '-'));
    }
  }
}
