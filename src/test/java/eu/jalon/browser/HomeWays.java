package eu.jalon.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a coordinator sees first, and where it leads. */
interface HomeWays extends Ways {

  @ParameterizedTest
  @ValueSource(strings = {"coord-be", "coord-fr"})
  default void fromHomeToWhatIsLate(String person) {
    Page page = coordinator(person);
    browser().open(page, "/");
    assertThat(page.locator(".countdown-number")).isVisible();
    page.locator(".late-table tbody a").first().click();
    page.waitForURL(url -> url.contains("/overdue?ministry="));
    assertThat(page.locator("main h1")).isVisible();
  }
}
