package eu.jalon.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The home page: what is late, what waits for the coordinator, and the figures behind the charts.
 */
class HomePageBrowserTest extends BrowserTest {

  @ParameterizedTest
  @ValueSource(strings = {"coord-be", "coord-fr"})
  void fromHomeToWhatIsLate(String person) {
    Page page = coordinator(person);
    browser().open(page, "/");
    assertThat(page.locator(".countdown-number")).isVisible();
    Browser.picture(page, "home-" + person);
    assertThat(page.locator(".late-side .country").first())
        .hasText("coord-be".equals(person) ? "BE" : "FR");
    page.locator(".late-table tbody a").first().click();
    page.waitForURL(url -> url.contains("/overdue?ministry="));
    assertThat(page.locator("main h1")).isVisible();
  }

  @Test
  void whatWaitsLeadsToWhereItIsDone() {
    Page page = coordinator("coord-fr");
    browser().open(page, "/");
    Locator oldest = page.locator(".mine-list .mine-oldest[href^='/tasks/']").first();
    assertThat(oldest).isVisible();
    oldest.press("Enter");
    page.waitForURL(url -> url.contains("/camunda/app/tasklist/") && url.contains("task="));
  }

  @Test
  void theNumbersBehindThePicturesOpenByKeyboardAlone() {
    Page page = coordinator("coord-be");
    browser().open(page, "/");
    for (String section : new String[] {"late", "trend", "themes"}) {
      Locator behind = page.locator("section[aria-labelledby=" + section + "] .behind");
      assertThat(behind.locator("table")).not().isVisible();
      behind.locator("summary").press("Enter");
      assertThat(behind.locator("tbody tr").first()).isVisible();
    }
    assertThat(page.locator(".trend polyline")).hasCount(3);
    assertThat(page.locator(".trend-now")).hasCount(3);
    looksRight(page, "home-figures");
  }
}
