package eu.jalon.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import eu.jalon.commitment.Leads;
import eu.jalon.commitment.Track;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.commitment.entry.ManualEntry;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Acts of coordinators on a commitment, each shown before it is done. */
class ActsBrowserTest extends BrowserTest {

  private static final String REASON = "Le texte adopté le dit autrement.";

  @ParameterizedTest
  @CsvSource({"coord-be, LIGHT, 1280", "coord-fr, DARK, 390"})
  void coordinators6_aCommitmentIsCorrectedAfterItsEffectWasShown(
      String person, ColorScheme scheme, int width) {
    CommitmentRef ref = entered("Corriger " + person);
    Page page = coordinator(person, scheme, width);
    browser().open(page, "/commitments/" + ref);
    page.locator("a[href$='/edit']").press("Enter");
    page.waitForURL(Pattern.compile(".*/edit$"));
    assertThat(page.locator("#when-summit")).isChecked();
    assertThat(page.locator("#days")).hasValue("30");
    page.locator("#title-fr").fill("Corrigée par " + person);
    page.locator("#track").selectOption("LEGAL_INSTRUMENT");
    page.locator("#edit-reason").fill(REASON);
    page.locator("main form .btn-primary").last().press("Enter");

    Locator effect = page.locator("[aria-labelledby=effect]");
    assertThat(effect).containsText("Corrigée par " + person);
    looksRight(page, "commitment-edit-" + person + width);
    effect.locator("[data-confirm]").press("Enter");

    page.waitForURL(Pattern.compile(".*/" + Pattern.quote(ref.value()) + "$"));
    assertThat(page.locator("main > [role=status]")).isVisible();
    assertThat(page.locator("main")).containsText("Corrigée par " + person);
    assertThat(page.locator("[aria-labelledby=history]")).containsText(REASON);
    looksRight(page, "commitment-corrected-" + person + width);
  }

  @ParameterizedTest
  @CsvSource({"coord-be, DARK, 390", "coord-fr, LIGHT, 1280"})
  void coordinators3_aCommitmentIsWithdrawnAndReopenedByKeyboardAlone(
      String person, ColorScheme scheme, int width) {
    CommitmentRef ref = entered("Retirer " + person);
    Page page = coordinator(person, scheme, width);
    browser().open(page, "/commitments/" + ref);

    act(page, "withdraw");
    assertThat(page.locator("[aria-labelledby=effect] li")).hasCount(2);
    looksRight(page, "commitment-withdraw-" + person + width);
    page.locator("[data-confirm]").press("Enter");
    page.waitForURL(Pattern.compile(".*/" + Pattern.quote(ref.value()) + "$"));
    assertThat(page.locator("#proposals")).containsText(REASON);
    assertThat(page.locator(".step-NOW")).hasCount(2);
    looksRight(page, "commitment-proposed-" + person + width);

    Page other = coordinator(person.equals("coord-be") ? "coord-fr" : "coord-be", scheme, width);
    browser().open(other, "/");
    other.locator(".mine-list a[href='/proposals']").press("Enter");
    other.waitForURL(Pattern.compile(".*/proposals$"));
    looksRight(other, "proposals-" + person + width);
    other.locator("section[aria-label='" + ref + "'] [data-confirm-proposal]").press("Enter");
    assertThat(other.locator("main > [role=status]")).isVisible();

    browser().open(page, "/commitments/" + ref);
    assertThat(page.locator(".ending")).containsText(REASON);
    assertThat(page.locator(".step-NOW")).hasCount(0);

    act(page, "reopen");
    assertThat(page.locator("[aria-labelledby=effect] li")).hasCount(2);
    page.locator("[data-confirm]").press("Enter");
    page.waitForURL(Pattern.compile(".*/" + Pattern.quote(ref.value()) + "$"));
    assertThat(page.locator(".step-NOW")).hasCount(2);
    looksRight(page, "commitment-reopened-" + person + width);
  }

  /** Gives the reason of an act and asks for its effect. */
  private static void act(Page page, String name) {
    Locator act = page.locator("details:has(#" + name + "-reason)");
    act.locator("summary").press("Enter");
    act.locator("#" + name + "-reason").fill(REASON);
    act.locator("button").press("Enter");
    page.waitForURL(Pattern.compile(".*/" + name + "/preview$"));
  }

  /** Enters a commitment that no other test knows. */
  private CommitmentRef entered(String title) {
    Person coordinator = bean(Directory.class).person(new PersonId("coord-be")).orElseThrow();
    return bean(ManualEntry.class)
        .enter(
            new ManualEntry.ManualCommitment(
                new MeetingId("DEF2018"),
                0,
                Texts.text(title, title + " (nl)"),
                null,
                Track.OPERATIONAL_CAPABILITY,
                Leads.of(
                    List.of(new MinistryCode("BE-IBZ"), new MinistryCode("FR-INT")),
                    new PartyCode("BE"),
                    List.of()),
                DeadlineRule.parse("S-30wd"),
                null),
            coordinator);
  }
}
