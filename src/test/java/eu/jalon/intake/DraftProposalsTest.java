package eu.jalon.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.TestDatabase;
import eu.jalon.TestParties;
import eu.jalon.commitment.Track;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.intake.draft.DeclarationDraft;
import eu.jalon.intake.draft.DraftField;
import eu.jalon.intake.draft.DraftFlag;
import eu.jalon.intake.draft.DraftGap;
import eu.jalon.intake.draft.DraftItem;
import eu.jalon.intake.draft.DraftList;
import eu.jalon.intake.draft.DraftOrigin;
import eu.jalon.intake.draft.DraftOwners;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.Texts;
import eu.jalon.shared.ValidationError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What drafts take from a document, and what a coordinator chooses in it. */
class DraftProposalsTest {

  private static final String DOCUMENT =
      """
      Réunion de Durbuy, le 4 mai 2026

      Les ministres conviennent de :

      • signer un acte avant le 1er octobre 2027 ;
      • échanger leurs listes.

      Le gardien peindra le phare.
      """;

  @ParameterizedTest
  @EnumSource
  void whatTheDocumentStatesIsMarkedWithItsPlaceAndTheRestIsAskedFor(TestDatabase database) {
    try (IntakeFixture fixture = IntakeFixture.of(database)) {
      DeclarationDraft draft = uploaded(fixture);
      DraftItem first = draft.items().get(0);

      assertThat(first.deadline()).hasToString("2027-10-01");
      DraftOrigin origin = Objects.requireNonNull(first.origin(DraftField.DEADLINE));
      assertThat(origin.kind()).isEqualTo(DraftOrigin.Kind.STATED);
      assertThat(DOCUMENT.substring(origin.start(), origin.end()))
          .isEqualTo("avant le 1er octobre 2027");
      assertThat(first.owners()).isEqualTo(DraftOwners.NONE);
      assertThat(first.flags()).contains(DraftFlag.UNSURE);
      assertThat(draft.gapsOf(1))
          .containsExactly(
              DraftGap.TITLE,
              DraftGap.lead(TestParties.BE),
              DraftGap.lead(TestParties.FR),
              DraftGap.ACCOUNTABLE);
      assertThat(draft.gapsOf(2)).contains(DraftGap.DEADLINE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aListThatDoesNotCountIsLeftOutAndWordsCanBeMarked(TestDatabase database) {
    try (IntakeFixture fixture = IntakeFixture.of(database)) {
      DeclarationDraft draft = uploaded(fixture);
      UUID id = draft.summary().id();
      int at = DOCUMENT.indexOf("Le gardien");

      fixture.review.choose(
          id, Set.of(), List.of(new MarkedPlace(at, DOCUMENT.length() - 1)), fixture.by);

      DeclarationDraft chosen = fixture.intake.get(id, fixture.by);
      assertThat(chosen.lists()).extracting(DraftList::counts).containsExactly(false);
      assertThat(chosen.kept())
          .extracting(DraftItem::text)
          .containsExactly("Le gardien peindra le phare.");
      assertThat(chosen.items()).extracting(DraftItem::n).containsExactly(1, 2, 3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void severalDraftsAreChangedTogetherOrNotAtAll(TestDatabase database) {
    try (IntakeFixture fixture = IntakeFixture.of(database)) {
      Map<Integer, ItemChange> stale = Map.of(1, dated(0), 2, dated(7));
      assertThatThrownBy(() -> fixture.review.change(fixture.id, stale, fixture.by))
          .isInstanceOf(ValidationError.class);
      assertThat(fixture.draft().items())
          .extracting(DraftItem::deadline)
          .doesNotContain(DeadlineRule.parse("S-77"));

      fixture.review.change(fixture.id, Map.of(1, dated(0), 2, dated(0)), fixture.by);

      assertThat(fixture.item(1).deadline()).hasToString("S-77");
      assertThat(fixture.item(2).origin(DraftField.DEADLINE)).isEqualTo(DraftOrigin.CORRECTED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theWordsOfAStepAndTheTitleOfAThemeAreEdited(TestDatabase database) {
    try (IntakeFixture fixture = IntakeFixture.of(database)) {
      fixture.change(
          2, new ItemChange(0, "Publier une carte.", Map.of(), null, null, null, null, null, null));
      fixture.review.changeTheme(fixture.id, 2, "Voies d’eau", null, fixture.by);

      assertThat(fixture.item(2).text()).isEqualTo("Publier une carte.");
      assertThat(fixture.draft().themes().get(1).title()).isEqualTo("Voies d’eau");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anUploadIsTakenAwayUntilItIsLaunched(TestDatabase database) {
    try (IntakeFixture fixture = IntakeFixture.of(database)) {
      UUID id = uploaded(fixture).summary().id();

      fixture.intake.delete(id, fixture.by);

      assertThatThrownBy(() -> fixture.intake.get(id, fixture.by))
          .isInstanceOf(ValidationError.class);
      fixture.complete();
      fixture.intake.launch(fixture.id, fixture.by);
      assertThatThrownBy(() -> fixture.intake.delete(fixture.id, fixture.by))
          .isInstanceOf(ValidationError.class);
    }
  }

  @ParameterizedTest
  @EnumSource(names = "H2")
  void aDocumentWithoutStepsIsADraftInWhichOneCanBeMarked(TestDatabase database) {
    try (IntakeFixture fixture = IntakeFixture.of(database)) {
      UUID id =
          fixture.intake.upload(
              "VD2018", "leeg.txt", "Het regent.".getBytes(StandardCharsets.UTF_8), fixture.by);
      assertThat(fixture.intake.get(id, fixture.by).items()).isEmpty();

      fixture.review.choose(id, Set.of(), List.of(new MarkedPlace(0, 11)), fixture.by);

      assertThat(fixture.intake.get(id, fixture.by).items())
          .singleElement()
          .satisfies(
              item -> {
                assertThat(item.text()).isEqualTo("Het regent.");
                assertThat(item.title().in(Texts.FR)).isNull();
                assertThat(item.title().in(Texts.NL)).isEqualTo("Het regent");
              });
    }
  }

  private static DeclarationDraft uploaded(IntakeFixture fixture) {
    UUID id =
        fixture.intake.upload(
            "VD2018", "durbuy-2.txt", DOCUMENT.getBytes(StandardCharsets.UTF_8), fixture.by);
    return fixture.intake.get(id, fixture.by);
  }

  private static ItemChange dated(int version) {
    return new ItemChange(
        version,
        Map.of(),
        Track.JOINT_POSITION,
        List.of(new MinistryCode("BE-MOB")),
        null,
        null,
        DeadlineRule.parse("S-77"),
        null);
  }
}
