package eu.jalon.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import eu.jalon.application.RaceMeetings;
import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.commitment.Commitments;
import eu.jalon.commitment.Leads;
import eu.jalon.commitment.Track;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.commitment.entry.ManualEntry;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Parties;
import eu.jalon.directory.Person;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The closing of a summit of a series of its own, from the first answer to the confirmation. */
class ClosingBrowserTest extends BrowserTest {

  private static final String REASON = "Le sommet a eu lieu, les deux pays en tirent les suites.";

  @AfterEach
  void end() {
    meetings().end();
  }

  @ParameterizedTest
  @CsvSource({"coord-be, coord-fr, LIGHT, 1280", "coord-fr, coord-be, DARK, 390"})
  void coordinators10_aSummitIsClosedByBothCoordinationsOnOnePageAndReopened(
      String proposer, String other, ColorScheme scheme, int width) {
    String meeting = meetings().add();
    CommitmentRef fulfilled = entered(meeting, "Faire " + proposer);
    CommitmentRef carried = entered(meeting, "Continuer " + proposer);
    List<String> before = items(fulfilled, carried);
    Page page = coordinator(proposer, scheme, width);
    browser().open(page, "/summits/" + meeting + "/closing");
    Locator rows = page.locator("tbody tr");
    assertThat(rows).hasCount(2);

    page.locator("input[value='" + fulfilled + "']").check();
    answer(page, "FULFILLED");
    page.locator("#unanswered").check();
    answer(page, "CARRY_OVER");
    looksRight(page, "closing-" + proposer + width);
    page.locator("#held-on").fill("2027-02-26");
    page.locator("#close-reason").fill(REASON);
    page.locator("[aria-labelledby=close] .btn-primary").press("Enter");
    page.waitForURL(Pattern.compile(".*/close/preview$"));
    assertThat(page.locator("[aria-labelledby=effect] li")).hasCount(3);
    looksRight(page, "closing-preview-" + proposer + width);
    page.locator("[data-confirm]").press("Enter");
    page.waitForURL(Pattern.compile(".*/" + meeting + "/closing$"));
    assertThat(page.locator("#proposals")).containsText(REASON);

    Page second = coordinator(other, scheme, width);
    browser().open(second, "/proposals");
    second
        .locator("section[aria-label='" + meeting + "'] a[href$='/closing']")
        .last()
        .press("Enter");
    second.waitForURL(Pattern.compile(".*/" + meeting + "/closing$"));
    looksRight(second, "closing-confirm-" + other + width);
    second.locator("[data-confirm-proposal]").press("Enter");
    assertThat(second.locator("main > [role=status]")).isVisible();

    Assertions.assertThat(status(fulfilled)).isEqualTo(CommitmentStatus.FULFILLED);
    Assertions.assertThat(status(carried)).isEqualTo(CommitmentStatus.CARRIED_OVER);
    Assertions.assertThat(items(fulfilled, carried)).isEmpty();

    browser().open(second, "/summits");
    Locator undo = second.locator("details:has(#undo-" + meeting + "-reason)");
    undo.locator("summary").press("Enter");
    undo.locator("textarea").fill(REASON);
    looksRight(second, "closing-undo-" + other + width);
    undo.locator("[data-undo]").press("Enter");
    assertThat(second.locator("main > [role=status]")).isVisible();
    browser().open(page, "/proposals");
    page.locator("section[aria-label='" + meeting + "'] [data-confirm-proposal]").press("Enter");
    assertThat(page.locator("main > [role=status]")).isVisible();

    Assertions.assertThat(status(fulfilled)).isEqualTo(CommitmentStatus.IN_PROGRESS);
    Assertions.assertThat(status(carried)).isEqualTo(CommitmentStatus.IN_PROGRESS);
    Assertions.assertThat(items(fulfilled, carried)).isEqualTo(before);
  }

  @Test
  void coordinators10_theCoordinationsAreAskedForTheirAnswerOnThePage() {
    String meeting = meetings().add();
    CommitmentRef ref = entered(meeting, "Demander");
    Page page = coordinator("coord-be", ColorScheme.LIGHT, 1280);
    browser().open(page, "/summits/" + meeting + "/closing");
    looksRight(page, "closing-ask");

    page.locator("[data-ask]").press("Enter");

    assertThat(page.locator("main > [role=status]")).isVisible();
    assertThat(page.locator("[data-ask]")).hasCount(0);
    Assertions.assertThat(items(ref))
        .filteredOn(item -> item.contains(" decideClosing "))
        .hasSize(2);
    page.locator("#unanswered").check();
    answer(page, "CARRY_OVER");
    Assertions.assertThat(items(ref))
        .filteredOn(item -> item.contains(" decideClosing "))
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains("FR-");
  }

  private static void answer(Page page, String decision) {
    page.locator("#decision-" + decision).check();
    page.locator("#closing-reason").fill(REASON);
    // The page after the first answer looks like the page after the second.
    page.evaluate("() => (document.body.id = 'unsent')");
    page.locator("[data-answer]").press("Enter");
    assertThat(page.locator("#unsent")).hasCount(0);
    assertThat(page.locator("main > [role=status]")).isVisible();
  }

  private RaceMeetings meetings() {
    return new RaceMeetings(bean(Parties.class), bean(JdbcClient.class));
  }

  /** The open items of commitments, with step, ministry and due date. */
  private List<String> items(CommitmentRef... refs) {
    return bean(JdbcClient.class)
        .sql(
            """
            select ref || ' ' || step || ' ' || ministry || ' ' || cast(due_on as varchar)
            from action_item
            where status = 'OPEN' and ref in (:refs)
            order by 1
            """)
        .param("refs", Stream.of(refs).map(CommitmentRef::value).toList())
        .query(String.class)
        .list();
  }

  private CommitmentStatus status(CommitmentRef ref) {
    return bean(Commitments.class).get(ref, coordinator()).status();
  }

  private Person coordinator() {
    return bean(Directory.class).person(new PersonId("coord-be")).orElseThrow();
  }

  private CommitmentRef entered(String meeting, String title) {
    return bean(ManualEntry.class)
        .enter(
            new ManualEntry.ManualCommitment(
                new MeetingId(meeting),
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
            coordinator());
  }
}
