package eu.jalon.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import eu.jalon.actionitem.ActionItemFilter;
import eu.jalon.actionitem.ActionItemView;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.actionitem.form.StepForm;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.shared.PersonId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every visible control of Tasklist works for a focal point, and speaks their language. */
class TasklistControlsBrowserTest extends BrowserTest {

  private static final eu.jalon.shared.paging.Page.Request FIRST =
      new eu.jalon.shared.paging.Page.Request(0, 50);

  /** The most clicks of a run, above the number of controls. */
  private static final int MOST = 60;

  /**
   * Marks the next visible control that was not clicked and returns its description; links to pages
   * of Jalon are requested, not followed. What sends the form, signs out or leaves for another host
   * is left out.
   */
  private static final String NEXT =
      """
      done => {
        document.querySelectorAll('[data-next]').forEach(each => each.removeAttribute('data-next'));
        const controls = [...document.querySelectorAll('a, button, summary, [ng-click]')];
        for (const control of controls) {
          const act = control.getAttribute('ng-click') || '';
          const href = control.getAttribute('href') || '';
          const name = act.startsWith('focus') ? act : [control.tagName, act, href.split('?')[0],
            control.textContent.trim().slice(0, 60)].join(' ');
          if (!control.checkVisibility({checkOpacity: true, checkVisibilityCSS: true})
              || getComputedStyle(control).pointerEvents === 'none'
              || act === 'complete()' || act === 'logout()' || control.type === 'submit'
              || (/^https?:/.test(href) && !href.startsWith(location.origin))
              || control.closest('.disabled, [disabled]') || done.includes(name)) {
            continue;
          }
          control.setAttribute('data-next', '');
          return name;
        }
        return null;
      }
      """;

  /** Clicks the marked control, or requests the page that it leads to. */
  private static final String USE =
      """
      async () => {
        const control = document.querySelector('[data-next]');
        if (control.matches('a[target=_self], a[target=_blank]') || control.hasAttribute('download')) {
          await (await fetch(control.href, {headers: {Accept: 'text/html'}})).text();
        } else {
          control.click();
        }
      }
      """;

  /** A message key that was not translated, an answer of a server, or a word of English. */
  private static final Pattern UNTRANSLATED =
      Pattern.compile(
          "\\b[A-Z]{3,}(_[A-Z]{2,})+\\b|\\{\"|"
              + "\\b(the|your|Claim|Complete|Comment|Save|Cancel|Loading|Success|Failure|Error)\\b");

  @ParameterizedTest
  @CsvSource({"fr-jus, fr-FR", "be-ami, nl-BE"})
  void focalPoints8_focalPoints9_everyVisibleControlWorks(String who, String language) {
    Person person = bean(Directory.class).person(new PersonId(who)).orElseThrow();
    String item =
        bean(ActionItems.class).page(ActionItemFilter.none(), person, FIRST).items().stream()
            .map(ActionItemView::item)
            .filter(each -> each.step().form() == StepForm.REPORT)
            .findFirst()
            .orElseThrow()
            .id();
    Page page = browser().signedIn(who, language, ColorScheme.LIGHT, 1280);
    List<String> refused = new ArrayList<>();
    page.onResponse(
        answer -> {
          if (answer.status() >= 400) {
            refused.add(answer.status() + " " + answer.request().method() + " " + answer.url());
          }
        });
    Set<Request> running = new HashSet<>();
    // The stream of changes never ends.
    page.onRequest(
        request -> {
          if (!request.url().endsWith("/live")) {
            running.add(request);
          }
        });
    page.onRequestFinished(running::remove);
    page.onRequestFailed(running::remove);
    browser().open(page, "/camunda/app/tasklist/default/#/?task=" + item);
    page.locator("#jalon-title").waitFor();
    assertThat(page.locator("#jalon-q").isVisible()).as("one box to search in").isTrue();
    assertThat(page.locator("[cam-widget-search]").all())
        .as("search by technical criteria")
        .isNotEmpty()
        .noneMatch(Locator::isVisible);

    List<String> clicked = new ArrayList<>();
    String next = (String) page.evaluate(NEXT, clicked);
    while (next != null && clicked.size() < MOST) {
      clicked.add(next);
      page.evaluate(USE);
      page.waitForCondition(running::isEmpty);
      assertThat(refused).as("after %s", next).isEmpty();
      assertThat(UNTRANSLATED.matcher(page.locator("body").innerText()).results())
          .as("after %s", next)
          .isEmpty();
      page.keyboard().press("Escape");
      next = (String) page.evaluate(NEXT, clicked);
    }
    assertThat(clicked).hasSizeBetween(10, MOST - 1);
    Browser.picture(page, "tasklist-controls-" + who);
  }
}
