package eu.jalon.intake.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A step has the words of its place in the document, in their order, and no place belongs to two
 * steps. Words outside all places are shown to the coordinator, who can mark them as a step.
 */
class WordConservationTest {

  private static final List<String> VOCABULARY =
      List.of(
          "Renforcer",
          "Installer",
          "phare",
          "grue",
          "Ostende",
          "non-signés",
          "d’écluse",
          "l'été",
          "I'hiver",
          "(fiche",
          "12.4)",
          "« quai »",
          "marée,",
          "fin.",
          "chenal ;",
          "Se",
          "S’unir",
          "lLes",
          "à",
          "2031",
          "e",
          "o",
          "rives.",
          "cale :",
          "- jetée",
          "Ence",
          "bi-",
          "A.",
          "ﬁn");
  private static final List<String> BULLETS =
      List.of("", "e ", "o ", "• ", "- ", "– ", "* ", "\t• ", "    o ");
  private static final List<String> LINE_ENDS = List.of("\n", "\r\n", "\r", "\n \n", "\n\n\n");

  private final Random chance = new Random();

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 2_000);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aStepHasTheWordsOfItsPlaceAndNoPlaceBelongsToTwoSteps(long seed) {
    chance.setSeed(seed);
    String document = "1. Quais\n\nEvaluation : Bon.\n\nProchaines étapes :\n\n" + list();

    List<SplitStep> steps =
        Documents.split(document).themes().stream()
            .flatMap(theme -> theme.steps().stream())
            .toList();

    int end = 0;
    for (SplitStep step : steps) {
      assertThat(step.span().start())
          .as("seed %d:%n%s", seed, document)
          .isGreaterThanOrEqualTo(end);
      end = step.span().end();
      assertThat(Documents.words(document.substring(step.span().start(), end)))
          .as("seed %d:%n%s", seed, document)
          .containsSubsequence(Documents.words(step.text()));
    }
    assertThat(steps).as("seed %d:%n%s", seed, document).isNotEmpty();
  }

  private String list() {
    var list = new StringBuilder();
    for (int item = 0; item <= chance.nextInt(8); item++) {
      list.append(pick(BULLETS)).append("Lever");
      for (int word = chance.nextInt(40); word > 0; word--) {
        addWord(list);
      }
      list.append(pick(List.of("", ".", " ;"))).append(pick(LINE_ENDS));
    }
    return list.toString();
  }

  /**
   * No line begins with a single letter: there a misread bullet and a word look the same. No
   * capital follows an empty line: there a paragraph begins that may be no step.
   */
  private void addWord(StringBuilder list) {
    String word = pick(VOCABULARY);
    boolean mayWrap = word.length() > 1 && chance.nextInt(6) == 0;
    boolean opens =
        word.codePoints().filter(Character::isLetter).limit(1).noneMatch(Character::isLowerCase);
    List<String> ends = opens ? LINE_ENDS.subList(0, 3) : LINE_ENDS;
    list.append(mayWrap ? pick(ends) : " ").append(word);
  }

  private String pick(List<String> choices) {
    return choices.get(chance.nextInt(choices.size()));
  }
}
