package eu.jalon.intake.pair;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.intake.document.SourceText;
import eu.jalon.intake.reader.DocumentReaders;
import eu.jalon.shared.Texts;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BilingualTextTest {

  private static Optional<BilingualText.Parts> parts(String name, String text) {
    return BilingualText.of(
        new DocumentReaders().read(name, text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String words(SourceText text) {
    return text.blocks().stream()
        .map(block -> block.text())
        .filter(words -> !words.isBlank())
        .collect(Collectors.joining("\n"));
  }

  private static void isParted(String name, String text) {
    BilingualText.Parts parts = parts(name, text).orElseThrow();
    assertThat(parts.language()).isEqualTo(Texts.FR);
    assertThat(parts.otherLanguage()).isEqualTo(Texts.NL);
    assertThat(words(parts.text()))
        .contains("les passages à niveau de la ligne", "la salle d’attente")
        .doesNotContain("overwegen")
        .doesNotContain("wachtzaal");
    assertThat(words(parts.otherText()))
        .contains("de overwegen van de lijn", "de wachtzaal")
        .doesNotContain("passages")
        .doesNotContain("salle");
  }

  @Test
  void blocksOfOneLanguageAfterTheOther() {
    isParted(
        "blocs.txt",
        """
        Prochaines étapes :

        • Fermer les passages à niveau de la ligne 75 pour la fin de l’année.
        • Rénover la salle d’attente avec les deux communes.

        Volgende stappen:

        • Tegen het einde van het jaar de overwegen van de lijn 75 sluiten.
        • Met beide gemeenten de wachtzaal vernieuwen.
        """);
  }

  @Test
  void eachStepInBothLanguages() {
    isParted(
        "paires.txt",
        """
        Gares / Stations

        Prochaines étapes / Volgende stappen :

        • Fermer les passages à niveau de la ligne 75 pour la fin de l’année.
          Tegen het einde van het jaar de overwegen van de lijn 75 sluiten.
        • Rénover la salle d’attente avec les deux communes.
          Met beide gemeenten de wachtzaal vernieuwen.
        """);
  }

  @Test
  void twoColumnsOfATable() {
    isParted(
        "colonnes.csv",
        """
        N°;Action;Actie;Échéance
        1;Fermer les passages à niveau de la ligne 75 pour la fin de l’année;Tegen het einde van het jaar de overwegen van de lijn 75 sluiten;31/12/2027
        2;Rénover la salle d’attente avec les deux communes;Met beide gemeenten de wachtzaal vernieuwen;01/06/2027
        """);
  }

  @Test
  void oneCellInBothLanguages() {
    isParted(
        "cellules.csv",
        """
        Action / Actie;Échéance / Termijn
        Fermer les passages à niveau de la ligne 75 pour la fin de l’année / Tegen het einde van het jaar de overwegen van de lijn 75 sluiten;31/12/2027
        Rénover la salle d’attente avec les deux communes / Met beide gemeenten de wachtzaal vernieuwen;01/06/2027
        """);
  }

  @Test
  void placesHoldInTheWholeText() {
    String text =
        """
        Prochaines étapes / Volgende stappen :

        • Fermer les passages à niveau de la ligne 75. De overwegen van de lijn 75 sluiten.
        • Rénover la salle d’attente avec la commune. Met de gemeente de wachtzaal vernieuwen.
        """;
    SourceText dutch = parts("places.txt", text).orElseThrow().otherText();

    assertThat(dutch.blocks())
        .anySatisfy(
            block ->
                assertThat(
                        dutch.text().substring(block.place().start(), block.place().end()).strip())
                    .startsWith("De overwegen van de lijn"));
  }

  @Test
  void aDocumentInOneLanguageIsNotParted() {
    assertThat(
            parts(
                "seul.txt",
                """
                Prochaines étapes :

                • Fermer les passages à niveau de la ligne 75 avec la FOD Mobiliteit en Vervoer.
                • Rénover la salle d’attente avec les deux communes et le service de la voirie.
                • Publier le guide dans les gares de la ligne.
                """))
        .isEmpty();
  }
}
