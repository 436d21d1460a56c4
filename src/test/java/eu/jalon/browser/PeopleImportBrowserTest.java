package eu.jalon.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People are imported from a file, found and corrected. */
class PeopleImportBrowserTest extends BrowserTest {

  @ParameterizedTest
  @CsvSource({"coord-be, BE-MOB, LIGHT, 1280", "coord-fr, FR-TRA, DARK, 360"})
  void peopleAreImportedFoundAndCorrectedByKeyboardAlone(
      String person, String ministry, ColorScheme scheme, int width) {
    Page page = coordinator(person, scheme, width);
    String name = "-" + person + "-" + scheme + "-" + width;
    String id = "ways-" + ministry.toLowerCase(Locale.ROOT);
    browser().open(page, "/people/import");
    looksRight(page, "people-import" + name);

    String line = "%s;Équipe mobile;Mobiel team;;%s@example.org;nl;FOCAL_POINT;%s";
    upload(page, line.formatted(id, id, ministry), "coord-x;X;;;;fr;COORDINATOR;" + ministry);
    assertThat(page.locator(".tag-accent")).hasCount(1);
    assertThat(page.locator("input[name=seen]")).hasCount(0);
    looksRight(page, "people-refused" + name);

    browser().open(page, "/people/import");
    upload(page, line.formatted(id, id, ministry));
    looksRight(page, "people-preview" + name);
    page.locator("main .buttons form button").press("Enter");
    page.waitForURL(url -> url.endsWith("/people"));
    assertThat(page.locator("p.notice[role=status]")).isVisible();

    page.locator("#q").fill("equipe MOBILE " + ministry);
    page.locator("#q").press("Enter");
    page.waitForURL(url -> url.contains("q="));
    assertThat(page.locator(".people > li")).hasCount(1);
    looksRight(page, "people-found" + name);
    page.locator(".people a[href$='/address']").press("Enter");
    page.locator("#email").fill("better-" + id + "@example.org");
    page.locator("form[action$='/address'] button").press("Enter");
    assertThat(page.locator("p.notice[role=status]")).isVisible();
    assertThat(page.locator("#email")).hasValue("better-" + id + "@example.org");
    looksRight(page, "people-address" + name);
  }

  @Test
  void nobodyFoundIsSaid() {
    Page page = coordinator("coord-fr");
    browser().open(page, "/people?q=zzzz&state=REFUSED");
    assertThat(page.locator("main .empty")).isVisible();
    looksRight(page, "people-none");
  }

  private static void upload(Page page, String... lines) {
    StringBuilder file =
        new StringBuilder("\uFEFFid;name_fr;name_nl;name_en;email;language;role;ministry");
    for (String line : lines) {
      file.append('\n').append(line);
    }
    page.locator("#file")
        .setInputFiles(
            new FilePayload(
                "personnes.csv", "text/csv", file.toString().getBytes(StandardCharsets.UTF_8)));
    page.locator("main form button").press("Enter");
    page.waitForURL(url -> url.matches(".*/people/import/[0-9a-f-]{36}"));
  }
}
