package eu.jalon.pages.declarations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.shared.ValidationError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where somebody broke a text in two. */
class CutTest {

  private static final String TEXT = "Tenir un registre. Fermer les quais.";

  @ParameterizedTest
  @CsvSource({
    "'Tenir un registre. |Fermer les quais.'",
    "'Tenir un registre.|Fermer les quais.'",
    "'Tenir un registre. || Fermer les quais.|'",
  })
  void theBreakIsThePlaceWhateverWhiteSpaceStandsAround(String typed) {
    int at = Cut.in(TEXT, typed.replace("|", "\r\n"));

    assertThat(TEXT.substring(0, at).strip()).isEqualTo("Tenir un registre.");
    assertThat(TEXT.substring(at).strip()).isEqualTo("Fermer les quais.");
  }

  @Test
  void aBreakMayStandWithinWhatAScanRanTogether() {
    String text = "les quaisFermer";
    assertThat(Cut.in(text, "les quais\nFermer")).isEqualTo("les quais".length());
  }

  @ParameterizedTest
  @CsvSource({
    "Tenir un registre. Fermer les quais., declaration.splitBreak",
    "'Tenir un|registre. Fermer|les quais.', declaration.splitBreak",
    "'', declaration.splitBreak",
    "'Tenir un registre.|Ouvrir les quais.', declaration.splitChanged",
    "'Tenir un registre. Fermer les quais. Et plus.|Encore', declaration.splitChanged"
  })
  void otherwiseItIsRefused(String typed, String why) {
    assertThatThrownBy(() -> Cut.in(TEXT, typed.replace("|", "\n")))
        .isInstanceOfSatisfying(
            ValidationError.class, refusal -> assertThat(refusal.key()).isEqualTo(why));
  }

  @Test
  void nothingTypedIsRefused() {
    assertThatThrownBy(() -> Cut.in(TEXT, null)).isInstanceOf(ValidationError.class);
  }
}
