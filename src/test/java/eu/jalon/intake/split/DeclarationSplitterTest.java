package eu.jalon.intake.split;

import static eu.jalon.intake.split.Documents.steps;
import static eu.jalon.intake.split.Documents.withList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.jalon.shared.ValidationError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The single rules by which a list becomes steps, and what is refused. */
class DeclarationSplitterTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"e ", "o ", "• ", "•", "- ", "– ", "* ", "© ", "1) ", "1. ", "a) ", "-\t"})
  void everyKindOfBulletOpensAStep(String bullet) {
    assertThat(steps(withList(bullet + "Lever le pont", bullet + "Baisser la grue")))
        .containsExactly("Lever le pont", "Baisser la grue");
  }

  @Test
  void aBulletMayStandAloneAboveItsWords() {
    assertThat(steps(withList("•", "Lever le pont", "•", "", "Baisser la grue")))
        .containsExactly("Lever le pont", "Baisser la grue");
  }

  @Test
  void aDashAtTheStartOfAWrappedLineIsNoBullet() {
    assertThat(steps(withList("e Ouvrir le quai nord", "- Canal de jonction - au public.")))
        .containsExactly("Ouvrir le quai nord - Canal de jonction - au public.");
  }

  @Test
  void subBulletsStayWithTheirStep() {
    assertThat(steps(withList("• Former", "   o les grutiers", "   o les pilotes", "• Payer")))
        .containsExactly("Former – les grutiers – les pilotes", "Payer");
  }

  @Test
  void paragraphsWithoutAnyFinalSignAreParted() {
    assertThat(steps(withList("Un phare au nord", "", "Trois bouées", "", "Les cartes du chenal")))
        .containsExactly("Un phare au nord", "Trois bouées", "Les cartes du chenal");
  }

  @Test
  void linesThatEachEndASentenceAreOneStepEach() {
    assertThat(steps(withList("Le phare sera peint.", "Les bouées seront comptées.")))
        .containsExactly("Le phare sera peint.", "Les bouées seront comptées.");
  }

  @Test
  void aSentenceThatGoesOnInTheSameBulletDoesNotOpenAStep() {
    assertThat(steps(withList("e Peindre le phare avant les grandes", "marées. Le ton est libre.")))
        .containsExactly("Peindre le phare avant les grandes marées. Le ton est libre.");
  }

  @Test
  void theListMayBeginOnTheLineOfItsLabel() {
    assertThat(steps("1. Quais\nProchaines étapes : Peindre le phare."))
        .containsExactly("Peindre le phare.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Prochaines étapes :", "PROCHAINES ETAPES", "prochaines étapes:", "Prochaines 6tapes :",
        "Prochalnes étapes ;", "**Prochaines étapes :**", "e Prochaines étapes :", "Next steps:",
        "Volgende stappen", "2.1 Prochaines étapes :"
      })
  void theLabelOfAListIsKnownInManyShapes(String label) {
    assertThat(steps("1. Quais\n\n" + label + "\n\n- Peindre le phare.\n"))
        .containsExactly("Peindre le phare.");
  }

  @Test
  void aSentenceThatNamesTheNextStepsIsNoLabel() {
    assertThat(steps(withList("e Publier chaque mois les", "prochaines étapes du chantier.")))
        .containsExactly("Publier chaque mois les prochaines étapes du chantier.");
  }

  @Test
  void aPageBreakWithItsNumberLeavesNoTrace() {
    assertThat(steps(withList("e Peindre le phare avant", "", "  7", "\fla grande marée.")))
        .containsExactly("Peindre le phare avant la grande marée.");
  }

  @Test
  void aListThatGoesOnUnderARepeatedLabelStaysInItsTheme() {
    String text = withList("e Un.", "e Deux.", "Prochaines étapes (suite) :", "e Trois.");

    assertThat(Documents.split(text).themes()).hasSize(1);
    assertThat(steps(text)).containsExactly("Un.", "Deux.", "Trois.");
  }

  @Test
  void aThemeWithoutALookBackIsFoundByItsNumber() {
    var themes =
        Documents.split(
                withList(
                    "e Un.", "", "2. Digues", "", "Tout va bien.", "", "Next steps:", "- Deux."))
            .themes();

    assertThat(themes).extracting(SplitTheme::title).containsExactly("Quais", "Digues");
    assertThat(themes.get(1).evaluation()).isEqualTo("Tout va bien.");
  }

  @Test
  void aMisreadNumberDoesNotDisturbTheOnesBehindIt() {
    String text =
        """
        1. A
        Evaluation : x.
        Next steps:
        - u.

        8. B
        Evaluation : x.
        Next steps:
        - v.

        3. C
        Evaluation : x.
        Next steps:
        - w.
        """;

    assertThat(Documents.split(text).themes())
        .extracting(SplitTheme::number)
        .containsExactly(1, 2, 3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " \n\t\uFEFF\r\f",
        "Bonjour.",
        "1. A\nEvaluation : x.\n",
        "1. A\nProchaines étapes :\n"
      })
  void aTextWithoutStepsIsADraftWithoutAny(String text) {
    assertThat(Documents.split(text).stepCount()).isZero();
  }

  @Test
  void twoThousandStepsAreReadAndOneMoreIsRefusedWithTheCount() {
    String full = withList(Collections.nCopies(2_000, "- Pas.").toArray(String[]::new));

    assertThat(steps(full)).hasSize(2_000);
    assertThat(assertRefused(full + "\n- Pas.", "declaration.tooManySteps").arguments())
        .containsExactly(2_001);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "(",
        "- ",
        "1. A\n",
        "I. A\n",
        "\n",
        "Evaluation :\n",
        "Prochaines étapes :\n",
        "x, ",
        "X.\n\n",
        "2. X\n\n",
        ")\n",
        "-\n",
        "a-\n",
        "\f"
      })
  void twoMebibytesOfAnythingAreReadInBoundedTime(String piece) {
    String text = withList(piece.repeat(2 * 1024 * 1024 / piece.length()));

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          try {
            assertThat(Documents.split(text).stepCount()).isNotNegative();
          } catch (ValidationError refused) {
            assertThat(refused.key()).isIn("declaration.tooManySteps", "document.tooMuch");
          }
        });
  }

  private static ValidationError assertRefused(String text, String key) {
    var refusals = new ArrayList<ValidationError>();
    assertThatExceptionOfType(ValidationError.class)
        .isThrownBy(() -> Documents.split(text))
        .satisfies(refusals::add)
        .extracting(ValidationError::key)
        .isEqualTo(key);
    return refusals.get(0);
  }
}
