package eu.jalon.pages.policy;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.pages.frame.PageFormatterFixture;
import eu.jalon.reminder.policy.PolicyDecision;
import eu.jalon.reminder.policy.PolicyRule;
import eu.jalon.reminder.policy.ReminderPolicy.Input;
import eu.jalon.reminder.policy.ReminderStage;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.i18n.LocaleContextHolder;

class PolicyDescriberTest {

  private final PolicyDescriber policy = new PolicyDescriber(PageFormatterFixture.formatter());

  @BeforeEach
  void inFrench() {
    LocaleContextHolder.setLocale(java.util.Locale.FRENCH);
  }

  @AfterEach
  void forgetTheLanguage() {
    LocaleContextHolder.resetLocaleContext();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''          | à tout moment",
        "-           | à tout moment",
        "[6..10]     | de 6 à 10 jours ouvrables avant",
        "(5..11)     | de 6 à 10 jours ouvrables avant",
        "1           | 1 jour ouvrable avant",
        "0           | le jour même",
        "-3          | en retard de 3 jours ouvrables",
        "[-39..-10]  | en retard de 10 à 39 jours ouvrables",
        "[-4..0]     | le jour même, ou en retard de 4 jours ouvrables au plus",
        "[0..1]      | 1 jour ouvrable avant au plus, le jour même compris",
        "[-2..5]     | de 5 jours ouvrables avant à 2 jours ouvrables de retard",
        "> 20        | plus de 20 jours ouvrables avant",
        "> 0         | avant le jour même",
        ">= 0        | jusqu’au jour même",
        "> -3        | jusqu’à 2 jours ouvrables de retard",
        "<= -40      | en retard de 40 jours ouvrables ou plus",
        "< 0         | en retard de 1 jour ouvrable ou plus",
        "<= 0        | dès le jour même, et ensuite",
        "< 3         | dès 2 jours ouvrables avant, et ensuite",
        "1,5         | 1 jour ouvrable avant ou 5 jours ouvrables avant"
      })
  void daysAreSpoken(String condition, String spoken) {
    assertThat(policy.spoken(line(Input.DAYS_LEFT, condition)).when().spoken()).isEqualTo(spoken);
  }

  @ParameterizedTest
  @ValueSource(strings = {"not([1..3])", "[5..1]", "daysLeft * 2", "1;2", "[a..b]"})
  void whatIsNotSimpleIsShownAsItIsWritten(String condition) {
    PolicyDescriber.Condition when = policy.spoken(line(Input.DAYS_LEFT, condition)).when();

    assertThat(when.spoken()).isNull();
    assertThat(when.raw()).isEqualTo(condition);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "STEP          | '\"signature\"'                 | Signer",
        "TRACK         | 'not(\"STANDING_COOPERATION\")' | tout sauf Coopération permanente",
        "PRIORITY      | '\"HIGH\"'                      | haute",
        "LAST_PROGRESS | '\"NONE\",\"BLOCKED\"'          | aucun point d’avancement ou Bloqué"
      })
  void coordinators20_wordsOfTheTableAreThoseOfThePages(
      Input input, String condition, String spoken) {
    assertThat(policy.spoken(line(input, condition)).others())
        .extracting(PolicyDescriber.Condition::spoken)
        .containsExactly(spoken);
  }

  @Test
  void aWordThatNobodyKnowsIsShownAsItIsWritten() {
    assertThat(policy.spoken(line(Input.STEP, "\"dancing\"")).others())
        .extracting(PolicyDescriber.Condition::spoken)
        .containsOnlyNulls();
  }

  private static PolicyRule line(Input input, String condition) {
    return new PolicyRule(
        "rule",
        Map.of(input, condition),
        new PolicyDecision("rule", true, ReminderStage.SOON, 0, Set.of()),
        "remark");
  }
}
