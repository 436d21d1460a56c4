package eu.jalon.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of a commitment, its process diagram, and the form that enters one more. */
class CommitmentPageBrowserTest extends BrowserTest {

  /** Nobody changes this one: France has reported on it, Belgium has taken it in charge. */
  private static final String STANDING = "VD2023-2.03";

  private static final String TO_EXTEND = "VD2023-2.01";

  /** The ministries of justice of both countries are associated. */
  private static final String ASSOCIATED = "VD2023-2.02";

  private static final String NUDGED = "VD2023-2.04";

  @ParameterizedTest
  @CsvSource({
    "coord-be, LIGHT, 1280, Obtenir le mandat, en cours",
    "coord-fr, DARK, 1280, Obtenir le mandat, en cours",
    "be-jus, LIGHT, 360, Het mandaat verkrijgen, nu aan de gang"
  })
  void whereACommitmentStandsInWordsAndInThePicture(
      String person, ColorScheme scheme, int width, String step, String now) {
    Page page = coordinator(person, scheme, width);
    browser().open(page, "/commitments/" + STANDING);
    Locator belgium = page.locator("[aria-labelledby=items] .steps").first();
    assertThat(belgium.locator(".step-NOW")).containsText(step);
    assertThat(belgium.locator(".step-NOW")).containsText(now);
    assertThat(belgium.locator(".step-DONE").first()).isVisible();
    assertThat(belgium.locator(".step-TO_COME").first()).isVisible();

    Locator figure = page.locator("figure.process[data-shown]");
    assertThat(figure).isVisible();
    assertThat(figure.locator(".token-now").first()).isVisible();
    assertThat(figure.locator(".bjs-powered-by")).isVisible();
    looksRight(page, "commitment-" + person + scheme + width);

    Locator models = figure.locator(".process-models button");
    assertThat(models).hasCount(2);
    models.nth(1).press("Enter");
    assertThat(models.nth(1)).hasAttribute("aria-pressed", "true");
    assertThat(figure.locator(".token-badge").getByText(Pattern.compile("BE-IBZ")).first())
        .isAttached();
    assertThat(
            figure
                .locator("svg[aria-hidden]")
                .getByText(step.substring(0, step.indexOf(' ')))
                .first())
        .isAttached();
    looksRight(page, "commitment-track-" + person + scheme + width);
  }

  @Test
  void thePictureIsMovedByKeyboardAndHoldsNobody() {
    Page page = coordinator("coord-fr");
    browser().open(page, "/commitments/" + STANDING);
    assertThat(page.locator("figure.process[data-shown]")).isVisible();
    Locator box = page.locator(".process-box");
    Locator viewport = box.locator("g.viewport");
    box.focus();
    String before = viewport.getAttribute("transform");
    page.keyboard().press("ArrowRight");
    assertThat(viewport.getAttribute("transform")).isNotEqualTo(before);
    String moved = viewport.getAttribute("transform");
    page.locator("[data-zoom=in]").press("Enter");
    assertThat(viewport.getAttribute("transform")).isNotEqualTo(moved);
    box.focus();
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    assertThat((Boolean) page.evaluate("!document.activeElement.closest('.process-box')"))
        .as("Tab leaves the picture")
        .isTrue();
  }

  @Test
  void whoHasToActIsRemindedFromThePageOfACommitment() {
    Page page = coordinator("coord-fr");
    browser().open(page, "/commitments/" + NUDGED);
    Locator act = page.locator("details:has(#reminder-reason)");
    act.locator("summary").press("Enter");
    act.locator("#reminder-reason").fill("Le ministre en parle demain matin.");
    act.locator("button").press("Enter");
    assertThat(page.locator("main > [role=status]")).isVisible();

    act.locator("summary").press("Enter");
    act.locator("#reminder-reason").fill("Le ministre en parle demain matin.");
    act.locator("button").press("Enter");
    assertThat(page.locator("main > [role=alert]")).isVisible();
    assertThat(act.locator("#reminder-reason")).hasValue("Le ministre en parle demain matin.");
  }

  @Test
  void aDateIsMovedByKeyboardAloneAndItsPageTellsTheStory() {
    Page page = coordinator("coord-be");
    browser().open(page, "/commitments/" + TO_EXTEND);
    Locator act = page.locator("details:has(#extend-to)");
    act.locator("summary").press("Enter");
    act.locator("#extend-to").fill("2027-06-15");
    act.locator("#extend-reason").fill("De Franse dienst is pas in juni klaar.");
    act.locator("button").press("Enter");
    page.waitForURL(url -> url.endsWith("/extend/preview"));
    assertThat(page.locator("[aria-labelledby=effect]")).containsText("15 juin 2027");
    looksRight(page, "commitment-extend");
    page.locator("[data-confirm]").press("Enter");
    page.waitForURL(url -> url.endsWith("/" + TO_EXTEND));

    assertThat(page.locator("main > [role=status]")).isVisible();
    Locator moves = page.locator("ol.moves > li");
    assertThat(moves).hasCount(2);
    assertThat(moves.nth(1)).containsText("15 juin 2027");
    assertThat(moves.nth(1)).containsText("De Franse dienst is pas in juni klaar.");
    assertThat(page.locator(".date-line .date-was")).hasCount(1);
    looksRight(page, "commitment-moved");
  }

