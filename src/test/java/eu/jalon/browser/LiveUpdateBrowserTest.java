package eu.jalon.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import eu.jalon.commitment.Priority;
import eu.jalon.commitment.action.CommitmentActions;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.PersonId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Open pages show what other users and programs change, and keep what is being typed. */
class LiveUpdateBrowserTest extends BrowserTest {

  @ParameterizedTest
  @CsvSource({"coord-be, coord-fr, VD2023-4.01", "coord-fr, coord-be, VD2023-4.02"})
  void aPageShowsWhatOthersDidAndKeepsWhatIsTyped(String reader, String other, String ref) {
    Page page = coordinator(reader);
    browser().open(page, "/commitments/" + ref);
    page.locator("form[action$='/withdraw/preview']").first().evaluate(OPEN_AROUND);
    var reason = page.locator("form[action$='/withdraw/preview'] [name=reason]");
    reason.fill("Une raison en cours de saisie");

    Page others = coordinator(other);
    browser().open(others, "/commitments/" + ref);
    others.locator("form[action$='/priority']").first().evaluate(OPEN_AROUND);
    others.locator("#priority-HIGH").check();
    others.locator("form[action$='/priority'] [name=reason]").fill("Raison dite par l’autre");
    others.locator("form[action$='/priority'] button").press("Enter");
    assertThat(others.locator("main > [role=status]")).isVisible();

    assertThat(page.locator("main")).containsText("Raison dite par l’autre");
    assertThat(reason).hasValue("Une raison en cours de saisie");
    assertThat(others.locator("main > [role=status]")).isVisible();
    looksRight(page, "live-" + reader);
  }

  /** What is done beside any page, by a program or another node, is seen as well. */
  @Test
  void aListShowsWhatWasDoneElsewhere() {
    Page page = coordinator("coord-be");
    browser().open(page, "/commitments/VD2023-4.03");
    Person other = bean(Directory.class).person(new PersonId("coord-fr")).orElseThrow();
    bean(CommitmentActions.class)
        .prioritise(new CommitmentRef("VD2023-4.03"), Priority.HIGH, "Dit par un programme", other);
    assertThat(page.locator("main")).containsText("Dit par un programme");
  }

  /** Unfolds whatever an element is folded into. */
  private static final String OPEN_AROUND =
      "e => { for (let d = e.closest('details'); d; d = d.parentElement.closest('details'))"
          + " d.open = true; }";
}
