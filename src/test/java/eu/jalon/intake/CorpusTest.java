package eu.jalon.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.intake.Corpus.Entry;
import eu.jalon.intake.CorpusScore.Counts;
import eu.jalon.intake.CorpusScore.DocumentScore;
import eu.jalon.intake.CorpusScore.DueKind;
import eu.jalon.intake.CorpusScore.TrueStep;
import eu.jalon.intake.CorpusScore.TrueTheme;
import eu.jalon.intake.CorpusScore.Truth;
import eu.jalon.intake.DocumentProposals.ProposedStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The corpus of documents, the scoring of proposals, and the report on what the register proposes.
 * The system property {@code jalon.corpus} names another folder to score.
 */
class CorpusTest {

  private static final Path OWN_CORPUS = Path.of("src/test/resources/documents/corpus");
  private static final Path FOLDER =
      Path.of(System.getProperty("jalon.corpus", OWN_CORPUS.toString()));
  private static final Path REPORT = Path.of("target/intake/report.md");
  private static final LocalDate JUNE = LocalDate.of(2027, 6, 30);
  private static final String FERRY = "Extend the winter timetable of the ferry to both islands.";
  private static final String BRIDGE = "Repair the swing bridge before the end of June 2027.";

  private static final Set<String> OWNERS =
      Set.of(
          "BE-PM", "BE-IBZ", "BE-JUS", "BE-MAE", "BE-DEF", "BE-AMI", "BE-FIN", "BE-MOB", "FR-PM",
          "FR-INT", "FR-JUS", "FR-MEAE", "FR-ARM", "FR-ECO", "FR-TRA");

  @Test
  void theReportOnTheRegisteredProposalsIsWritten() throws IOException {
    for (DocumentProposals proposals : ServiceLoader.load(DocumentProposals.class)) {
      Corpus corpus = Corpus.read(FOLDER);

      Map<Entry, DocumentScore> scores = corpus.score(proposals);
      Corpus.write(REPORT, Corpus.report(scores));

      assertThat(scores).hasSameSizeAs(corpus.entries());
    }
  }

  @Test
  void theProposalsForTheCorpusKeepTheirQuality() throws IOException {
    Counts sum =
        Corpus.read(OWN_CORPUS).score(new IntakeProposals()).values().stream()
            .map(DocumentScore::counts)
            .reduce(Counts.NONE, Counts::plus);

    assertThat(sum.recall()).isGreaterThanOrEqualTo(0.95);
    assertThat(sum.precision()).isGreaterThanOrEqualTo(0.95);
    assertThat(sum.datesRight()).isGreaterThanOrEqualTo((int) (sum.datesStated() * 0.9));
    assertThat(sum.datesFalse()).isZero();
    assertThat(sum.ownersRight()).isGreaterThanOrEqualTo((int) (sum.ownersStated() * 0.8));
    assertThat(sum.ownersFalse()).isLessThanOrEqualTo(4);
  }

