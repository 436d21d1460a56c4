package eu.jalon.intake.pair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlignmentTest {

  private static final List<VersionStep> FRENCH =
      List.of(
          step(0, "Ouvrir trois guichets communs de la douane à Menin", null),
          step(0, "Former 40 agents de la police des chemins de fer", "2027-03-01"),
          step(0, "Publier un guide pour les voyageurs", null),
          step(1, "Mettre en service une ligne d’alerte permanente", "2027-06-30"),
          step(1, "Organiser un exercice sur l’Escaut avec le centre Europol", null));

  private static final List<VersionStep> DUTCH =
      List.of(
          step(0, "Drie gemeenschappelijke douaneloketten openen in Menen", null),
          step(0, "40 agenten van de spoorwegpolitie opleiden", "2027-03-01"),
          step(0, "Een gids voor reizigers uitgeven", null),
          step(1, "Een permanente alarmlijn in gebruik nemen", "2027-06-30"),
          step(1, "Een oefening op de Schelde houden met het centrum van Europol", null));

  private static VersionStep step(int theme, String text, @Nullable String deadline) {
    return new VersionStep(theme, text, deadline, Set.of());
  }

  @Test
  void aTranslationIsPairedStepByStep() {
    Alignment alignment = Alignment.of(FRENCH, DUTCH);

    assertThat(alignment.pairs())
        .isEqualTo(IntStream.range(0, 5).mapToObj(i -> new StepPair(i, i)).toList());
    assertThat(alignment.isTranslation()).isTrue();
  }

  @Test
  void aStepThatOneVersionLacksStaysAlone() {
    for (int missing = 0; missing < FRENCH.size(); missing++) {
      List<VersionStep> shorter = new ArrayList<>(DUTCH);
      shorter.remove(missing);

      List<StepPair> expected = new ArrayList<>();
      for (int i = 0; i < FRENCH.size(); i++) {
        if (i != missing) {
          expected.add(new StepPair(i, i < missing ? i : i - 1));
        }
      }
      assertThat(Alignment.of(FRENCH, shorter).pairs())
          .as("without step %d", missing)
          .isEqualTo(expected);
    }
  }

  @Test
  void anotherDocumentIsNoTranslation() {
    List<VersionStep> other =
        List.of(
            step(0, "De havens van beide landen wisselen hun lijsten uit", "2029-01-01"),
            step(0, "Een werkgroep onderzoekt de brandweer in 12 gemeenten", null),
            step(1, "Leerlingen bezoeken elkaars scholen", null));

    assertThat(Alignment.of(FRENCH, other).isTranslation()).isFalse();
    assertThat(Alignment.of(FRENCH, List.of()).isTranslation()).isFalse();
  }

  @Test
  void longDocumentsArePairedInTime() {
    List<VersionStep> many =
        IntStream.range(0, 2000)
            .mapToObj(i -> step(i / 50, "Tenir la réunion numéro " + (1000 + i), null))
            .toList();
    List<VersionStep> translated =
        IntStream.range(0, 2000)
            .filter(i -> i % 100 != 7)
            .mapToObj(i -> step(i / 50, "Vergadering " + (1000 + i) + " houden", null))
            .toList();

    List<StepPair> pairs = Alignment.of(many, translated).pairs();

    assertThat(pairs).hasSize(1980);
    assertThat(pairs)
        .allSatisfy(
            pair ->
                assertThat(translated.get(pair.second()).text())
                    .contains(String.valueOf(1000 + pair.first())));
  }

  @Test
  void whatTwoStepsSayOtherwiseIsShown() {
    VersionStep one =
        new VersionStep(
            0, "Former 1.200 agents et 3 chefs", "2027-03-01", Set.of("BE-IBZ", "FR-INT"));
    VersionStep other =
        new VersionStep(0, "1 200 agenten en 4 chefs opleiden", "2027-04-01", Set.of("BE-IBZ"));

    assertThat(Difference.between(one, other))
        .containsExactly(
            new Difference(Difference.Kind.DEADLINE, "2027-03-01", "2027-04-01"),
            new Difference(Difference.Kind.NUMBERS, "3", "4"),
            new Difference(Difference.Kind.OWNERS, "FR-INT", ""));
    assertThat(Difference.between(one, one)).isEmpty();
  }
}
