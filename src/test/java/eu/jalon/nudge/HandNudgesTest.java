package eu.jalon.nudge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.TestDatabase;
import eu.jalon.outbox.ComposedLetter;
import eu.jalon.outbox.Letter;
import eu.jalon.outbox.LetterFilter;
import eu.jalon.outbox.LetterStatus;
import eu.jalon.outbox.Outbox;
import eu.jalon.register.ActionItem;
import eu.jalon.register.Step;
import eu.jalon.register.StepOutcome;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.Page;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Refusal;
import eu.jalon.shared.SeveralRefused;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Coordinators write to the owners of items themselves: once a day, each person one letter. */
class HandNudgesTest {

  private static final String REASON = "Le ministre demande <b>où on en est</b> & pourquoi.";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void eachOwnerHearsOnceOfAllItemsWithTheReasonAsText(TestDatabase database) {
    try (NudgeFixture fixture = NudgeFixture.at(database, folder, NudgeFixture.MONDAY)) {
      fixture.open("one", "BE-IBZ", -12);
      fixture.open("two", "BE-IBZ", -3);
      fixture.open("three", "FR-INT", -40);

      HandNudges.Asked asked =
          hands(fixture).nudge(List.of("one", "two", "three"), REASON, NudgeFixture.COORD_FR);

      assertThat(asked.items()).hasSize(3);
      assertThat(asked.people())
          .extracting(PersonId::value)
          .containsExactlyInAnyOrder("be-ibz", "be-ibz-nl", "fr-int");
      assertThat(letters(fixture)).hasSize(3);
      ComposedLetter dutch = composed(fixture, "be-ibz-nl");
      assertThat(dutch.subject())
          .startsWith("Herinnering van de coördinatie voor 2 actiepunten, allemaal te laat: ");
      assertThat(dutch.text()).contains("Franse Eerste Minister", "> " + REASON);
      assertThat(dutch.html())
          .contains("&lt;b&gt;où on en est&lt;/b&gt; &amp; pourquoi.")
          .contains("/tasks/one/answer", "/tasks/two/answer")
          .doesNotContain("/tasks/three");
      assertThat(fixture.logOf("one"))
          .allSatisfy(
              entry -> {
                assertThat(entry.stage()).isEqualTo(Stage.BY_HAND);
                assertThat(entry.rule()).isEqualTo("byHand");
                assertThat(entry.letter()).isPresent();
              })
          .hasSize(2);
      assertThat(fixture.dispatch()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anItemIsAskedAboutOnceADayAndOneRefusedLeavesAllAlone(TestDatabase database) {
    try (NudgeFixture fixture = NudgeFixture.at(database, folder, NudgeFixture.MONDAY)) {
      fixture.open("one", "BE-IBZ", -12);
      fixture.open("two", "FR-INT", -3);
      fixture.open("undated", "FR-INT", -3);
      fixture
          .database
          .jdbc()
          .sql("update action_item set due_on = null where id = 'undated'")
          .update();
      HandNudges hands = hands(fixture);
      hands.nudge(List.of("one"), REASON, NudgeFixture.COORD_BE);
      long before = fixture.rowsOfNudge();

      assertThatThrownBy(
              () ->
                  hands.nudge(
                      List.of("two", "one", "undated", "nowhere"), REASON, NudgeFixture.COORD_FR))
          .isInstanceOfSatisfying(
              SeveralRefused.class,
              several ->
                  assertThat(several.refused())
                      .extracting(one -> one.why().key())
                      .containsExactly("nudge.askedToday", "nudge.noDate", "actionItem.unknown"));
      assertThat(fixture.rowsOfNudge()).isEqualTo(before);
      assertThat(letters(fixture)).hasSize(2);

      fixture.clock.moveTo("2027-03-02T09:00");
      assertThat(hands.nudge(List.of("one", "two"), REASON, NudgeFixture.COORD_FR).people())
          .hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsDoneWhenItIsSentIsLeftOutAndNothingLeftIsDropped(TestDatabase database) {
    try (NudgeFixture fixture = NudgeFixture.at(database, folder, NudgeFixture.MONDAY)) {
      fixture.open("one", "BE-IBZ", -12);
      fixture.open("two", "FR-INT", -3);
      fixture.open("three", "FR-INT", -2);
      hands(fixture).nudge(List.of("one", "two", "three"), REASON, NudgeFixture.COORD_BE);
      done(fixture, "one", NudgeFixture.BE_IBZ.id());
      done(fixture, "two", NudgeFixture.FR_INT.id());

      assertThat(composed(fixture, "fr-int").text())
          .contains("/tasks/three")
          .doesNotContain("/tasks/two");
      fixture.dispatch();

      assertThat(letters(fixture))
          .extracting(letter -> letter.person().value() + " " + letter.status())
          .containsExactlyInAnyOrder(
              "be-ibz " + LetterStatus.DROPPED,
              "be-ibz-nl " + LetterStatus.DROPPED,
              "fr-int " + LetterStatus.SENT);
      assertThat(fixture.logOf("two"))
          .extracting(NudgeEntry::outcome)
          .containsExactly(Outcome.DONE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nobodyHearsOnADayOffOfHisCountry(TestDatabase database) {
    try (NudgeFixture fixture = NudgeFixture.at(database, folder, "2027-07-14T09:00")) {
      fixture.open("belgian", "BE-IBZ", -12);
      fixture.open("french", "FR-INT", -3);
      HandNudges hands = hands(fixture);

      assertThatThrownBy(
              () -> hands.nudge(List.of("belgian", "french"), REASON, NudgeFixture.COORD_BE))
          .isInstanceOfSatisfying(
              SeveralRefused.class,
              several -> assertThat(several.first().key()).isEqualTo("nudge.dayOff"));
      assertThat(letters(fixture)).isEmpty();

      assertThat(hands.nudge(List.of("belgian"), REASON, NudgeFixture.COORD_BE).people())
          .hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCommitmentIsAskedAboutWhereAnybodyCanBeAskedToday(TestDatabase database) {
    try (NudgeFixture fixture = NudgeFixture.at(database, folder, "2027-07-14T09:00")) {
      fixture.open("belgian", "BE-IBZ", -12);
      fixture.open("french", "FR-INT", -3);
      HandNudges hands = hands(fixture);

      HandNudges.Asked asked = hands.nudge(NudgeFixture.REF, REASON, NudgeFixture.COORD_FR);

      assertThat(asked.items()).extracting(ActionItem::id).containsExactly("belgian");
      assertThat(letters(fixture))
          .extracting(letter -> letter.person().value())
          .containsExactlyInAnyOrder("be-ibz", "be-ibz-nl");
      assertThatThrownBy(() -> hands.nudge(NudgeFixture.REF, REASON, NudgeFixture.COORD_FR))
          .isInstanceOfSatisfying(
              SeveralRefused.class,
              several ->
                  assertThat(several.refused())
                      .extracting(one -> one.why().key())
                      .containsExactlyInAnyOrder("nudge.askedToday", "nudge.dayOff"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theRoundsTakeNoNoticeAndAPauseIsNoObstacle(TestDatabase database) {
    try (NudgeFixture fixture = NudgeFixture.at(database, folder, NudgeFixture.MONDAY)) {
      fixture.open("one", "BE-IBZ", -12);
      NudgeReport foreseen = fixture.round().run(fixture.today(), true);
      hands(fixture).nudge(NudgeFixture.REF, REASON, NudgeFixture.COORD_BE);

      assertThat(fixture.run()).isEqualTo(foreseen);
      assertThat(fixture.logOf("one"))
          .filteredOn(entry -> entry.stage() != Stage.BY_HAND && entry.letterId() != null)
          .filteredOn(entry -> entry.audience() == Audience.OWNER)
          .as("the dates are still news to them")
          .isNotEmpty()
          .allMatch(NudgeEntry::firstTold);

      fixture
          .rooms
          .get(ItemAnswers.class)
          .onIt("one", fixture.today().plusDays(3), NudgeFixture.BE_IBZ);
      fixture.clock.moveTo("2027-03-02T09:00");
      hands(fixture).nudge(NudgeFixture.REF, REASON, NudgeFixture.COORD_BE);
      assertThat(composed(fixture, "be-ibz").text()).contains("/tasks/one", REASON);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoCannotBeWrittenToIsNamedBesideWhoHearsInHisPlace(TestDatabase database) {
    try (NudgeFixture fixture = NudgeFixture.at(database, folder, NudgeFixture.MONDAY)) {
      fixture.open("mute", "BE-MOB", Step.FINAL_EVALUATION, fixture.today().minusDays(9), null);
      HandNudges hands = hands(fixture);

      assertThat(hands.nudge(List.of("mute"), REASON, NudgeFixture.COORD_FR).people())
          .containsExactly(NudgeFixture.COORD_BE.id());
      assertThat(fixture.logOf("mute"))
          .extracting(NudgeEntry::suppression)
          .containsExactlyInAnyOrder(null, Suppression.NO_ADDRESS);
      LastNudge last =
          fixture
              .rooms
              .get(LastNudges.class)
              .of(List.of("mute"), NudgeFixture.COORD_BE)
              .getOrDefault("mute", LastNudge.NONE);
      assertThat(last.told())
          .extracting(LastNudge.Told::person)
          .containsExactly(NudgeFixture.COORD_BE.id());
      assertThat(last.held())
          .extracting(LastNudge.Held::why)
          .containsExactly(Suppression.NO_ADDRESS);
    }
  }

  @ParameterizedTest
  @EnumSource(names = "H2")
  void whatIsTypedIsCheckedAndOnlyCoordinatorsAsk(TestDatabase database) {
    try (NudgeFixture fixture = NudgeFixture.at(database, folder, NudgeFixture.MONDAY)) {
      fixture.open("one", "BE-IBZ", -12);
      HandNudges hands = hands(fixture);
      Map<String, String> refused =
          Map.of(
              "trop bref",
              "form.tooShort",
              "é".repeat(501),
              "form.tooLong",
              "Un texte \u202Eretourné, hélas.",
              "form.control");

      refused.forEach(
          (reason, key) ->
              assertThatThrownBy(() -> hands.nudge(List.of("one"), reason, NudgeFixture.COORD_BE))
                  .isInstanceOfSatisfying(
                      Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key)));
      assertThatThrownBy(() -> hands.nudge(List.of(), REASON, NudgeFixture.COORD_BE))
          .hasMessageContaining("selection.empty");
      assertThatThrownBy(() -> hands.nudge(List.of("one"), REASON, NudgeFixture.BE_IBZ))
          .hasMessageContaining("register.coordinatorOnly");
      assertThat(fixture.rowsOfNudge()).isZero();
      assertThat(hands.nudge(List.of("one", "one"), "é".repeat(500), NudgeFixture.COORD_BE).items())
          .hasSize(1);
    }
  }

  private static HandNudges hands(NudgeFixture fixture) {
    return fixture.rooms.get(HandNudges.class);
  }

  private static void done(NudgeFixture fixture, String item, PersonId by) {
    fixture.ledger(
        ledger ->
            ledger.done(
                item,
                NudgeFixture.REF,
                Step.TAKE_CHARGE,
                new StepOutcome.TakenInCharge(new MinistryCode("BE-IBZ"), null),
                by));
  }

  private static List<Letter> letters(NudgeFixture fixture) {
    return fixture
        .rooms
        .get(Outbox.class)
        .page(LetterFilter.none(), new Page.Request(0, 50))
        .items();
  }

  /** The latest letter to a person as it reads now. */
  private static ComposedLetter composed(NudgeFixture fixture, String person) {
    Letter letter =
        letters(fixture).stream()
            .filter(each -> each.person().value().equals(person))
            .filter(each -> LetterKind.of(each) == LetterKind.HAND)
            .findFirst()
            .orElseThrow();
    return fixture.rooms.get(Outbox.class).preview(letter.id()).orElseThrow();
  }
}