  @Test
  void everyDocumentHasATruthFileAndKeepsItsRules() throws IOException {
    Corpus corpus = Corpus.read(FOLDER);

    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> !name.endsWith(".truth.json") && !name.equals("README.md"))
          .containsExactlyInAnyOrderElementsOf(
              corpus.entries().stream().map(Entry::fileName).toList());
    }
    for (Entry entry : corpus.entries()) {
      assertThat(Files.size(entry.file())).as(entry.fileName()).isBetween(1L, 100_000L);
      assertThat(entry.truth().language())
          .as(entry.fileName())
          .isNotEmpty()
          .isSubsetOf("fr", "nl", "en");
      for (TrueTheme theme : entry.truth().themes()) {
        assertThat(theme.steps()).as(entry.fileName()).isNotEmpty();
        for (TrueStep step : theme.steps()) {
          assertThat(step.owners()).as(step.text()).isSubsetOf(OWNERS).doesNotHaveDuplicates();
          assertThat(step.text()).isNotBlank().doesNotContain("\n");
        }
      }
    }
  }

  @Test
  void proposingTheTruthItselfIsPerfectOnEveryDocument() throws IOException {
    for (Entry entry : Corpus.read(FOLDER).entries()) {
      DocumentScore score = CorpusScore.score(perfect(entry.truth()), entry.truth());

      Counts counts = score.counts();
      assertThat(score.missed()).as(entry.fileName()).isEmpty();
      assertThat(score.extra()).as(entry.fileName()).isEmpty();
      assertThat(score.wrong()).as(entry.fileName()).isEmpty();
      assertThat(counts.recall()).isEqualTo(1);
      assertThat(counts.precision()).isEqualTo(1);
      assertThat(counts.datesRight()).isEqualTo(counts.datesStated());
      assertThat(counts.ownersRight()).isEqualTo(counts.ownersStated());
      assertThat(counts.themesRight()).isEqualTo(counts.themesStated());
    }
  }

  @Test
  void twoStepsRunTogetherMatchNeither() {
    DocumentScore score =
        CorpusScore.score(
            List.of(proposed(FERRY + " " + BRIDGE)), truth(step(FERRY), step(BRIDGE)));

    assertThat(score.missed()).containsExactly(FERRY, BRIDGE);
    assertThat(score.extra()).containsExactly(FERRY + " " + BRIDGE);
    assertThat(score.counts().recall()).isZero();
    assertThat(score.counts().precision()).isZero();
  }

  @Test
  void halfAStepIsNotAMatch() {
    DocumentScore score =
        CorpusScore.score(List.of(proposed("Extend the winter timetable")), truth(step(FERRY)));

    assertThat(score.counts().matched()).isZero();
  }

  @Test
  void caseAccentsPunctuationAndAnIntroductionDoNotPreventAMatch() {
    DocumentScore score =
        CorpusScore.score(
            List.of(
                proposed("Les ministres decident : d'ETENDRE l'horaire d'hiver du bac-navette")),
            truth(step("étendre l’horaire d’hiver du bac navette ;")));

    assertThat(score.counts().matched()).isEqualTo(1);
  }

  @Test
  void theSameStepProposedTwiceCountsOnceAndTheSecondIsExtra() {
    DocumentScore score =
        CorpusScore.score(List.of(proposed(FERRY), proposed(FERRY)), truth(step(FERRY)));

    assertThat(score.counts().matched()).isEqualTo(1);
    assertThat(score.extra()).containsExactly(FERRY);
  }

  @Test
  void theCloserOfTwoSimilarStepsIsTaken() {
    String north = "Repair the swing bridge at the north lock";
    String south = "Repair the swing bridge at the south lock";

    DocumentScore score =
        CorpusScore.score(
            List.of(proposed(south, JUNE), proposed(north)),
            truth(step(north), dated(south, JUNE)));

    assertThat(score.counts().matched()).isEqualTo(2);
    assertThat(score.wrong()).isEmpty();
  }

  @Test
  void aStepInTwoLanguagesMatchesEitherWordingOrBoth() {
    TrueStep bilingual =
        new TrueStep(
            "Réparer le pont tournant de l'écluse",
            List.of("De draaibrug bij de sluis herstellen"),
            null,
            null,
            List.of(),
            false);

    assertThat(matched("Réparer le pont tournant de l'écluse", bilingual)).isEqualTo(1);
    assertThat(matched("De draaibrug bij de sluis herstellen", bilingual)).isEqualTo(1);
    assertThat(
            matched(
                "Réparer le pont tournant de l'écluse / De draaibrug bij de sluis herstellen",
                bilingual))
        .isEqualTo(1);
  }

  @Test
  void anOptionalStepIsCountedNeitherWhenProposedNorWhenLeftOut() {
    TrueStep optional = new TrueStep(FERRY, List.of(), null, null, List.of(), true);

    assertThat(CorpusScore.score(List.of(proposed(FERRY)), truth(optional)).counts())
        .isEqualTo(Counts.NONE);
    assertThat(CorpusScore.score(List.of(), truth(optional)).counts()).isEqualTo(Counts.NONE);
  }

  @Test
  void aDateIsRightOnlyToTheDayAndFalseWhereThereIsNoDeadline() {
    Counts right =
        CorpusScore.score(List.of(proposed(BRIDGE, JUNE)), truth(dated(BRIDGE, JUNE))).counts();
    Counts other =
        CorpusScore.score(List.of(proposed(BRIDGE, JUNE.minusDays(1))), truth(dated(BRIDGE, JUNE)))
            .counts();
    Counts none = CorpusScore.score(List.of(proposed(BRIDGE)), truth(dated(BRIDGE, JUNE))).counts();
    Counts invented =
        CorpusScore.score(List.of(proposed(FERRY, JUNE)), truth(step(FERRY))).counts();

    assertThat(List.of(right.datesStated(), right.datesRight(), right.datesFalse()))
        .containsExactly(1, 1, 0);
    assertThat(List.of(other.datesStated(), other.datesRight(), other.datesFalse()))
        .containsExactly(1, 0, 1);
    assertThat(List.of(none.datesStated(), none.datesRight(), none.datesFalse()))
        .containsExactly(1, 0, 0);
    assertThat(List.of(invented.datesStated(), invented.datesRight(), invented.datesFalse()))
        .containsExactly(0, 0, 1);
  }

  @Test
  void ownersAreRightWhenAllAreProposedAndFalseWhenOneIsWrong() {
    assertThat(owners(List.of("FR-TRA", "BE-MOB"))).containsExactly(1, 1, 0);
    assertThat(owners(List.of("BE-MOB"))).containsExactly(1, 0, 0);
    assertThat(owners(List.of("BE-MOB", "FR-TRA", "BE-FIN"))).containsExactly(1, 0, 1);
  }

  @Test
  void aThemeIsRightWhenItsTitleIsHeldByTheProposedOne() {
    Truth truth =
        new Truth(
            List.of("fr", "nl"),
            null,
            List.of(new TrueTheme("Mobilité", List.of("Mobiliteit"), List.of(step(FERRY)))));

    assertThat(themesRight("Thème 2 : MOBILITE", truth)).isEqualTo(1);
    assertThat(themesRight("Mobiliteit", truth)).isEqualTo(1);
    assertThat(themesRight("Justice", truth)).isZero();
    assertThat(themesRight(null, truth)).isZero();
  }

  @Test
  void aDocumentWithoutStepsIsPerfectOnlyWhenNothingIsProposed() {
    assertThat(CorpusScore.score(List.of(), truth()).counts().precision()).isEqualTo(1);
    assertThat(CorpusScore.score(List.of(proposed(FERRY)), truth()).counts().precision()).isZero();
  }

  @Test
  void aTruthFileWithAMisspeltFieldOrADateWithoutItsKindIsRefused(@TempDir Path folder)
      throws IOException {
    Path truth = folder.resolve("a.txt.truth.json");

    Files.writeString(truth, "{\"language\": [\"fr\"], \"themes\": [], \"tehmes\": []}");
    assertThatThrownBy(() -> Corpus.read(folder)).hasMessageContaining("tehmes");

    Files.writeString(
        truth,
        """
        {"language": ["fr"], "themes": [{"steps": [
          {"text": "Publier", "dueOn": "2027-06-30", "owners": []}]}]}
        """);
    assertThatThrownBy(() -> Corpus.read(folder)).hasMessageContaining("dueKind");
  }

  @Test
  void theReportShowsEachDocumentTheSumsAndTheDifferences(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("a.txt"), "- " + FERRY);
    Files.writeString(
        folder.resolve("a.txt.truth.json"),
        """
        {"language": ["en"], "documentDate": "2027-01-02", "themes": [{"steps": [
          {"text": "Extend the winter timetable of the ferry to both islands.", "owners": []},
          {"text": "Repair the bridge", "owners": ["BE-MOB"]}]}]}
        """);

    String report =
        Corpus.report(
            Corpus.read(folder)
                .score((name, content, day) -> List.of(proposed(FERRY, day), proposed("Lunch"))));

    assertThat(report)
        .contains("| a.txt | 2 | 2 | 1 | 0.50 | 0.50 | 0/0 | 1 | 0/0 | 0 | 0/0 |")
        .contains("| format txt | 2 | 2 | 1 |")
        .contains("| language en | 2 | 2 | 1 |")
        .contains("| **all** | 2 | 2 | 1 |")
        .contains("- missed: Repair the bridge")
        .contains("- extra: Lunch")
        .contains("- wrong: date 2027-01-02 instead of null: " + FERRY);
  }

  private static List<ProposedStep> perfect(Truth truth) {
    return truth.themes().stream()
        .flatMap(
            theme ->
                theme.steps().stream()
                    .map(
                        step ->
                            new ProposedStep(
                                step.text(), theme.title(), step.dueOn(), step.owners())))
        .collect(Collectors.toList());
  }

  private static int matched(String text, TrueStep step) {
    return CorpusScore.score(List.of(proposed(text)), truth(step)).counts().matched();
  }

  private static List<Integer> owners(List<String> proposed) {
    TrueStep step = new TrueStep(FERRY, List.of(), null, null, List.of("BE-MOB", "FR-TRA"), false);
    Counts counts =
        CorpusScore.score(List.of(new ProposedStep(FERRY, null, null, proposed)), truth(step))
            .counts();
    return List.of(counts.ownersStated(), counts.ownersRight(), counts.ownersFalse());
  }

  private static int themesRight(@Nullable String theme, Truth truth) {
    return CorpusScore.score(List.of(new ProposedStep(FERRY, theme, null, List.of())), truth)
        .counts()
        .themesRight();
  }

  private static ProposedStep proposed(String text) {
    return proposed(text, null);
  }

  private static ProposedStep proposed(String text, @Nullable LocalDate dueOn) {
    return new ProposedStep(text, null, dueOn, List.of());
  }

  private static Truth truth(TrueStep... steps) {
    return new Truth(
        List.of("en"),
        null,
        steps.length == 0 ? List.of() : List.of(new TrueTheme(null, List.of(), List.of(steps))));
  }

  private static TrueStep step(String text) {
    return new TrueStep(text, List.of(), null, null, List.of(), false);
  }

  private static TrueStep dated(String text, LocalDate dueOn) {
    return new TrueStep(text, List.of(), dueOn, DueKind.DATE, List.of(), false);
  }
}
