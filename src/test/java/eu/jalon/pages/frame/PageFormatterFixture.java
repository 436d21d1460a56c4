package eu.jalon.pages.frame;

import eu.jalon.shared.LocalText;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.context.support.ResourceBundleMessageSource;

/** A page formatter for tests of other features. */
public final class PageFormatterFixture {

  private static final Instant NOW = Instant.parse("2027-03-01T06:00:00Z");

  private PageFormatterFixture() {}

  public static PageFormatter formatter() {
    ResourceBundleMessageSource bundles = new ResourceBundleMessageSource();
    bundles.setBasenames("i18n/pages", "i18n/terms");
    bundles.setDefaultEncoding("UTF-8");
    bundles.setFallbackToSystemLocale(false);
    return new PageFormatter(
        bundles, code -> LocalText.same(code.value()), Clock.fixed(NOW, ZoneOffset.UTC));
  }
}
