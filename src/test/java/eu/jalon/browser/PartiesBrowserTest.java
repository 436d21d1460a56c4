package eu.jalon.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An administrator describes parties and series; their coordinators enter meetings. */
class PartiesBrowserTest extends BrowserTest {

  @Test
  void anAdministratorMakesASeriesOfTwoPartiesAndOneOfThree() {
    Page page = browser().signedIn("admin", "nl-BE", ColorScheme.LIGHT, 1280);
    party(page, "NL", "Nederland", "Europe/Amsterdam", "NL-AZ");
    party(page, "LU", "Luxemburg", "Europe/Luxembourg", "LU-ME");
    series(page, "BN", "België–Nederland", List.of("BE", "NL"));
    series(page, "BNL", "Benelux", List.of("BE", "NL", "LU"));
    looksRight(page, "parties");
    assertThat(page.locator("a[href$='/series/BNL']")).hasText("Benelux");

    Page coordinator = coordinator("coord-be");
    meeting(coordinator, "BNL");
    looksRight(coordinator, "series-meetings");
    meeting(coordinator, "BN");
    browser().open(coordinator, "/commitments/new");
    assertThat(coordinator.locator("#days")).hasValue("20");
    assertThat(coordinator.locator("#unit")).hasValue("working");
    looksRight(coordinator, "series-new-commitment");
    browser().open(coordinator, "/");
    looksRight(coordinator, "series-home");
    choose(coordinator, "");
    assertThat(coordinator.locator("main")).containsText("Val Duchesse");

    browser().open(page, "/series/BN");
    page.locator("#party-2").selectOption("");
    page.locator("#party-2").evaluate("box => box.required = false");
    page.locator("main form button").press("Enter");
    assertThat(page.locator("p.notice-bad")).containsText("BN");
    looksRight(page, "parties-series-refused");

    Page narrow = browser().signedIn("admin", "de-DE", ColorScheme.DARK, 390);
    for (String path : List.of("/parties", "/parties/NL", "/series/BNL")) {
      browser().open(narrow, path);
      looksRight(narrow, "parties-narrow" + path.replace('/', '-'));
    }
  }

  private void meeting(Page page, String series) {
    String id = series + "2028";
    browser().open(page, "/summits");
    choose(page, series);
    assertThat(page.locator(".series-list > li")).hasCount(0);
    page.locator("#c-id").fill(id);
    page.locator("#c-date").fill("2028-05-10");
    page.locator("#c-nl").fill("Top " + id);
    page.locator("#c-id").press("Enter");
    assertThat(page.locator(".series-list > li")).hasCount(1);
    assertThat(page.locator(".series-list")).containsText(id);
  }

  private static void choose(Page page, String series) {
    String button = ".series-choice button[value='" + series + "']";
    page.locator(button).press("Enter");
    assertThat(page.locator(button + "[aria-pressed=true]")).isVisible();
  }

  private void party(Page page, String code, String name, String zone, String ministry) {
    browser().open(page, "/parties/new");
    page.locator("#code").fill(code);
    page.locator("#name-nl").fill(name);
    page.locator("#calendar").selectOption(code.toLowerCase(java.util.Locale.ROOT));
    page.locator("#zone").fill(zone);
    page.locator("#bridging").fill("2027-05-07");
    page.locator("#ministry").fill(ministry);
    page.locator("#ministry-name-nl").fill("Coördinatie " + name);
    looksRight(page, "parties-new-" + code);
    page.locator("main form button").press("Enter");
    page.waitForURL(url -> url.endsWith("/parties"));
  }

  private void series(Page page, String id, String name, List<String> parties) {
    browser().open(page, "/series/new");
    page.locator("#id").fill(id);
    page.locator("#name-nl").fill(name);
    for (int at = 0; at < parties.size(); at++) {
      page.locator("#party-" + (at + 1)).selectOption(parties.get(at));
    }
    page.locator("#language-1").selectOption("nl");
    page.locator("#deadline-summit").check();
    page.locator("#days").fill("20");
    page.locator("#unit").selectOption("working");
    page.locator("#leads-some").check();
    looksRight(page, "parties-series-new-" + id);
    page.locator("main form button").press("Enter");
    page.waitForURL(url -> url.endsWith("/parties"));
  }
}
