package eu.jalon.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The windows of one test in Chromium; collects the errors that their consoles show. */
final class Browser implements AutoCloseable {

  private static final Path PICTURES = Path.of("target", "pictures");

  /** Takes a picture of each page that is tested; without it only of what fails. */
  private static final boolean ALL_PICTURES = Boolean.getBoolean("jalon.pictures");

  /** Brings axe-core into a page, unless it is there since an earlier check. */
  private static final String AXE =
      "() => { if (!window.axe) {" + AxeBuilder.getAxeScript() + "} }";

  /** Axe-core counts and describes by default also what each rule accepts, which takes longer. */
  private static final String FIND_VIOLATIONS =
      """
      async context => {
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
        const found = await axe.run(context, { runOnly: tags, resultTypes: ['violations'] });
        return found.violations.map(rule => rule.id + ': ' + rule.nodes[0].html);
      }
      """;

  /** The cookies of the people who have signed in. */
  private static final Map<String, String> SESSIONS = new HashMap<>();

  private final String address;
  private final List<BrowserContext> windows = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();

  /** Chromium, started once for all test classes of a JVM; it ends with the JVM. */
  private static final class Chromium {

    static final com.microsoft.playwright.Browser RUNNING = start();

    private static com.microsoft.playwright.Browser start() {
      // Changes by others appear on a page within seconds, later on a busy machine.
      PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
      BrowserType.LaunchOptions options =
          new BrowserType.LaunchOptions()
              .setArgs(
                  List.of(
                      "--no-sandbox",
                      "--disable-gpu",
                      "--disable-background-networking",
                      "--disable-component-update",
                      "--disable-sync",
                      "--no-first-run"));
      String installed = System.getenv("JALON_BROWSER");
      if (installed != null && !installed.isBlank()) {
        options.setExecutablePath(Path.of(installed));
      }
      return Playwright.create().chromium().launch(options);
    }
  }

  Browser(String address) {
    this.address = address;
  }

  /** A new window in which the given person is signed in: each signs in once for all tests. */
  Page signedIn(String person, String language, ColorScheme scheme, int width) {
    String session =
        SESSIONS.computeIfAbsent(
            address + " " + person,
            first -> {
              Page page = window(language, scheme, width, null);
              page.navigate(address + "/login");
              signIn(page, person);
              String cookies = page.context().storageState();
              page.context().close();
              return cookies;
            });
    return window(language, scheme, width, session);
  }

  /** A new window in which no one is signed in. */
  Page window(String language, ColorScheme scheme, int width) {
    return window(language, scheme, width, null);
  }

  private Page window(
      String language, ColorScheme scheme, int width, @Nullable String storageState) {
    BrowserContext context =
        Chromium.RUNNING.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale(language)
                .setTimezoneId("Europe/Brussels")
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(width, 900)
                .setStorageState(storageState));
    windows.add(context);
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if ("error".equals(message.type())) {
            errors.add(page.url() + ": " + message.text());
          }
        });
    page.onPageError(error -> errors.add(page.url() + ": " + error));
    page.onRequest(
        request -> {
          if (!request.url().startsWith(address) && !request.url().startsWith("data:")) {
            errors.add(page.url() + " asks another host: " + request.url());
          }
        });
    return page;
  }

  static void signIn(Page page, String person) {
    page.locator("input[name=username]").fill(person);
    page.locator("input[name=password]").fill("jalon-demo");
    page.locator("input[name=password]").press("Enter");
    page.waitForURL(url -> !url.contains("/login"));
  }

  Page open(Page page, String path) {
    page.navigate(address + path);
    page.waitForLoadState(LoadState.LOAD);
    return page;
  }

  /** What axe-core finds against WCAG 2.2 AA on the page as it stands. */
  static List<String> violations(Page page) {
    // The only frame is an e-mail's, which runs no script and never answers; it is tested
    // elsewhere.
    List<String> found = violations(page, Map.of("exclude", List.of("iframe[sandbox]")));
    if (!found.isEmpty()) {
      keepPicture(page, "failed" + page.url().replaceAll("^https?://[^/]*|[^A-Za-z0-9]+", "-"));
    }
    return found;
  }

  /** The same of one part of a page. */
  static List<String> violationsIn(Page page, String selector) {
    return violations(page, Map.of("include", List.of(selector)));
  }

  private static List<String> violations(Page page, Map<String, List<String>> context) {
    page.evaluate(AXE);
    List<String> found = new ArrayList<>();
    for (Object rule : (List<?>) page.evaluate(FIND_VIOLATIONS, context)) {
      found.add(page.url() + " " + rule);
    }
    return found;
  }

  /** Takes a picture of the whole page, if pictures are wanted. */
  static void picture(Page page, String name) {
    if (ALL_PICTURES) {
      keepPicture(page, name);
    }
  }

  private static void keepPicture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(PICTURES.resolve(name.toLowerCase(Locale.ROOT) + ".png"))
            .setFullPage(true));
  }

  List<String> errors() {
    return errors;
  }

  /** Closes every window. */
  @Override
  public void close() {
    windows.forEach(BrowserContext::close);
  }
}
