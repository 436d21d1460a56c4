package eu.jalon.intake;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.TestDatabase;
import eu.jalon.intake.SourcePart.Kind;
import eu.jalon.intake.draft.DeclarationDraft;
import eu.jalon.intake.draft.DraftItem;
import eu.jalon.intake.store.DeclarationDrafts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The steps of a declaration found again in its text. */
class MarkedSourceTest {

  @Test
  void everyStepAndHeadingIsMarkedWhereItStands() {
    try (IntakeFixture fixture = IntakeFixture.of(TestDatabase.H2)) {
      List<SourcePart> parts = fixture.intake.source(fixture.draft(), fixture.by);

      assertThat(parts.get(0)).isEqualTo(new SourcePart(Kind.PROSE, 0, "Rencontre de Durbuy 2031"));
      assertThat(parts)
          .contains(
              new SourcePart(Kind.THEME, 1, "1. Sécurité des gares"),
              new SourcePart(Kind.STEP, 2, "• Publier un guide du voyageur."),
              new SourcePart(Kind.THEME, 2, "2. Ports et canaux"));
      assertThat(numbers(parts)).containsExactly(1, 2, 3, 4, 5);
    }
  }

  @Test
  void aScanKeepsAllItsWordsAndEachStepItsOwn() throws Exception {
    try (IntakeFixture fixture = IntakeFixture.of(TestDatabase.H2)) {
      String scan =
          new ClassPathResource("intake/scan.txt").getContentAsString(StandardCharsets.UTF_8);
      UUID id =
          fixture.intake.upload(
              "VD2021", "scan.txt", scan.getBytes(StandardCharsets.UTF_8), fixture.by);
      DeclarationDraft draft = fixture.intake.get(id, fixture.by);

      List<SourcePart> parts = fixture.intake.source(draft, fixture.by);

      assertThat(numbers(parts)).isEqualTo(draft.items().stream().map(DraftItem::n).toList());
      for (SourcePart part : parts) {
        if (part.kind() == Kind.STEP) {
          String step = letters(DeclarationDrafts.item(draft, part.number()).text());
          assertThat(letters(part.text())).as("step %d", part.number()).contains(step);
        }
      }
      String told = parts.stream().map(SourcePart::text).collect(Collectors.joining());
      assertThat(letters(scan).length() - letters(told).length()).isBetween(0, 3);
    }
  }

  @Test
  void bothPartsOfASplitStepAreMarked() {
    try (IntakeFixture fixture = IntakeFixture.of(TestDatabase.H2)) {
      fixture.review.split(fixture.id, 1, 0, fixture.item(1).text().indexOf("Former"), fixture.by);

      List<SourcePart> parts = fixture.intake.source(fixture.draft(), fixture.by);

      assertThat(numbers(parts)).containsExactly(1, 2, 3, 4, 5, 6);
      assertThat(parts)
          .filteredOn(part -> part.kind() == Kind.STEP && part.number() == 2)
          .singleElement()
          .extracting(SourcePart::text)
          .asString()
          .startsWith("Former")
          .endsWith("l’été.");
    }
  }

  private static List<Integer> numbers(List<SourcePart> parts) {
    return parts.stream().filter(part -> part.kind() == Kind.STEP).map(SourcePart::number).toList();
  }

  private static String letters(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
