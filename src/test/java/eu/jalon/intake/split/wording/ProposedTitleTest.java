package eu.jalon.intake.split.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A step's first title is short, clean and ends well. */
class ProposedTitleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "peindre le phare. Le ton est libre. | Peindre le phare",
        "Signer l'acte (art. 36.1 du code) avant juin; le publier. "
            + "| Signer l'acte (art. 36.1 du code) avant juin",
        "lLes gardiens porteront un brassard. | Les gardiens porteront un brassard",
        "(Cesmusées ouvriront leurs portes. | Cesmusées ouvriront leurs portes",
        "Dans la limite des crédits, et sans délai, renforcer la digue. | Renforcer la digue",
        "Via le comité « Escaut », les deux rives liront les cartes. "
            + "| Les deux rives liront les cartes",
        "Poursuivre, en l'adaptant aux crues, la ronde de nuit. | Poursuivre la ronde de nuit",
        "Ouvrir, fermer, et graisser les vannes. | Ouvrir, fermer, et graisser les vannes",
        "Rassembler chaque année les plans des ouvrages anciens, y compris ceux que les communes"
            + " du plateau et de la vallée ont gardés. | Rassembler chaque année les plans des"
            + " ouvrages anciens",
        "Rassembler les plans des ouvrages anciens que les communes du plateau gardent (dans leurs"
            + " caves et greniers). | Rassembler les plans des ouvrages anciens que les communes du"
            + " plateau gardent (dans leurs caves et greniers)",
        "Mettre en service, avant fin juin, une ligne de garde entre les deux quais. "
            + "| Mettre en service une ligne de garde entre les deux quais",
        "Décision n° 2 : Peindre le phare. | Peindre le phare",
        "1.2 Paint the lighthouse. | Paint the lighthouse",
        "à peindre le phare ; | Peindre le phare",
        "Ministers instruct their services to: – paint the lighthouse; – count the buoys."
            + " | Paint the lighthouse"
      })
  void theFirstClauseIsTheTitle(String step, String title) {
    assertThat(ProposedTitle.of(step)).isEqualTo(title);
  }

  @Test
  void neitherControlsNorDirectionOverridesReachTheTitle() {
    assertThat(ProposedTitle.of("\u202EPeindre\u0007 le\u2066 pha\u200Bre\uFEFF\uD83D."))
        .isEqualTo("Peindre le phare");
  }

  @Test
  void codeIsOnlyText() {
    assertThat(ProposedTitle.of("${1+1} <script>x</script>"))
        .isEqualTo("${1+1} <script>x</script>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "😀", "mot ", "de la ", "(", ", ", "«", "é", "\u202E", "a, ", "…"})
  void tenThousandCharactersBecomeAtMostOneHundredSixty(String piece) {
    String title = ProposedTitle.of(piece.repeat(10_000 / piece.length()));

    assertThat(title).isNotBlank().hasSizeLessThanOrEqualTo(160);
    assertThat(title.codePoints()).noneMatch(c -> Character.getType(c) == Character.SURROGATE);
  }
}
