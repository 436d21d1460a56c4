package eu.jalon.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tasklist shows words, never the keys of its texts, however late the file of texts arrives. */
class TasklistTextsBrowserTest extends BrowserTest {

  /**
   * Sends the requests for texts later, and notes again and again what looks like a key in the
   * visible texts, hints and titles.
   */
  private static final String LATE =
      """
      (() => {
        window.late = 0;
        window.looks = 0;
        window.keys = [];
        const open = XMLHttpRequest.prototype.open;
        const send = XMLHttpRequest.prototype.send;
        XMLHttpRequest.prototype.open = function (method, url, ...others) {
          this.isTexts = /\\/locales\\//.test(url);
          return open.call(this, method, url, ...others);
        };
        XMLHttpRequest.prototype.send = function (body) {
          if (this.isTexts) {
            window.late++;
            setTimeout(() => send.call(this, body), %d);
          } else {
            send.call(this, body);
          }
        };
        const KEY = /\\b[A-Z][A-Z0-9]*_[A-Z0-9_]+\\b/g;
        setInterval(() => {
          if (!document.body || !document.body.checkVisibility({checkOpacity: true})) {
            return;
          }
          window.looks++;
          const controls = [...document.querySelectorAll('[placeholder], [title]')]
            .filter(each => each.checkVisibility({checkOpacity: true, checkVisibilityCSS: true}))
            .flatMap(each => [each.getAttribute('placeholder') || '', each.getAttribute('title') || '']);
          const text = [document.body.innerText, ...controls].join('\\n');
          for (const key of text.match(KEY) || []) {
            if (!window.keys.includes(key)) {
              window.keys.push(key);
            }
          }
        }, 50);
      })();
      """;

  @ParameterizedTest
  @CsvSource({
    "fr-arm, fr-FR, 0",
    "fr-arm, fr-FR, 700",
    "fr-arm, fr-FR, 5000",
    "be-ami, nl-BE, 60",
    "be-ami, nl-BE, 2000"
  })
  void focalPoints10_noKeyIsShownHoweverLateTheTextsAre(String person, String language, int late) {
    Page page = browser().window(language, ColorScheme.LIGHT, 1280);
    page.addInitScript(LATE.formatted(late));
    browser().open(page, "/camunda/app/tasklist/default/");
    Browser.signIn(page, person);

    assertThat(page.locator("#jalon-q")).isVisible();
    assertThat(page.locator("body")).hasCSS("opacity", "1");
    page.evaluate("looks = 0");
    page.waitForFunction("looks > 5");
    assertThat(page.evaluate("late")).as("requests for texts").isNotEqualTo(0);
    assertThat((List<?>) page.evaluate("keys")).as("keys on the screen").isEmpty();
  }
}
