package eu.jalon.intake.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole document with the faults of a scan comes out as its themes and steps. */
class ScannedDeclarationTest {

  private final SplitDeclaration declaration = Documents.split(Documents.scan());

  @Test
  void themesKeepTheirNumbersAndTheLostOneIsInferred() {
    assertThat(declaration.themes()).extracting(SplitTheme::number).containsExactly(1, 2, 3, 4);
  }

  @Test
  void headingsOverTwoLinesBecomeOneTitle() {
    assertThat(declaration.themes())
        .extracting(SplitTheme::title)
        .containsExactly(
            "Gardes des ponts et des écluses",
            "Douanes volantes, contréles vétérinaires et suivi des troupeaux en transhumance",
            "Secours en montagne et alerte des crues, ainsi que les exercices communs d’hiver",
            "Musées de frontiere");
  }

  @Test
  void theLookBackIsKeptApart() {
    assertThat(declaration.themes())
        .extracting(SplitTheme::evaluation)
        .containsExactly(
            "Les rondes ont eu lieu chaque mois ; trois écluses restent sans gardien. Le bilan est"
                + " bon.",
            "Les troupeaux ont été comptés.",
            "Une seule crue fut signalée en amont, dont la cause reste a établir.",
            "Rien n’a été fait.");
  }

  @Test
  void misreadBulletsAndPageBreaksDoNotHideAStep() {
    assertThat(steps(1))
        .containsExactly(
            "Tenir un registre unique des clés, des serrures et des badges remis aux éclusiers des"
                + " deux rives.",
            "Nommer avant l’été un responsable (un titulaire et son remplagant) pour chaque pont"
                + " mobile.",
            "Publier les horaires, qu'ils soient d’été ou d’hiver, sur les panneaux des quais.",
            "Acheter deux vedettes rapides pour les rondes de nuit",
            "lLes gardiens des deux rives porteront le méme brassard.");
  }

  @Test
  void paragraphsWithoutBulletsAreStepsAndRunTogetherOnesAreParted() {
    assertThat(steps(2))
        .containsExactly(
            "Réviser le carnet de transhumance et le traduire dans les trois langues du plateau. La"
                + " France relira la version du Luxembourg et du Royaume-Uni avant la foire.",
            "Vacciner les chiens de berger contre la rage.",
            "Ence quiconcerne les abreuvoirs, préférer les points d’eau déja clos, par exemple le"
                + " bassin du moulin (fiche 12.4) pour éviter les files.",
            "Partager les relevés des balances. Chaque poste garde une copie papier des relevés"
                + " non-signés pendant un an.");
  }

  @Test
  void anEmptyLineInsideASentenceDoesNotPartIt() {
    assertThat(steps(3))
        .containsExactly(
            "Mener un exercice commun a la fonte des neiges avec les pompiers, les guides ou des"
                + " bénévoles formés au pied des cols.",
            "Installer une siréne au barrage, reliée aux deux casernes.",
            "Demander a chaque commune une carte des gués.",
            "S’accorder sur un code radio.");
  }

  @Test
  void theConclusionBelongsToNoList() {
    assertThat(steps(4))
        .containsExactly(
            "(Cesmusées ouvriront leurs réserves aux écoles.",
            "Préter chaque année une vitrine au voisin.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\r", "\u2028"})
  void lineEndsDoNotMatter(String lineEnd) {
    assertThat(words(Documents.split(Documents.scan().replace("\n", lineEnd))))
        .isEqualTo(words(declaration));
  }

  @Test
  void neitherTabsNorHardBlanksNorAByteOrderMarkMatter() {
    String disguised = "\uFEFF" + Documents.scan().replace(" : ", "\u00A0:\t").replace("e ", "e\t");

    assertThat(words(Documents.split(disguised))).isEqualTo(words(declaration));
  }

  @Test
  void theContextPartMayBeMissing() {
    String text = Documents.scan();

    assertThat(words(Documents.split(text.substring(text.indexOf("1. Gardes")))))
        .isEqualTo(words(declaration));
  }

  @Test
  void aDutchDeclarationIsReadTheSameWay() {
    var dutch = Documents.split(Documents.dutch());

    assertThat(dutch.themes())
        .extracting(SplitTheme::title)
        .containsExactly("Bruggen en sluizen", "Dieren op de grens");
    assertThat(Documents.steps(Documents.dutch()))
        .containsExactly(
            "De sleutellijst elk kwartaal nakijken en aan beide kanten bewaren. Verder elke sluis"
                + " van een logboek voorzien.",
            "Een meldpunt openen: – per telefoon, – per brief.",
            "Borden plaatsen.",
            "Kuddes tellen",
            "Honden inenten tegen hondsdolheid");
  }

  /** Everything but the places in the text. */
  private static List<String> words(SplitDeclaration split) {
    return split.themes().stream()
        .flatMap(
            theme ->
                Stream.concat(
                    Stream.of(theme.number() + " " + theme.title(), theme.evaluation()),
                    theme.steps().stream().map(SplitStep::text)))
        .toList();
  }

  private List<String> steps(int theme) {
    return declaration.themes().get(theme - 1).steps().stream().map(SplitStep::text).toList();
  }
}
