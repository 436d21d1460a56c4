package eu.jalon.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.directory.people.PeopleActs;
import eu.jalon.shared.PersonId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Passkeys with the authenticator that Chromium simulates, in an application of its own, since a
 * browser offers passkeys on localhost but not on an IP address.
 */
@Tag("browser")
@SpringBootTest(
    webEnvironment = WebEnvironment.DEFINED_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:passkeysinabrowser;DB_CLOSE_DELAY=-1",
      "jalon.base-url=http://localhost:${server.port}",
      "jalon.schedule.enabled=false",
      "jalon.clock.start=2027-03-01T07:05"
    })
@ActiveProfiles("demo")
class PasskeyBrowserTest {

  private static final Pattern LOGIN = Pattern.compile(".*/login");
  private static final Pattern REFUSED = Pattern.compile(".*/login\\?passkey");

  @LocalServerPort private int port;
  @Autowired private PeopleActs acts;
  @Autowired private Directory directory;
  private Browser browser;

  @DynamicPropertySource
  static void address(DynamicPropertyRegistry properties) {
    int free = freePort();
    properties.add("server.port", () -> free);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }

  @BeforeEach
  void openBrowser() {
    browser = new Browser("http://localhost:" + port);
  }

  @AfterEach
  void closeBrowser() {
    browser.close();
    assertThat(browser.errors()).as("errors in the console").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "be-ibz, fr-FR, LIGHT, 1280",
    "be-jus, nl-BE, LIGHT, 390",
    "be-mae, de-DE, DARK, 390",
    "admin, en-GB, DARK, 1280"
  })
  void aPasskeyIsAddedSignsInAndIsRemoved(
      String person, String language, ColorScheme scheme, int width) {
    Page page = windowWithAuthenticator(language, scheme, width);
    String name = language + width;
    browser.open(page, "/login");
    looksRight(page, "passkey-login-" + name);
    Browser.signIn(page, person);
    browser.open(page, "/access");
    looksRight(page, "passkey-none-" + name);

    addPasskey(page);

    assertThat(page.locator("[role=status]")).isVisible();
    assertThat(page.locator(".away .strong")).hasText("Ordinateur");
    looksRight(page, "passkey-added-" + name);
    signOut(page);

    browser.open(page, "/access");
    assertThat(page.locator("[data-passkey=get] button")).isVisible();
    signInByKeyboard(page);
    page.waitForURL(url -> url.endsWith("/access"));

    page.locator(".away button").click();
    assertThat(page.locator(".away")).hasCount(0);
    signOut(page);
    browser.open(page, "/login");
    page.locator("[data-passkey=get] button").click();
    assertThat(page).hasURL(REFUSED);
    looksRight(page, "passkey-refused-" + name);
  }

  @Test
  void aClosedPersonIsRefused() {
    Page page = windowWithAuthenticator("fr-FR", ColorScheme.LIGHT, 1280);
    browser.open(page, "/login");
    Browser.signIn(page, "fr-tra");
    browser.open(page, "/access");
    addPasskey(page);
    signOut(page);
    Person admin = directory.person(new PersonId("admin")).orElseThrow();
    PersonId id = new PersonId("fr-tra");
    acts.close(id, null, acts.account(id, admin).version(), admin);

    browser.open(page, "/login");
    page.locator("[data-passkey=get] button").click();

    assertThat(page).hasURL(REFUSED);
    browser.open(page, "/");
    assertThat(page).hasURL(LOGIN);
  }

  @Test
  void aSecondPasskeyOnTheSameDeviceAndABrokenOffSignInAreExplained() {
    Page page = windowWithAuthenticator("fr-FR", ColorScheme.LIGHT, 390);
    browser.open(page, "/login");
    page.locator("[data-passkey=get] button").click();
    assertThat(page.locator("[data-passkey=get] [role=alert]")).isVisible();
    looksRight(page, "passkey-no-answer");
    Browser.signIn(page, "be-fin");
    browser.open(page, "/access");
    addPasskey(page);

    fill(page);
    page.locator("[data-passkey=create] button").click();

    assertThat(page.locator("[data-passkey=create] [role=alert]")).isVisible();
    assertThat(page.locator(".away li")).hasCount(1);
    looksRight(page, "passkey-again");
  }

  @Test
  void aBrowserWithoutPasskeysOffersNone() {
    Page page = browser.window("fr-FR", ColorScheme.LIGHT, 1280);
    page.addInitScript("delete window.PublicKeyCredential");
    browser.open(page, "/login");

    assertThat(page.locator("[data-passkey=get] button")).isHidden();
    Browser.signIn(page, "be-ibz");
    browser.open(page, "/access");
    assertThat(page.locator("[data-passkey=create] button")).isHidden();
    assertThat(page.locator("[data-passkey-missing]")).isVisible();
    looksRight(page, "passkey-unsupported");
  }

  /** A window with a device that verifies its user at once (the WebAuthn domain of DevTools). */
  private Page windowWithAuthenticator(String language, ColorScheme scheme, int width) {
    Page page = browser.window(language, scheme, width);
    CDPSession devTools = page.context().newCDPSession(page);
    devTools.send("WebAuthn.enable");
    JsonObject options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    JsonObject authenticator = new JsonObject();
    authenticator.add("options", options);
    devTools.send("WebAuthn.addVirtualAuthenticator", authenticator);
    return page;
  }

  private static void addPasskey(Page page) {
    fill(page);
    page.locator("[data-passkey=create] button").click();
    assertThat(page.locator(".away li")).hasCount(1);
  }

  private static void fill(Page page) {
    page.locator("#name").fill("Ordinateur");
  }

  private static void signInByKeyboard(Page page) {
    page.locator("#password").focus();
    for (int i = 0; i < 3; i++) {
      page.keyboard().press("Tab");
    }
    assertThat(page.locator("[data-passkey=get] button")).isFocused();
    page.keyboard().press("Enter");
  }

  private static void signOut(Page page) {
    page.locator(".usermenu summary").click();
    page.locator("form[action='/logout'] button").click();
    page.waitForURL(url -> url.endsWith("/login?logout"));
  }

  private static void looksRight(Page page, String name) {
    page.waitForLoadState();
    Browser.picture(page, name);
    assertThat(Browser.violations(page)).as(name).isEmpty();
    assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("%s fits its window", name)
        .isTrue();
  }
}
