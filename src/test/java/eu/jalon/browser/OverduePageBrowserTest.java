package eu.jalon.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import eu.jalon.RegisterCopies;
import eu.jalon.commitment.Commitments;
import eu.jalon.commitment.action.CommitmentActions;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.mail.Email;
import eu.jalon.mail.MailQueue;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The overdue page: filters, downloads and actions on several items. Works on theme 1 of VD2023.
 */
class OverduePageBrowserTest extends BrowserTest {

  private static final String THEME = "/overdue?theme=VD2023-1";
  private static final String REASON = "Le cabinet demande où en est le dossier.";

  @ParameterizedTest
  @CsvSource({"coord-be, VD2023-1.01", "coord-fr, VD2023-1.02"})
  void aReminderByHandByKeyboardAlone(String person, String ref) {
    late(ref);
    Page page = coordinator(person);
    browser().open(page, THEME);
    Locator box = rowsOf(page, ref).first().locator("[name=item]");
    box.focus();
    page.keyboard().press("Space");
    assertThat(box).isChecked();
    page.locator(".tick-bar a").focus();
    page.keyboard().press("Enter");
    page.keyboard().press("Tab");
    assertThat(page.locator("#act-reminder")).isFocused();
    page.keyboard().press("Space");
    page.keyboard().press("Tab");
    assertThat(page.locator("#act-reason")).isFocused();
    page.keyboard().type(REASON);
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");

    assertThat(page.locator("main .notice[role=status]")).isVisible();
    assertThat(page).hasURL(Pattern.compile(".*/overdue\\?theme=VD2023-1$"));
    assertThat(rowsOf(page, ref).first().locator(".last .tag"))
        .containsText(Pattern.compile("co[oö]rdinati"));
    Email email = bean(MailQueue.class).about(new CommitmentRef(ref), Optional.empty()).get(0);
    assertThat(bean(MailQueue.class).message(email.id())).contains("multipart");
    assertThat(bean(MailQueue.class).preview(email.id()).orElseThrow().text()).contains(REASON);
    looksRight(page, "overdue-reminded-" + person);

    remind(page, ref);
    assertThat(page.locator("main [role=alert]")).containsText(ref);
    assertThat(page.locator("#act-reason")).hasValue(REASON);
    assertThat(rowsOf(page, ref).first().locator("[name=item]")).isChecked();
    assertThat(page.locator("#act-reminder")).isChecked();
    looksRight(page, "overdue-refused-" + person);
  }

  private static void remind(Page page, String ref) {
    rowsOf(page, ref).first().locator("[name=item]").check();
    page.locator("#act-reminder").check();
    page.locator("#act-reason").fill(REASON);
    page.locator("#act button").click();
  }

  @Test
  void oneOfTheOtherCountryLeavesAllAsTheyWere() {
    late("VD2023-1.01");
    Page page = coordinator("coord-be");
    browser().open(page, THEME);
    CommitmentRef ref = new CommitmentRef("VD2023-1.01");
    String before = "" + bean(Commitments.class).changes(ref).size();
    rowsOf(page, "VD2023-1.01").locator("[name=item]").all().forEach(Locator::check);
    page.locator("#act-reassign").check();
    page.locator("#act-to").selectOption("BE-IBZ");
    page.locator("#act-reason").fill(REASON);
    page.locator("#act button").click();

    assertThat(page.locator("main [role=alert]")).containsText("VD2023-1.01");
    assertThat(page.locator("#act-to")).hasValue("BE-IBZ");
    assertThat("" + bean(Commitments.class).changes(ref).size()).isEqualTo(before);
    assertThat(bean(CommitmentActions.class).pendingRequests(ref)).isEmpty();
  }

