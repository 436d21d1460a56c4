package eu.jalon.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.TestDatabase;
import eu.jalon.TestParties;
import eu.jalon.commitment.Track;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.intake.draft.DeclarationDraft;
import eu.jalon.intake.draft.DraftGap;
import eu.jalon.intake.draft.DraftItem;
import eu.jalon.intake.draft.DraftTheme;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.Texts;
import eu.jalon.shared.ValidationError;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is done to the drafts of a declaration before it is launched. */
class DraftReviewTest {

  @ParameterizedTest
  @EnumSource
  void aSplitStepKeepsItsWordsInTwoPartsAndTheFollowingCountOneFurther(TestDatabase database) {
    try (IntakeFixture fixture = IntakeFixture.of(database)) {
      DraftItem whole = fixture.item(1);
      int at = whole.text().indexOf("Former");

      fixture.review.split(fixture.id, 1, whole.version(), at, fixture.by);

      DeclarationDraft draft = fixture.draft();
      assertThat(draft.items()).extracting(DraftItem::n).containsExactly(1, 2, 3, 4, 5, 6);
      assertThat(draft.items()).extracting(DraftItem::position).containsExactly(1, 2, 3, 4, 1, 2);
      assertThat(fixture.item(1).text() + " " + fixture.item(2).text()).isEqualTo(whole.text());
      assertThat(fixture.item(1).title().in(Texts.FR)).startsWith("Installer");
      assertThat(fixture.item(2).title().in(Texts.FR)).startsWith("Former");
      assertThat(fixture.item(3).text()).startsWith("Publier");
      assertThat(draft.summary().items()).isEqualTo(6);
      assertThat(draft.themes()).extracting(DraftTheme::steps).containsExactly(4, 2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatWasCorrectedGoesToBothParts(TestDatabase database) {
    try (IntakeFixture fixture = IntakeFixture.of(database)) {
      fixture.change(
          1,
          new ItemChange(
              0,
              Map.of(Texts.FR, "Un titre à nous", Texts.NL, "Een eigen titel"),
              Track.JOINT_POSITION,
              List.of(new MinistryCode("BE-MOB"), new MinistryCode("FR-TRA")),
              null,
              null,
              DeadlineRule.parse("S-90"),
              null));

      fixture.review.split(
          fixture.id, 1, fixture.version(1), fixture.item(1).text().indexOf("Former"), fixture.by);

      assertThat(fixture.item(1).title().in(Texts.NL)).isEqualTo("Een eigen titel");
      DraftItem second = fixture.item(2);
      assertThat(second.title().in(Texts.NL)).isNull();
      assertThat(second.track()).isEqualTo(Track.JOINT_POSITION);
      assertThat(second.owners()).isEqualTo(fixture.item(1).owners());
      assertThat(second.deadline()).hasToString("S-90");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoSawAnotherStepUnderANumberChangesNothingThere(TestDatabase database) {
    try (IntakeFixture fixture = IntakeFixture.of(database)) {
      fixture.titled(2, "Gids");
      fixture.titled(2, "Reisgids");
      int seen = fixture.version(2);
      fixture.review.split(fixture.id, 1, 0, fixture.item(1).text().indexOf("Former"), fixture.by);

      assertRefused(
          "declaration.itemChanged",
          () ->
              fixture.change(
                  2,
                  new ItemChange(
                      seen, Map.of(Texts.FR, "Ailleurs"), null, null, null, null, null, null)));
      assertRefused(
          "declaration.itemChanged", () -> fixture.review.merge(fixture.id, 3, 0, fixture.by));

      ItemChange seenUntouched =
          new ItemChange(0, Map.of(Texts.FR, "Ailleurs"), null, null, null, null, null, null);
      assertRefused("declaration.itemChanged", () -> fixture.change(4, seenUntouched));
      assertThat(fixture.item(4).title().in(Texts.FR)).startsWith("Réunir");

      assertThat(fixture.item(2).title().in(Texts.FR)).startsWith("Former");
      assertThat(fixture.item(3).title().in(Texts.NL)).isEqualTo("Reisgids");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMergedStepIsNotOpenBecauseOneOfItsPartsWas(TestDatabase database) {
    try (IntakeFixture fixture = IntakeFixture.of(database)) {
      fixture.change(
          1,
          new ItemChange(
              0,
              null,
              Map.of(),
              null,
              null,
              null,
              null,
              null,
              null,
              ItemChange.Restriction.NOT_RESTRICTED));

      fixture.review.merge(fixture.id, 1, fixture.version(1), fixture.by);

      assertThat(fixture.item(1).restricted()).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMergedStepTakesTheWordsAndTheMinistriesOfTheNextOfItsTheme(TestDatabase database) {
    try (IntakeFixture fixture = IntakeFixture.of(database)) {
      fixture.change(
          2,
          new ItemChange(
              0,
              Map.of(),
              null,
              List.of(new MinistryCode("BE-FIN"), new MinistryCode("FR-ECO")),
              null,
              null,
              null,
              null));
      fixture.change(1, leads(fixture, 1, "BE-IBZ", "FR-INT"));
      DraftItem first = fixture.item(1);

      fixture.review.merge(fixture.id, 1, first.version(), fixture.by);

      DraftItem merged = fixture.item(1);
      assertThat(merged.text()).isEqualTo(first.text() + " Publier un guide du voyageur.");
      assertThat(merged.title()).isEqualTo(first.title());
      assertThat(merged.owners().lead(TestParties.BE))
          .isEqualTo(first.owners().lead(TestParties.BE));
      assertThat(merged.owners().associated())
          .contains(new MinistryCode("BE-FIN"), new MinistryCode("FR-ECO"));
      assertThat(fixture.draft().items()).extracting(DraftItem::n).containsExactly(1, 2, 3, 4);
      assertThat(fixture.draft().items())
          .extracting(DraftItem::position)
          .containsExactly(1, 2, 1, 2);
      assertRefused(
          "declaration.mergeLast",
          () -> fixture.review.merge(fixture.id, 2, fixture.version(2), fixture.by));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStepThatIsLeftOutTakesNoPlaceUntilItIsTakenInAgain(TestDatabase database) {
    try (IntakeFixture fixture = IntakeFixture.of(database)) {
      fixture.leftOut(2, true);

      assertThat(fixture.item(2).leftOut()).isTrue();
      assertThat(fixture.item(3).position()).isEqualTo(2);
      assertThat(fixture.draft().summary().items()).isEqualTo(4);
      assertThat(fixture.draft().gapsOf(2)).isEmpty();
      assertRefused(
          "declaration.leftOut",
          () -> fixture.review.split(fixture.id, 2, fixture.version(2), 8, fixture.by));

      fixture.leftOut(2, false);

      assertThat(fixture.draft().items()).extracting(DraftItem::position).startsWith(1, 2, 3);
      assertThat(fixture.draft().summary().items()).isEqualTo(5);
    }
  }

  @ParameterizedTest
  @EnumSource(names = "H2")
  void aCutThatLeavesNoWordOnOneSideIsRefused(TestDatabase database) {
    try (IntakeFixture fixture = IntakeFixture.of(database)) {
      int length = fixture.item(2).text().length();
      for (int at : new int[] {-1, 0, length - 1, length, length + 40}) {
        assertRefused(
            "declaration.splitPlace", () -> fixture.review.split(fixture.id, 2, 0, at, fixture.by));
      }
      assertThat(fixture.draft().items()).hasSize(5);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsLaunchedWhileSomethingIsMissingAndTheRefusalNamesIt(TestDatabase database) {
    try (IntakeFixture fixture = IntakeFixture.of(database)) {
      fixture.complete();
      assertThat(fixture.draft().gaps()).isEmpty();
      fixture.titled(2, " ");
      fixture.change(4, leads(fixture, 4, "BE-PM", "FR-XYZ"));
      fixture.change(
          5,
          new ItemChange(
              fixture.version(5),
              Map.of(),
              null,
              null,
              null,
              null,
              DeadlineRule.parse("2027-01-03"),
              null));

      assertThat(fixture.draft().gapsOf(2)).containsExactly(DraftGap.TITLE);
      assertThat(fixture.draft().gapsOf(4))
          .containsExactly(DraftGap.lead(TestParties.BE), DraftGap.lead(TestParties.FR));
      assertThat(fixture.draft().gapsOf(5)).containsExactly(DraftGap.DEADLINE_PAST);
      assertThatThrownBy(() -> fixture.intake.launch(fixture.id, fixture.by))
          .isInstanceOfSatisfying(
              ValidationError.class,
              refusal -> {
                assertThat(refusal.key()).isEqualTo("declaration.incomplete");
                assertThat(refusal.arguments()).containsExactly(3, "1.02, 2.01, 2.02");
              });
      assertThat(fixture.commitments()).isZero();
      assertThat(fixture.draft().summary().launched()).isNull();

      fixture.leftOut(2, true);
      fixture.change(4, leads(fixture, 4, "BE-MOB", "FR-TRA"));
      fixture.leftOut(5, true);
      assertThat(fixture.intake.launch(fixture.id, fixture.by)).isEqualTo(3);
      assertThat(fixture.commitments()).isEqualTo(3);
      assertRefused("declaration.launched", () -> fixture.titled(1, "Te laat"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = "H2")
  void aDeclarationOfWhichEverythingIsLeftOutIsNotLaunched(TestDatabase database) {
    try (IntakeFixture fixture = IntakeFixture.of(database)) {
      fixture.draft().items().forEach(item -> fixture.leftOut(item.n(), true));
      assertRefused("declaration.nothingKept", () -> fixture.intake.launch(fixture.id, fixture.by));
    }
  }

  private static ItemChange leads(IntakeFixture fixture, int n, String be, String fr) {
    return new ItemChange(
        fixture.version(n),
        Map.of(),
        null,
        List.of(new MinistryCode(be), new MinistryCode(fr)),
        null,
        null,
        null,
        null);
  }

  private static void assertRefused(String key, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            ValidationError.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
  }
}