  @ParameterizedTest
  @CsvSource({
    "fr-jus, LIGHT, 1280, Votre ministère : ministère associé, Note d’un ministère associé",
    "be-jus, DARK, 390, Uw ministerie: betrokken ministerie, Nota van een betrokken ministerie"
  })
  void focalPoints19_anAssociatedMinistryAddsANoteAndAFile(
      String person, ColorScheme scheme, int width, String role, String inHistory) {
    Page page = browser().signedIn(person, "fr-BE", scheme, width);
    browser().open(page, "/commitments/" + ASSOCIATED);
    assertThat(page.locator(".facts")).containsText(role);
    Locator contributions = page.locator("[aria-labelledby=contributions]");
    contributions.locator("summary").last().press("Enter");
    looksRight(page, "contribute-" + person + width);
    contributions
        .locator("#file")
        .setInputFiles(
            new FilePayload(person + ".txt", "text/plain", "Volet pénal".getBytes(UTF_8)));
    contributions.locator("form[action$='/evidence'] button").press("Enter");
    assertThat(contributions.locator("a[download]:has-text('" + person + ".txt')")).isVisible();

    contributions.locator("summary").first().press("Enter");
    contributions.locator("#note").fill("Note de " + person + " sur le volet pénal.");
    contributions.locator("form[action$='/notes'] button").press("Enter");
    assertThat(contributions.locator(".report .prose").last())
        .hasText("Note de " + person + " sur le volet pénal.");
    assertThat(page.locator("[aria-labelledby=history]")).containsText(inHistory);
    looksRight(page, "contributed-" + person + width);

    browser().open(page, "/my-work?q=" + ASSOCIATED);
    assertThat(page.locator("[aria-labelledby=ours] .strong"))
        .hasText(role.substring(role.indexOf(':') + 2));

    Page coordinators = coordinator("coord-fr", scheme, width);
    browser().open(coordinators, "/commitments/" + ASSOCIATED);
    assertThat(coordinators.locator("[aria-labelledby=contributions]"))
        .containsText("Note de " + person);
    assertThat(coordinators.locator("[aria-labelledby=contributions] form")).hasCount(0);
  }

  @ParameterizedTest
  @CsvSource({
    "coord-be, LIGHT, 1280, Een gezamenlijke oefening",
    "coord-fr, DARK, 360, Een gezamenlijke opleiding"
  })
  void oneMoreIsEnteredByKeyboardAloneAndASlipIsSaid(
      String person, ColorScheme scheme, int width, String title) {
    Page page = coordinator(person, scheme, width);
    browser().open(page, "/commitments");
    page.locator("a[href='/commitments/new']").press("Enter");
    page.waitForURL(url -> url.endsWith("/commitments/new"));
    looksRight(page, "commitment-new-" + person + width);
    page.locator("#theme").selectOption("VD2021-0");
    page.locator("#title-fr").fill(title + " (fr)");
    page.locator("#title-nl").fill(title);
    page.locator("#track").selectOption("OPERATIONAL_CAPABILITY");
    page.locator("#lead-BE").selectOption("BE-DEF");
    page.locator("#lead-FR").selectOption("FR-ARM");
    page.locator("#accountable-BE").press("Space");
    page.locator("#associated-BE-IBZ").press("Space");
    page.locator("#when-date").press("Space");
    page.locator("main form .btn-primary").press("Enter");

    assertThat(page.locator("[role=alert]")).isVisible();
    assertThat(page.locator("#title-nl")).hasValue(title);
    assertThat(page.locator("#lead-FR")).hasValue("FR-ARM");
    assertThat(page.locator("#associated-BE-IBZ")).isChecked();
    looksRight(page, "commitment-new-refused-" + person + width);
    page.locator("#when-summit").press("Space");
    page.locator("#days").fill("45");
    page.locator("#unit").selectOption("working");
    page.locator("main form .btn-primary").press("Enter");

    page.waitForURL(Pattern.compile(".*/commitments/VD2021-0\\.\\d+$"));
    assertThat(page.locator("main > [role=status]")).isVisible();
    assertThat(page.locator("h1")).containsText(title);
    assertThat(page.locator(".step-NOW")).hasCount(2);
    assertThat(page.locator("figure.process[data-shown] .token-now").first()).isVisible();
    looksRight(page, "commitment-entered-" + person + width);
  }
}
