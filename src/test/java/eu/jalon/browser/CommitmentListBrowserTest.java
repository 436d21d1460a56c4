package eu.jalon.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of commitments: search, columns and saved views. */
class CommitmentListBrowserTest extends BrowserTest {

  @ParameterizedTest
  @CsvSource({"coord-be, LIGHT, 1280", "coord-fr, DARK, 360"})
  void searchesWhileTypingAndKeepsTheListAsAView(String person, ColorScheme scheme, int width) {
    String name = "Tournai " + scheme + width;
    Page page = coordinator(person, scheme, width);
    browser().open(page, "/commitments?sort=ref");
    page.locator("#q").pressSequentially("ccpd tourn");
    Locator rows = page.locator("#results tbody tr");
    assertThat(rows).hasCount(1);
    assertThat(rows.first()).containsText("VD2023-2.06");
    assertThat(page).hasURL(Pattern.compile(".*/commitments\\?q=ccpd%20tourn&sort=ref"));

    Locator columns = page.locator("details:has(#column-associated) > summary");
    columns.press("Enter");
    page.locator("#column-associated").press("Space");
    page.locator("#column-reported").press("Space");
    assertThat(page.locator("#results thead")).containsText("Associés");
    assertThat(page)
        .hasURL(Pattern.compile(".*columns=leads%2Cassociated%2Cdue%2Cstate%2Creported.*"));

    page.locator(".keep-view > summary").press("Enter");
    page.locator("#view-name").fill(name);
    page.locator("#view-name").press("Enter");
    Locator view = page.locator(".view", new Page.LocatorOptions().setHasText(name));
    assertThat(view).hasAttribute("aria-current", "true");
    assertThat(page.locator("[role=status].notice")).isVisible();
    looksRight(page, "list-view-" + person + scheme + width);

    browser().open(page, "/commitments?sort=ref");
    assertThat(rows).not().hasCount(1);
    assertThat(view).not().hasAttribute("aria-current", "true");
    view.press("Enter");
    assertThat(rows).hasCount(1);
    assertThat(page.locator("#results thead")).containsText("Associés");

    page.locator(".views-manage > summary").press("Enter");
    looksRight(page, "list-views-" + person + scheme + width);
    page.locator(".views-line", new Page.LocatorOptions().setHasText(name))
        .locator("form[action$='/remove'] button")
        .press("Enter");
    assertThat(view).hasCount(0);
    assertThat(rows).hasCount(1);
  }

  @ParameterizedTest
  @CsvSource({"coord-be", "coord-fr"})
  void aViewOpensTheListUntilItNoLongerDoes(String person) {
    Page page = coordinator(person);
    browser().open(page, "/commitments?q=frontex&sort=ref");
    page.locator(".keep-view > summary").click();
    page.locator("#view-name").fill("Frontex");
    page.locator("#view-opening").check();
    page.locator(".keep-view form button").click();
    assertThat(page.locator(".view[aria-current] svg")).isVisible();

    page.locator(".mainnav a[href='/commitments']").click();
    assertThat(page.locator("#q")).hasValue("frontex");
    page.locator(".filters-end a").click();
    assertThat(page.locator("#q")).hasValue("");

    Locator own = page.locator(".views-line", new Page.LocatorOptions().setHasText("Frontex"));
    page.locator(".views-manage > summary").click();
    own.locator("form[action$='/opening'] button").click();
    assertThat(page.locator(".view svg")).hasCount(0);
    page.locator(".views-manage > summary").click();
    own.locator("input[type=text]").fill("Frontex");
    own.locator("form[action$='/rename'] button").click();
    assertThat(page.locator("[role=status].notice")).isVisible();
    page.locator(".views-manage > summary").click();
    own.locator("form[action$='/remove'] button").click();
    assertThat(own).hasCount(0);
    browser().open(page, "/commitments");
    assertThat(page.locator("#q")).hasValue("");
  }

  @Test
  void aNameThatIsTakenIsRefusedAndNotLost() {
    Page page = coordinator("coord-fr");
    browser().open(page, "/commitments?status=FULFILLED&sort=ref");
    for (int i = 0; i < 2; i++) {
      page.locator(".keep-view:not([open]) > summary").click();
      page.locator("#view-name").fill(i == 0 ? "Fini" : "FINI");
      page.locator(".keep-view form button").click();
      assertThat(page.locator(i == 0 ? "[role=status].notice" : "[role=alert]")).isVisible();
    }
    assertThat(page.locator("#view-name")).hasValue("FINI");
    assertThat(page.locator("#view-name")).isVisible();
    page.locator(".views-manage > summary").click();
    page.locator(".views-line", new Page.LocatorOptions().setHasText("Fini"))
        .locator("form[action$='/remove'] button")
        .click();
    assertThat(page.locator("[role=status].notice")).isVisible();
  }

  @ParameterizedTest
  @CsvSource({"coord-be, DARK, 360", "coord-fr, LIGHT, 1280"})
  void everyColumnFitsAndNothingFoundIsSaid(String person, ColorScheme scheme, int width) {
    Page page = coordinator(person, scheme, width);
    browser()
        .open(
            page,
            "/commitments?columns=track,theme,leads,associated,due,rule,slips,priority,state,reported"
                + "&accountable=BE&dueUntil=2027-12-31&sort=dueOn");
    assertThat(page.locator("#results tbody tr").first()).isVisible();
    assertThat(page.locator("#accountable")).isVisible();
    looksRight(page, "list-columns-" + person + scheme + width);
    browser().open(page, "/commitments?q=zzzz");
    assertThat(page.locator("#results .empty a")).isVisible();
    looksRight(page, "list-nothing-" + person + scheme + width);
  }
}
