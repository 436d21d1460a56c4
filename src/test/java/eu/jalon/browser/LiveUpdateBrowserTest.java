package eu.jalon.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItemView;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.commitment.Priority;
import eu.jalon.commitment.action.CommitmentActions;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.PersonId;
import java.util.List;
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

  @Test
  void focalPoints14_aRefusalStaysWhileOthersChangeSomething() {
    Page page = coordinator("coord-be");
    String path = "/tasks/" + openItem("VD2023-4.07") + "/answer";
    browser().open(page, path);
    Locator form = page.locator("form[action$='/more-time']");
    form.evaluate("form => form.noValidate = true");
    page.locator("#deadline").fill("2026-12-01");
    page.locator("#time-reason").fill("Le comité se réunit plus tard.");
    form.locator("button.btn-primary").click();
    Locator refusal = page.locator("[aria-labelledby=more-time] [role=alert]");
    assertThat(refusal).isVisible();

    Person other = bean(Directory.class).person(new PersonId("coord-fr")).orElseThrow();
    // The page requests itself once it has merged the answer to its last request.
    for (Priority priority : List.of(Priority.HIGH, Priority.NORMAL)) {
      page.waitForResponse(
          answer -> answer.url().endsWith(path),
          () ->
              bean(CommitmentActions.class)
                  .prioritise(
                      new CommitmentRef("VD2023-4.05"), priority, "Dit par un programme", other));
    }
    assertThat(refusal).isVisible();
    assertThat(page.locator("#deadline")).hasValue("2026-12-01");
  }

  private String openItem(String ref) {
    return bean(ActionItems.class).of(new CommitmentRef(ref)).stream()
        .map(ActionItemView::item)
        .filter(item -> item.status() == ActionItem.Status.OPEN)
        .findFirst()
        .orElseThrow()
        .id();
  }

  /** Unfolds whatever an element is folded into. */
  private static final String OPEN_AROUND =
      "e => { for (let d = e.closest('details'); d; d = d.parentElement.closest('details'))"
          + " d.open = true; }";
}
