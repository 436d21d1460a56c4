package eu.jalon.shared.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

  @ParameterizedTest
  @CsvSource({
    "Été, ete",
    "ŒUVRE, oeuvre",
    "Ærø, aero",
    "Straße, strasse",
    "STRAẞE, strasse",
    "Łódź, lodz",
    "Čapek, capek",
    "ﬁnancement, financement",
    "İzmir, izmir",
    "Les greffi\u00ADers, les greffiers",
    "co\u200Bopération, cooperation",
    "«oui», '\"oui\"'"
  })
  void publicReports5_foldingIgnoresAccentsCaseLigaturesAndInvisibleCharacters(
      String text, String folded) {
    assertThat(Folding.fold(text)).isEqualTo(folded);
  }

  @Test
  void foldingUnifiesApostrophesAndQuotationMarks() {
    assertThat(Folding.fold("l’État")).isEqualTo("l'etat");
  }

  @Test
  void publicReports5_titlesWithTheSameFoldedTextAreEqual() {
    assertThat(Folding.isSame("Former les gref\u00ADfiers", "FORMER  LES\u00A0GREFFIERS")).isTrue();
    assertThat(Folding.isSame("Former les greffiers", "Former des greffiers")).isFalse();
  }
}
