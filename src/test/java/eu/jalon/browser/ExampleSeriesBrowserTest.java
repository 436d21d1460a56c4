package eu.jalon.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.directory.Directory;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.Language;
import eu.jalon.shared.PersonId;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The main pages of a series of three parties, for a coordinator and for a focal point. */
class ExampleSeriesBrowserTest extends BrowserTest {

  private static final List<String> OF_COORDINATORS =
      List.of(
          "/",
          "/overdue",
          "/commitments",
          "/commitments/EX2025-1.01",
          "/commitments/EX2025-2.01",
          "/action-items",
          "/proposals",
          "/report",
          "/report/evaluation",
          "/summits",
          "/summits/EX2027/closing");

  private static final List<String> OF_FOCAL_POINTS =
      List.of("/my-work", "/commitments", "/commitments/EX2025-1.01", "/action-items");

  /** Each language at one width and scheme: together each page is seen at both. */
  @ParameterizedTest
  @CsvSource({
    "coord-it, fr, LIGHT, 1280",
    "coord-it, nl, DARK, 390",
    "coord-it, de, LIGHT, 390",
    "coord-it, en, DARK, 1280",
    "it-tra,   fr, DARK,  390",
    "it-tra,   nl, LIGHT, 1280",
    "it-tra,   de, DARK,  1280",
    "it-tra,   en, LIGHT, 390"
  })
  void everyMainPageLooksRight(String person, String language, ColorScheme scheme, int width) {
    Directory directory = bean(Directory.class);
    PersonId id = new PersonId(person);
    Language before = directory.person(id).orElseThrow().language();
    directory.setLanguage(id, Language.of(language));
    try {
      Page page = browser().signedIn(person, "en-GB", scheme, width);
      for (String path : person.startsWith("coord-") ? OF_COORDINATORS : OF_FOCAL_POINTS) {
        browser().open(page, path);
        assertThat(page.locator("html")).hasAttribute("lang", language);
        looksRight(page, name(person, path, language, width));
      }
    } finally {
      directory.setLanguage(id, before);
    }
  }

  /** Tasklist around the form is Camunda's and not checked. */
  @ParameterizedTest
  @CsvSource({"de-tra, 1280", "dk-tra, 390"})
  void theFormOfATaskLooksRight(String person, int width) {
    Page page = browser().window("fr-FR", ColorScheme.LIGHT, width);
    browser().open(page, "/tasks/" + item("EX2025-1.03", person.toUpperCase(Locale.ROOT)));
    Browser.signIn(page, person);
    page.locator("#progressText").waitFor();
    assertThat(page.locator(".jalon-commitment")).containsText("EX2025-1.03");
    String name = "example-form-" + person + width;
    Browser.picture(page, name);
    Assertions.assertThat(Browser.violationsIn(page, "form[name=jalonForm]")).as(name).isEmpty();
    Assertions.assertThat(
            (Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("%s fits its window", name)
        .isTrue();
  }

  private static String name(String person, String path, String language, int width) {
    return "example-" + person + path.replaceAll("[^A-Za-z0-9]+", "-") + "-" + language + width;
  }

  private String item(String ref, String ministry) {
    return bean(ActionItems.class).of(new CommitmentRef(ref)).stream()
        .map(view -> view.item())
        .filter(item -> item.status() == ActionItem.Status.OPEN)
        .filter(item -> item.ministry().value().equals(ministry))
        .findFirst()
        .orElseThrow()
        .id();
  }
}
