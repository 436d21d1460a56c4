package eu.jalon.pages.frame;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

class PageFormatterTest {

  private static final Instant NOW = Instant.parse("2027-03-01T06:00:00Z");

  private final PageFormatter format =
      new PageFormatter(
          bundles(), code -> LocalText.same(code.value()), Clock.fixed(NOW, ZoneOffset.UTC));

  @AfterEach
  void forgetTheLanguage() {
    LocaleContextHolder.resetLocaleContext();
  }

  @Test
  void aDateIsWrittenAsItIsSpoken() {
    LocalDate day = LocalDate.of(2027, 3, 1);

    assertThat(in(Texts.FR).day(day)).isEqualTo("1er mars 2027");
    assertThat(in(Texts.NL).day(day)).isEqualTo("1 maart 2027");
    assertThat(in(Texts.EN).day(day)).isEqualTo("1 March 2027");
    assertThat(in(Texts.DE).day(day)).isEqualTo("1. März 2027");
    assertThat(in(Texts.DE).weekday(day)).isEqualTo("Montag, 1. März 2027");
    assertThat(in(Texts.FR).day(day.plusDays(10))).isEqualTo("11 mars 2027");
  }

  @Test
  void aPeriodOfOneDayNamesItOnce() {
    LocalDate day = LocalDate.of(2027, 3, 1);

    assertThat(in(Texts.EN).period(day, day)).isEqualTo("on 1 March 2027");
    assertThat(in(Texts.EN).period(day, day.plusDays(1))).isEqualTo("1 March 2027 to 2 March 2027");
  }

  @Test
  void codesStandInOneLineAndThousandsApart() {
    assertThat(format.list(List.of("BE-JUS", "BE-IBZ"))).isEqualTo("BE-JUS, BE-IBZ");
    assertThat(format.number(1_234_567)).isEqualTo("1 234 567");
  }

  @Test
  void oneDayIsNotSeveral() {
    assertThat(in(Texts.FR).late(1)).isEqualTo("1 jour de retard");
    assertThat(in(Texts.FR).days(0)).isEqualTo("0 jour");
    assertThat(in(Texts.NL).days(0)).isEqualTo("0 dagen");
    assertThat(in(Texts.NL).late(12)).isEqualTo("12 dagen te laat");
    assertThat(in(Texts.EN).late(1)).isEqualTo("1 day late");
  }

  @Test
  void aDistanceIsToldFromToday() {
    LocalDate today = LocalDate.of(2027, 3, 1);

    assertThat(in(Texts.FR).distance(today)).isEqualTo("aujourd’hui");
    assertThat(in(Texts.FR).distance(today.minusDays(1))).isEqualTo("hier");
    assertThat(in(Texts.NL).distance(today.plusDays(5))).isEqualTo("over 5 dagen");
    assertThat(in(Texts.EN).distance(today.minusDays(3))).isEqualTo("3 days ago");
  }

  @Test
  void aMomentIsToldWhereTheReaderIs() {
    assertThat(in(Texts.EN).moment(NOW)).isEqualTo("1 Mar 2027, 07:00");

    assertThat(in(Texts.FR).zone()).isEqualTo("heure d’Europe centrale");
    assertThat(in(Texts.DE).zone()).isEqualTo("Mitteleuropäische Zeit");
    LocaleContextHolder.setTimeZone(TimeZone.getTimeZone("America/Santo_Domingo"));
    assertThat(in(Texts.EN).moment(NOW)).isEqualTo("1 Mar 2027, 02:00");
    LocaleContextHolder.setTimeZone(TimeZone.getTimeZone("Pacific/Honolulu"));
    assertThat(in(Texts.EN).today()).isEqualTo(LocalDate.of(2027, 2, 28));
    assertThat(in(Texts.EN).distance(LocalDate.of(2027, 3, 1))).isEqualTo("tomorrow");
  }

  @Test
  void coordinators20_aDeadlineRuleIsASentence() {
    assertThat(in(Texts.FR).rule(DeadlineRule.parse("S-30")))
        .isEqualTo("30 jours avant le prochain sommet");
    assertThat(in(Texts.NL).rule(DeadlineRule.parse("S-1wd")))
        .isEqualTo("1 werkdag vóór de volgende top");
    assertThat(in(Texts.FR).rule(DeadlineRule.parse("S-20wd")))
        .isEqualTo("20 jours ouvrables avant le prochain sommet");
    assertThat(in(Texts.FR).rule(DeadlineRule.parse("S-60/P6M")))
        .isEqualTo("60 jours avant le prochain sommet, avec une preuve tous les 6 mois");
    assertThat(in(Texts.EN).rule(DeadlineRule.parse("2027-03-31")))
        .isEqualTo("Fixed date: 31 March 2027");
  }

  @Test
  void aTextInAnotherLanguageSaysWhichOne() {
    LocalText text = Texts.text("Défense", null);

    assertThat(in(Texts.NL).in(text)).isEqualTo("Défense");
    assertThat(in(Texts.NL).lang(text)).isEqualTo("fr");
    assertThat(in(Texts.FR).lang(text)).isNull();
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
