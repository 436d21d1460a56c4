package eu.jalon.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItemFilter;
import eu.jalon.actionitem.ActionItemView;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.actionitem.evidence.EvidenceFile;
import eu.jalon.actionitem.evidence.EvidenceFiles;
import eu.jalon.actionitem.form.Step;
import eu.jalon.actionitem.form.StepForm;
import eu.jalon.commitment.Commitments;
import eu.jalon.commitment.ProgressReport;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.mail.EmailFilter;
import eu.jalon.mail.MailQueue;
import eu.jalon.shared.PersonId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The embedded form of a task in Tasklist, in a browser whose language differs from the account.
 */
class TaskFormBrowserTest extends BrowserTest {

  private static final Pattern LINK =
      Pattern.compile("http://127\\.0\\.0\\.1:\\d+/tasks/([0-9a-f-]+)\\s");

  private static final eu.jalon.shared.paging.Page.Request FIRST =
      new eu.jalon.shared.paging.Page.Request(0, 50);

  @Autowired private MailQueue mailQueue;
  @Autowired private Directory directory;
  @Autowired private ActionItems items;
  @Autowired private Commitments commitments;
  @Autowired private EvidenceFiles evidence;

  @ParameterizedTest
  @CsvSource({
    "be-ibz, en-GB, fr, Mon ministère, Envoyer et terminer cette action",
    "be-ami, fr-FR, nl, Mijn ministerie, Melden en actiepunt afronden"
  })
  void focalPoints4_focalPoints6_fromALetterToAReportWithAFile(
      String who, String browserLanguage, String language, String filter, String button) {
    Person person = directory.person(new PersonId(who)).orElseThrow();
    ActionItem item = reportAskedOf(person);
    Page page = browser().window(browserLanguage, ColorScheme.LIGHT, 1280);

    page.navigate(address() + "/tasks/" + item.id());
    Browser.signIn(page, who);
    page.waitForURL(url -> url.contains("/camunda/app/tasklist/") && url.contains(item.id()));
    page.locator("#progressText").waitFor();
    assertThat(page.locator("#jalon-title")).isFocused();
    assertThat(page.locator("#progressText")).isEditable();
    assertThat(page.locator("html")).hasAttribute("lang", language);
    assertThat(page.locator(".task-filters")).containsText(filter);
    assertThat(page.locator(".jalon-commitment")).containsText(item.ref().value());

    Locator files = page.locator("#evidenceFiles");
    files.setInputFiles(file("dessin.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"));
    assertThat(page.locator("#evidenceFiles-error")).containsText("dessin.svg");
    // The browser reports the refusal by the server, and nothing else.
    assertThat(browser().errors()).allMatch(error -> error.contains("a status of 400")).hasSize(1);
    browser().errors().clear();
    files.setInputFiles(file("compte-rendu.pdf", "%PDF-1.4\n%âãÏÓ\n1 0 obj\n"));
    assertThat(page.locator(".jalon-files li")).hasCount(1);
    page.locator("#progressText").fill("Les deux équipes travaillent ensemble depuis mars.");
    page.locator("#nextOn").fill("2027-05-10");
    assertThat(page.locator(".jalon-kept")).isVisible();

    page.reload();
    assertThat(page.locator("#progressText"))
        .hasValue("Les deux équipes travaillent ensemble depuis mars.");
    assertThat(page.locator("#nextOn")).hasValue("2027-05-10");
    assertThat(page.locator(".jalon-files li")).hasCount(1);
    page.locator("#progressStatus").selectOption("DONE");
    Locator send = page.locator(".form-actions .btn-primary");
    assertThat(send).hasText(button);
    assertThat(Browser.violationsIn(page, "form[name=jalonForm]")).isEmpty();
    Browser.picture(page, "form-" + language);
    send.click();
    page.locator("#progressText")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    assertThat(page.locator(".jalon-sent")).containsText(title(item, person));
    assertThat(Browser.violationsIn(page, ".jalon-sent")).isEmpty();
    page.locator(".jalon-next-item").click();
    page.locator("#jalon-title").waitFor();
    assertThat(page.locator(".jalon-sent")).hasCount(0);

    ProgressReport report = commitments.reports(item.ref()).get(0);
    assertThat(report.nextOn()).isEqualTo(LocalDate.of(2027, 5, 10));
    assertThat(evidence.of(item.ref()))
        .extracting(EvidenceFile::mediaType, EvidenceFile::reportedAt)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("application/pdf", report.at()));
    assertThat(items.get(item.id(), person).item().status()).isEqualTo(ActionItem.Status.DONE);
  }

  @Test
  void theKeyboardAloneIsEnoughOnANarrowScreen() {
    Person person = directory.person(new PersonId("fr-arm")).orElseThrow();
    ActionItem item =
        items.page(ActionItemFilter.none(), person, FIRST).items().stream()
            .map(ActionItemView::item)
            .filter(each -> each.step() == Step.TAKE_CHARGE)
            .findFirst()
            .orElseThrow();
    Page page = browser().window("fr-FR", ColorScheme.LIGHT, 360);

    page.navigate(address() + "/tasks/" + item.id());
    assertThat(page.locator("input[name=username]")).isFocused();
    page.keyboard().type("fr-arm");
    page.keyboard().press("Tab");
    page.keyboard().type("jalon-demo");
    page.keyboard().press("Enter");
    page.waitForURL(url -> url.contains("/camunda/app/tasklist/") && url.contains(item.id()));
    page.locator("#takeChargeNote").waitFor();
    assertThat(page.locator("#takeChargeNote")).isEditable();
    assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .isTrue();
    Browser.picture(page, "form-narrow");
    tabTo(page, "#takeChargeNote");
    page.keyboard().type("Nous nous en chargeons.");
    tabTo(page, ".form-actions .btn-primary");
    page.keyboard().press("Enter");
    page.locator("#takeChargeNote")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));

    assertThat(items.get(item.id(), person).item().status()).isEqualTo(ActionItem.Status.DONE);
  }

  private String title(ActionItem item, Person person) {
    return items.get(item.id(), person).title().in(person.language());
  }

  private static void tabTo(Page page, String selector) {
    for (int i = 0; i < 200; i++) {
      if ((Boolean) page.evaluate("s => document.activeElement.matches(s)", selector)) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("No way to " + selector + " by keyboard");
  }

  /** The first action of the person's email that asks for a report. */
  private ActionItem reportAskedOf(Person person) {
    String email =
        mailQueue
            .page(
                new EmailFilter(null, person.id().value(), null, null),
                new eu.jalon.shared.paging.Page.Request(0, 1))
            .items()
            .stream()
            .map(each -> mailQueue.preview(each.id()).orElseThrow().text())
            .findFirst()
            .orElseThrow();
    return LINK.matcher(email)
        .results()
        .map((MatchResult link) -> items.get(link.group(1), person).item())
        .filter(item -> item.step().form() == StepForm.REPORT)
        .findFirst()
        .orElseThrow();
  }

  private static FilePayload file(String name, String content) {
    return new FilePayload(
        name, "application/octet-stream", content.getBytes(StandardCharsets.ISO_8859_1));
  }
}
