package eu.jalon.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import eu.jalon.commitment.Leads;
import eu.jalon.commitment.Track;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.commitment.entry.ManualEntry;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.meeting.Meeting;
import eu.jalon.meeting.Meetings;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of the meetings: preview of another date, and further meetings of a series. */
class MeetingPageBrowserTest extends BrowserTest {

  @ParameterizedTest
  @ValueSource(strings = {"coord-be", "coord-fr"})
  void aMoveIsSeenBeforeItHappensAndCanBeLeft(String person) {
    enterMoreThanOnePage(person);
    Page page = coordinator(person);
    browser().open(page, "/summits");
    page.locator("#date").fill("2027-03-15");
    page.locator("#date").press("Enter");
    page.waitForURL(url -> url.contains("date=2027-03-15"));
    Locator preview = page.locator("section[aria-labelledby=preview]");
    assertThat(preview.locator("ul .late")).isVisible();
    assertThat(preview.locator("tbody tr")).hasCount(25);
    assertThat(preview.locator("tbody .tag-accent").first()).isVisible();
    String first = preview.locator("tbody .ref").first().innerText();
    looksRight(page, "summits-preview-" + person);

    preview.locator("[rel=next]").press("Enter");
    page.waitForURL(url -> url.contains("page=1"));
    assertThat(preview.locator("tbody .ref").first()).not().hasText(first);
    preview.locator(".buttons a").press("Enter");
    page.waitForURL(url -> url.endsWith("/summits"));
    assertThat(preview).hasCount(0);
    assertThat(nextMeeting().heldOn().orElseThrow()).hasToString("2027-06-29");
  }

  private Meeting nextMeeting() {
    return bean(Meetings.class).next(Meetings.DEFAULT_SERIES).orElseThrow();
  }

  /** The sample alone has fewer commitments whose date follows the summit. */
  private void enterMoreThanOnePage(String person) {
    Person by = bean(Directory.class).person(new PersonId(person)).orElseThrow();
    Leads leads =
        Leads.of(
            List.of(new MinistryCode("BE-DEF"), new MinistryCode("FR-ARM")),
            new PartyCode("BE"),
            List.of());
    for (int n = 1; n <= 12; n++) {
      String title = "Suivre le sommet " + person + " " + n;
      bean(ManualEntry.class)
          .enter(
              new ManualEntry.ManualCommitment(
                  new MeetingId("DEF2018"),
                  0,
                  LocalText.same(title),
                  null,
                  Track.OPERATIONAL_CAPABILITY,
                  leads,
                  DeadlineRule.parse("S-60"),
                  null),
              by);
    }
  }

  @Test
  void aFurtherSummitIsCreatedByKeyboardAlone() {
    Page page = coordinator("coord-fr");
    browser().open(page, "/summits");
    page.locator("section[aria-labelledby=create] summary").press("Enter");
    page.locator("#c-id").fill("VD2031");
    page.locator("#c-date").fill("2027-06-01");
    page.locator("#c-fr").fill("Val Duchesse 2031 <b>");
    page.locator("#c-nl").fill("Hertoginnedal 2031");
    page.locator("#c-place").fill("Gand");
    page.locator("#c-place").press("Enter");
    assertThat(page.locator("[role=alert]")).containsText("VD2027");
    assertThat(page.locator("#c-place")).hasValue("Gand");
    assertThat(page.locator("#c-fr")).hasValue("Val Duchesse 2031 <b>");

    page.locator("#c-date").fill("2031-05-06");
    page.locator("#c-date").press("Enter");
    assertThat(page.locator("[role=status]")).isVisible();
    assertThat(page.locator(".series-list h3").first()).containsText("Val Duchesse 2031 <b>");
    assertThat(bean(Meetings.class).find(new MeetingId("VD2031")))
        .get()
        .extracting(Meeting::status)
        .isEqualTo(Meeting.Status.PLANNED);
    assertThat(nextMeeting().id().value()).isEqualTo("VD2027");
    looksRight(page, "summits-created");
  }

  @Test
  void theSeriesLooksRightUnfoldedOnAPhone() {
    Page page = coordinator("coord-be", ColorScheme.DARK, 360);
    browser().open(page, "/summits");
    for (String section : new String[] {"series", "describe", "create"}) {
      page.locator("section[aria-labelledby=" + section + "] summary").press("Enter");
    }
    assertThat(page.locator("#d-fr")).isVisible();
    looksRight(page, "summits-unfolded");
  }
}
