package eu.jalon.intake.split.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where one step may in truth be two. */
class StepBoundariesTest {

  @Test
  void sentencesClausesDashesAndLostBulletsAreOffered() {
    assertThat(
            parts(
                "Tenir un registre. Il reste à Namur ; une copie à Lille – avec les clés"
                    + " Renforcer les rondes"))
        .containsExactly("Il reste", "une copi", "– avec l", "Renforce");
  }

  @Test
  void anAbbreviationOrANameIsNoPlace() {
    assertThat(parts("Appliquer l’art. 36 avec la Belgique")).isEmpty();
    assertThat(parts("")).isEmpty();
    assertThat(parts("Fin. …")).isEmpty();
  }

  @Test
  void aLongTextOffersAFew() {
    assertThat(StepBoundaries.of("Un mot. ".repeat(900))).hasSize(24);
  }

  private static List<String> parts(String text) {
    return StepBoundaries.of(text).stream()
        .map(at -> text.substring(at, Math.min(text.length(), at + 8)))
        .toList();
  }
}
