package eu.jalon.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A coordinator adds a ministry and a person, merges the ministry, and closes the account. */
class PeopleLifeBrowserTest extends BrowserTest {

  @Test
  void aPersonComesMovesWithAMinistryAndLeaves() {
    Page page = browser().signedIn("coord-be", "fr-BE", ColorScheme.LIGHT, 1280);
    browser().open(page, "/people/ministries/new");
    page.locator("#code").fill("BE-TST");
    page.locator("#name-fr").fill("Service en projet");
    looksRight(page, "ministry-new");
    page.locator("main form button").press("Enter");
    assertThat(page.locator("p.notice[role=status]")).isVisible();

    browser().open(page, "/people/new");
    page.locator("#id").fill("be-tst");
    page.locator("#email").fill("be-tst@example.org");
    page.locator("#name-fr").fill("Point de contact en projet");
    page.locator("#ministry").selectOption("BE-TST");
    looksRight(page, "person-new");
    page.locator("main form button").press("Enter");
    page.waitForURL(url -> url.endsWith("/people/be-tst"));
    page.locator("form[action$='/invite'] button").press("Enter");
    assertThat(page.locator("p.notice[role=status]")).isVisible();
    looksRight(page, "person");

    browser().open(page, "/people/ministries/BE-TST");
    page.locator("#into").selectOption("BE-FIN");
    page.locator("form[method=get] button").press("Enter");
    page.locator("#reason").fill("Le nouveau gouvernement réunit les deux.");
    looksRight(page, "ministry-merge");
    page.locator("form[action$='/merge'] button").press("Enter");
    assertThat(page.locator("main .tag")).containsText("BE-FIN");

    browser().open(page, "/people/be-tst");
    assertThat(page.locator("main .page-sum")).containsText("BE-FIN");
    page.locator("form[action$='/close'] button").press("Enter");
    assertThat(page.locator("main .page-sum .tag")).isVisible();

    Page narrow = browser().signedIn("admin", "nl-BE", ColorScheme.DARK, 390);
    for (String path :
        List.of("/people/be-tst", "/people/closed", "/people/be-fin", "/password/forgotten")) {
      browser().open(narrow, path);
      looksRight(narrow, "people-life" + path.replace('/', '-'));
    }
  }
}