  @Test
  void coordinators8_anotherDeadlineIsGivenAndWhatIsNotLateAnyMoreIsGone() {
    late("VD2023-1.04");
    Page page = coordinator("coord-fr");
    browser().open(page, THEME);
    rowsOf(page, "VD2023-1.04").first().locator("[name=item]").check();
    page.locator("#act-extend").check();
    page.locator("#act-deadline").fill("2029-09-03");
    page.locator("#act-days").fill("5");
    page.locator("#act-unit").selectOption("working");
    page.locator("#act-reason").fill(REASON);
    page.locator("#act button").click();
    assertThat(page.locator("main [role=alert]")).containsText("2029-09-03");
    assertThat(page.locator("#act-days")).hasValue("5");
    assertThat(page.locator("#act-unit")).hasValue("working");

    page.locator("#act-deadline").fill("");
    page.locator("#act button").click();
    assertThat(page.locator("main .notice[role=status]")).containsText("VD2023-1.04");
    assertThat(rowsOf(page, "VD2023-1.04")).hasCount(0);
    Person coordinator = bean(Directory.class).person(new PersonId("coord-fr")).orElseThrow();
    assertThat(
            bean(Commitments.class).get(new CommitmentRef("VD2023-1.04"), coordinator).deadline())
        .hasToString("S-5wd");
  }

  @ParameterizedTest
  @CsvSource({"coord-be, LIGHT, 1280", "coord-fr, DARK, 360"})
  void whatIsSeenIsALinkAndAFile(String person, ColorScheme scheme, int width) {
    Page page = coordinator(person, scheme, width);
    browser().open(page, "/overdue");
    page.locator("#party").selectOption("FR");
    page.locator("#theme").selectOption("VD2023-5");
    page.locator(".overdue-filters button").click();
    page.waitForURL(url -> url.endsWith("/overdue?party=FR&theme=VD2023-5"));
    page.locator(".segmented a[href*='by=age']").click();
    page.waitForURL(url -> url.contains("by=age"));
    List<String> seen = page.locator(".overdue tbody td.what .ref").allInnerTexts();

    assertThat(seen).isNotEmpty().allMatch(ref -> ref.startsWith("VD2023-5."));
    assertThat(refsOf(csv(page))).isEqualTo(seen);
    byte[] workbook = download(page, "a[href^='/overdue.xlsx']").body();
    assertThat(workbook).startsWith('P', 'K');
    page.locator("[data-ticks-all]").first().click();
    assertThat(page.locator(".tick-bar")).isVisible();
    page.locator("#act-extend").check();
    looksRight(page, "overdue-%s-%s-%d".formatted(person, scheme, width));
  }

  @Test
  void nothingOfTheKindIsSaidAndLeadsBack() {
    Page page = coordinator("coord-fr");
    browser().open(page, "/overdue?party=FR&ministry=BE-IBZ");
    assertThat(page.locator("main table")).hasCount(0);
    looksRight(page, "overdue-nothing");
    page.locator(".pleasant a").click();
    page.waitForURL(url -> url.endsWith("/overdue"));
  }

  @Test
  void onPaperThereIsNothingToPress() {
    late("VD2023-1.03");
    Page page = coordinator("coord-be");
    browser().open(page, THEME + "&tick=BE-JUS");
    assertThat(page.locator("[name=item]:checked").first()).isVisible();
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator(".on-paper")).isVisible();
    assertThat(page.locator("#act")).isHidden();
    assertThat(page.locator(".tick").first()).isHidden();
    Browser.picture(page, "overdue-paper");
  }

  /** Nothing of the theme is late by itself on the day of these ways. */
  private void late(String ref) {
    bean(JdbcClient.class)
        .sql("update action_item set due_on = :due where ref = :ref and status = 'OPEN'")
        .param("due", LocalDate.of(2027, 2, 11))
        .param("ref", ref)
        .update();
    RegisterCopies.write(bean(JdbcClient.class));
  }

  private static Locator rowsOf(Page page, String ref) {
    return page.locator(".overdue tbody tr")
        .filter(
            new Locator.FilterOptions().setHas(page.locator(".what .ref:text-is('" + ref + "')")));
  }

  private static String csv(Page page) {
    return new String(download(page, "a[href^='/overdue.csv']").body(), UTF_8);
  }

  private static APIResponse download(Page page, String link) {
    String path = page.locator(link).getAttribute("href");
    APIResponse answer = page.request().get(page.url().replaceFirst("/overdue.*", "") + path);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers().get("content-disposition")).startsWith("attachment");
    return answer;
  }

  private static List<String> refsOf(String csv) {
    return csv.lines()
        .skip(1)
        .map(line -> line.replaceFirst(".*;(VD\\d{4}-[\\d.]+);.*", "$1"))
        .toList();
  }
}
