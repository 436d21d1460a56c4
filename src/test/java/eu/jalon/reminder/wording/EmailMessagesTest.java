package eu.jalon.reminder.wording;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.actionitem.form.Step;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.Language;
import eu.jalon.shared.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailMessagesTest {

  private static final LocalDate TODAY = LocalDate.of(2027, 7, 20);

  @ParameterizedTest
  @CsvSource({
    "-12, en retard de 12 jours, 12 dagen te laat, 12 days overdue",
    "-1, en retard de 1 jour, 1 dag te laat, 1 day overdue",
    "0, aujourd’hui, vandaag, today",
    "1, demain, morgen, tomorrow",
    "2, dans 2 jours, over 2 dagen, in 2 days",
    "30, dans 30 jours, over 30 dagen, in 30 days"
  })
  void theTimeUntilADueDateIsWrittenInEachLanguage(int days, String fr, String nl, String en) {
    DueDate due = new DueDate(TODAY.plusDays(days));

    assertThat(texts(Texts.FR).timeLeft(due, TODAY)).isEqualTo(fr);
    assertThat(texts(Texts.NL).timeLeft(due, TODAY)).isEqualTo(nl);
    assertThat(texts(Texts.EN).timeLeft(due, TODAY)).isEqualTo(en);
  }

  @Test
  void datesAreWrittenInFullAndFrenchUsesAnOrdinalForTheFirst() {
    LocalDate first = LocalDate.of(2027, 3, 1);

    assertThat(texts(Texts.FR).longDate(first)).isEqualTo("lundi 1er mars 2027");
    assertThat(texts(Texts.FR).longDate(TODAY)).isEqualTo("mardi 20 juillet 2027");
    assertThat(texts(Texts.NL).longDate(first)).isEqualTo("maandag 1 maart 2027");
    assertThat(texts(Texts.EN).longDate(first)).isEqualTo("Monday 1 March 2027");
  }

  @ParameterizedTest
  @MethodSource("eu.jalon.shared.Language#known")
  void aSubjectHasAtMost70CharactersAndIsCutBetweenWords(Language language) {
    String subject =
        texts(language).subject("12", Step.FINAL_EVALUATION, "mot ".repeat(80) + "fin");

    assertThat(subject).hasSizeLessThanOrEqualTo(70).contains("mot…").startsWith("12");
  }

  @Test
  void aSubjectCutWithinALongWordDoesNotSplitSurrogates() {
    String subject = texts(Texts.NL).subject("1", Step.VALIDATE, "😀".repeat(200));

    assertThat(subject).hasSizeLessThanOrEqualTo(70).contains("😀…");
  }

  @Test
  void aTitleIsWrittenOnOneLineWithoutDirectionOverrides() {
    assertThat(EmailMessages.oneLine("a\r\nb\u202Ec\u2028d")).isEqualTo("a b c d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"_nl", "_en"})
  void everyLanguageHasTheSameKeys(String suffix) throws IOException {
    assertThat(keys(suffix)).isEqualTo(keys(""));
  }

  @Test
  void frenchHasANoBreakSpaceBeforeHighPunctuation() throws IOException {
    for (Object value : bundle("").values()) {
      assertThat(value.toString()).doesNotContainPattern("[^\\u00A0][;?!»]|[ \\w][:]|« ");
    }
  }

  private static EmailMessages texts(Language language) {
    return new EmailMessages(WordingConfiguration.emailMessages(), language);
  }

  private static Set<String> keys(String suffix) throws IOException {
    return bundle(suffix).stringPropertyNames();
  }

  private static Properties bundle(String suffix) throws IOException {
    String name = "/i18n/emails" + suffix + ".properties";
    try (InputStream in =
        Objects.requireNonNull(EmailMessagesTest.class.getResourceAsStream(name), name)) {
      Properties properties = new Properties();
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return properties;
    }
  }
}
