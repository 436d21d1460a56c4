package eu.jalon.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

/**
 * Some ways through the workspace, in a real browser on an application that all ways share: each
 * keeps to commitments of its own, so that their order does not matter.
 */
interface Ways {

  /** The browser of the running test. */
  Browser browser();

  /** Something of the application, to look behind the page. */
  <T> T bean(Class<T> type);

  /** A coordinator’s window; his account says which language he reads. */
  default Page coordinator(String person) {
    return browser().signedIn(person, languageOf(person), ColorScheme.LIGHT, 1280);
  }

  default Page coordinator(String person, ColorScheme scheme, int width) {
    return browser().signedIn(person, languageOf(person), scheme, width);
  }

  private static String languageOf(String person) {
    return "coord-be".equals(person) ? "nl-BE" : "fr-FR";
  }

  /** A picture for a human eye; and nothing that axe-core minds, nor anything beyond the width. */
  default void looksRight(Page page, String name) {
    page.waitForLoadState();
    Browser.picture(page, name);
    assertThat(Browser.violations(page)).as(name).isEmpty();
    assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("%s fits its window", name)
        .isTrue();
  }
}
