package eu.jalon.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a person does in a window from the link of an e-mail until something is done: clicks of the
 * pointer, with the one on the link, and presses of Tab. Signing in is not counted.
 */
final class Effort {

  private static final Logger LOG = LoggerFactory.getLogger(Effort.class);

  private static final int CLICK_ON_THE_LINK = 1;
  private static final int MOST_TABS = 60;

  // A key that presses a button is no click of the pointer.
  private static final String COUNT =
      """
      addEventListener('click', event => {
        if (event.isTrusted && event.detail > 0) {
          sessionStorage.clicks = 1 + Number(sessionStorage.clicks || 0);
        }
      }, true);
      """;

  private static final String IN_A_FIELD =
      "form => document.activeElement.matches('input, textarea, select')"
          + " && document.activeElement.closest(form) !== null";

  private final Page page;
  private final long began = System.nanoTime();
  private int tabs;

  private Effort(Page page) {
    this.page = page;
  }

  /** Starts to count; before the window opens the first page. */
  static Effort in(Page page) {
    page.context().addInitScript(COUNT);
    return new Effort(page);
  }

  /** Presses Tab until the focus is in a field of a form, at most {@code most} times. */
  void reachesAField(String form, int most) {
    tabs = 0;
    while (tabs < MOST_TABS && !(Boolean) page.evaluate(IN_A_FIELD, form)) {
      page.keyboard().press("Tab");
      tabs++;
    }
    assertThat(tabs).as("presses of Tab to the first field of %s", page.url()).isBetween(0, most);
  }

  /** Expects at most a number of clicks until now, and logs the time. */
  void isDoneWithin(String what, int most) {
    int clicks =
        CLICK_ON_THE_LINK
            + ((Number) page.evaluate("Number(sessionStorage.clicks || 0)")).intValue();
    LOG.info(
        "{}: {} clicks, {} tabs to the first field, {} ms",
        what,
        clicks,
        tabs,
        Duration.ofNanos(System.nanoTime() - began).toMillis());
    assertThat(clicks).as("clicks, %s", what).isBetween(CLICK_ON_THE_LINK + 1, most);
  }
}
