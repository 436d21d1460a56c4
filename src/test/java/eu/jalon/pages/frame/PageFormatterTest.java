package eu.jalon.pages.frame;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

class PageFormatterTest {

  private static final Instant NOW = Instant.parse("2027-03-01T06:00:00Z");

  private final PageFormatter format =
      new PageFormatter(
          bundles(), code -> LocalText.of(code.value(), null), Clock.fixed(NOW, ZoneOffset.UTC));

  @AfterEach
  void forgetTheLanguage() {
    LocaleContextHolder.resetLocaleContext();
  }

  @Test
  void aDateIsWrittenAsItIsSpoken() {
    LocalDate day = LocalDate.of(2027, 3, 1);

    assertThat(in(Language.FR).day(day)).isEqualTo("1er mars 2027");
    assertThat(in(Language.NL).day(day)).isEqualTo("1 maart 2027");
    assertThat(in(Language.EN).day(day)).isEqualTo("1 March 2027");
    assertThat(in(Language.FR).day(day.plusDays(10))).isEqualTo("11 mars 2027");
  }

  @Test
  void oneDayIsNotSeveral() {
    assertThat(in(Language.FR).late(1)).isEqualTo("1 jour de retard");
    assertThat(in(Language.FR).days(0)).isEqualTo("0 jour");
    assertThat(in(Language.NL).days(0)).isEqualTo("0 dagen");
    assertThat(in(Language.NL).late(12)).isEqualTo("12 dagen te laat");
    assertThat(in(Language.EN).late(1)).isEqualTo("1 day late");
  }

  @Test
  void aDistanceIsToldFromToday() {
    LocalDate today = LocalDate.of(2027, 3, 1);

    assertThat(in(Language.FR).distance(today)).isEqualTo("aujourd’hui");
    assertThat(in(Language.FR).distance(today.minusDays(1))).isEqualTo("hier");
    assertThat(in(Language.NL).distance(today.plusDays(5))).isEqualTo("over 5 dagen");
    assertThat(in(Language.EN).distance(today.minusDays(3))).isEqualTo("3 days ago");
  }

  @Test
  void aMomentIsToldInBrusselsTime() {
    assertThat(in(Language.EN).moment(NOW)).isEqualTo("1 Mar 2027, 07:00");
  }

  @Test
  void aDeadlineRuleIsASentence() {
    assertThat(in(Language.FR).rule(DeadlineRule.parse("S-30")))
        .isEqualTo("30 jours avant le prochain sommet");
    assertThat(in(Language.NL).rule(DeadlineRule.parse("S-1wd")))
        .isEqualTo("1 werkdag vóór de volgende top");
    assertThat(in(Language.EN).rule(DeadlineRule.parse("2027-03-31")))
        .isEqualTo("Fixed date: 31 March 2027");
  }

  @Test
  void aTextInAnotherLanguageSaysWhichOne() {
    LocalText text = LocalText.of("Défense", null);

    assertThat(in(Language.NL).in(text)).isEqualTo("Défense");
    assertThat(in(Language.NL).lang(text)).isEqualTo("fr");
    assertThat(in(Language.FR).lang(text)).isNull();
  }

  private PageFormatter in(Language language) {
    LocaleContextHolder.setLocale(language.locale());
    return format;
  }

  private static ResourceBundleMessageSource bundles() {
    ResourceBundleMessageSource bundles = new ResourceBundleMessageSource();
    bundles.setBasenames("i18n/pages", "i18n/terms");
    bundles.setDefaultEncoding("UTF-8");
    bundles.setFallbackToSystemLocale(false);
    return bundles;
  }
}
