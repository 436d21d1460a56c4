package eu.jalon.reminder.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.TestDatabase;
import eu.jalon.TestParties;
import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.form.Step;
import eu.jalon.actionitem.form.StepOutcome;
import eu.jalon.mail.ComposedEmail;
import eu.jalon.mail.Email;
import eu.jalon.mail.EmailFilter;
import eu.jalon.mail.EmailStatus;
import eu.jalon.mail.MailQueue;
import eu.jalon.reminder.OmissionReason;
import eu.jalon.reminder.RecipientRole;
import eu.jalon.reminder.RecordedReminder;
import eu.jalon.reminder.ReminderAnswers;
import eu.jalon.reminder.ReminderFixture;
import eu.jalon.reminder.RoundResult;
import eu.jalon.reminder.Suppression;
import eu.jalon.reminder.explain.LastReminder;
import eu.jalon.reminder.explain.LastReminders;
import eu.jalon.reminder.policy.ReminderStage;
import eu.jalon.reminder.wording.EmailKind;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.ValidationErrors;
import eu.jalon.shared.paging.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reminders that coordinators send. */
class ManualRemindersTest {

  private static final String REASON = "Le ministre demande <b>où on en est</b> & pourquoi.";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void eachOwnerReceivesOneEmailWithAllItemsAndTheReasonAsText(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      fixture.open("one", "BE-IBZ", -12);
      fixture.open("two", "BE-IBZ", -3);
      fixture.open("three", "FR-INT", -40);

      ManualReminders.Result asked =
          hands(fixture).remind(List.of("one", "two", "three"), REASON, ReminderFixture.COORD_FR);

      assertThat(asked.items()).hasSize(3);
      assertThat(asked.people())
          .extracting(PersonId::value)
          .containsExactlyInAnyOrder("be-ibz", "be-ibz-nl", "fr-int");
      assertThat(emails(fixture)).hasSize(3);
      ComposedEmail dutch = composed(fixture, "be-ibz-nl");
      assertThat(dutch.subject()).startsWith("Herinnering voor 2 actiepunten, allemaal te laat");
      assertThat(dutch.text()).contains("Franse Eerste Minister", "> " + REASON);
      assertThat(dutch.html())
          .contains("&lt;b&gt;où on en est&lt;/b&gt; &amp; pourquoi.")
          .contains("/tasks/one/answer", "/tasks/two/answer")
          .doesNotContain("/tasks/three");
      assertThat(fixture.logOf("one"))
          .allSatisfy(
              entry -> {
                assertThat(entry.stage()).isEqualTo(ReminderStage.MANUAL);
                assertThat(entry.rule()).isEqualTo("byHand");
                assertThat(entry.email()).isPresent();
              })
          .hasSize(2);
      assertThat(fixture.dispatch()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anItemIsRemindedOfOnceADayAndOneErrorFailsAll(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      fixture.open("one", "BE-IBZ", -12);
      fixture.open("two", "FR-INT", -3);
      fixture.open("undated", "FR-INT", -3);
      fixture
          .database
          .jdbc()
          .sql("update action_item set due_on = null where id = 'undated'")
          .update();
      ManualReminders hands = hands(fixture);
      hands.remind(List.of("one"), REASON, ReminderFixture.COORD_BE);
      long before = fixture.rowsOfReminder();

      assertThatThrownBy(
              () ->
                  hands.remind(
                      List.of("two", "one", "undated", "nowhere"),
                      REASON,
                      ReminderFixture.COORD_FR))
          .isInstanceOfSatisfying(
              ValidationErrors.class,
              several ->
                  assertThat(several.rejected())
                      .extracting(item -> item.error().key())
                      .containsExactly(
                          "reminder.askedToday", "reminder.noDate", "actionItem.unknown"));
      assertThat(fixture.rowsOfReminder()).isEqualTo(before);
      assertThat(emails(fixture)).hasSize(2);

      fixture.clock.moveTo("2027-03-02T09:00");
      assertThat(hands.remind(List.of("one", "two"), REASON, ReminderFixture.COORD_FR).people())
          .hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void completedItemsAreLeftOutAndAnEmptyEmailIsDropped(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      fixture.open("one", "BE-IBZ", -12);
      fixture.open("two", "FR-INT", -3);
      fixture.open("three", "FR-INT", -2);
      hands(fixture).remind(List.of("one", "two", "three"), REASON, ReminderFixture.COORD_BE);
      done(fixture, "one", ReminderFixture.BE_IBZ.id());
      done(fixture, "two", ReminderFixture.FR_INT.id());

      assertThat(composed(fixture, "fr-int").text())
          .contains("/tasks/three")
          .doesNotContain("/tasks/two");
      fixture.dispatch();

      assertThat(emails(fixture))
          .extracting(email -> email.person().value() + " " + email.status())
          .containsExactlyInAnyOrder(
              "be-ibz " + EmailStatus.DROPPED,
              "be-ibz-nl " + EmailStatus.DROPPED,
              "fr-int " + EmailStatus.SENT);
      assertThat(fixture.logOf("two"))
          .extracting(RecordedReminder::omission)
          .containsExactly(OmissionReason.DONE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDayOffIsThatOfTheRecipientsTimeZone(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, "2027-02-28T20:30")) {
      fixture.inZone(TestParties.FR, "Pacific/Auckland");
      fixture.open("french", "FR-INT", -3);
      fixture.open("belgian", "BE-IBZ", -3);
      ManualReminders hands = hands(fixture);

      assertThat(hands.remind(List.of("french"), REASON, ReminderFixture.COORD_FR).people())
          .as("Monday morning there")
          .hasSize(1);
      assertThatThrownBy(() -> hands.remind(List.of("belgian"), REASON, ReminderFixture.COORD_FR))
          .as("Sunday evening in Belgium")
          .isInstanceOf(ValidationErrors.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void noManualReminderIsSentOnADayOffInTheRecipientsCountry(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, "2027-07-14T09:00")) {
      fixture.open("belgian", "BE-IBZ", -12);
      fixture.open("french", "FR-INT", -3);
      ManualReminders hands = hands(fixture);

      assertThatThrownBy(
              () -> hands.remind(List.of("belgian", "french"), REASON, ReminderFixture.COORD_BE))
          .isInstanceOfSatisfying(
              ValidationErrors.class,
              several -> assertThat(several.first().key()).isEqualTo("reminder.dayOff"));
      assertThat(emails(fixture)).isEmpty();

      assertThat(hands.remind(List.of("belgian"), REASON, ReminderFixture.COORD_BE).people())
          .hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCommitmentIsRemindedOfIfOneOfItsItemsCanBe(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, "2027-07-14T09:00")) {
      fixture.open("belgian", "BE-IBZ", -12);
      fixture.open("french", "FR-INT", -3);
      ManualReminders hands = hands(fixture);

      ManualReminders.Result asked =
          hands.remind(ReminderFixture.REF, REASON, ReminderFixture.COORD_FR);

      assertThat(asked.items()).extracting(ActionItem::id).containsExactly("belgian");
      assertThat(emails(fixture))
          .extracting(email -> email.person().value())
          .containsExactlyInAnyOrder("be-ibz", "be-ibz-nl");
      assertThatThrownBy(() -> hands.remind(ReminderFixture.REF, REASON, ReminderFixture.COORD_FR))
          .isInstanceOfSatisfying(
              ValidationErrors.class,
              several ->
                  assertThat(several.rejected())
                      .extracting(item -> item.error().key())
                      .containsExactlyInAnyOrder("reminder.askedToday", "reminder.dayOff"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void roundsIgnoreManualRemindersAndAPauseDoesNotPreventThem(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      fixture.open("one", "BE-IBZ", -12);
      RoundResult foreseen = fixture.round().run(fixture.today(), true);
      hands(fixture).remind(ReminderFixture.REF, REASON, ReminderFixture.COORD_BE);

      assertThat(fixture.run()).isEqualTo(foreseen);
      assertThat(fixture.logOf("one"))
          .filteredOn(entry -> entry.stage() != ReminderStage.MANUAL && entry.emailId() != null)
          .filteredOn(entry -> entry.recipientRole() == RecipientRole.OWNER)
          .as("the due dates count as not mentioned yet")
          .isNotEmpty()
          .allMatch(RecordedReminder::firstMention);

      fixture
          .rooms
          .get(ReminderAnswers.class)
          .pause("one", fixture.today().plusDays(3), ReminderFixture.BE_IBZ);
      fixture.clock.moveTo("2027-03-02T09:00");
      hands(fixture).remind(ReminderFixture.REF, REASON, ReminderFixture.COORD_BE);
      assertThat(composed(fixture, "be-ibz").text()).contains("/tasks/one", REASON);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anUnreachableOwnerIsRecordedWithTheSubstitute(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      fixture.open("mute", "BE-MOB", Step.FINAL_EVALUATION, fixture.today().minusDays(9), null);
      ManualReminders hands = hands(fixture);

      assertThat(hands.remind(List.of("mute"), REASON, ReminderFixture.COORD_FR).people())
          .containsExactly(ReminderFixture.COORD_BE.id());
      assertThat(fixture.logOf("mute"))
          .extracting(RecordedReminder::suppression)
          .containsExactlyInAnyOrder(null, Suppression.NO_ADDRESS);
      LastReminder last =
          fixture
              .rooms
              .get(LastReminders.class)
              .of(List.of("mute"), ReminderFixture.COORD_BE)
              .getOrDefault("mute", LastReminder.NONE);
      assertThat(last.sent())
          .extracting(LastReminder.Sent::person)
          .containsExactly(ReminderFixture.COORD_BE.id());
      assertThat(last.suppressed())
          .extracting(LastReminder.Suppressed::reason)
          .containsExactly(Suppression.NO_ADDRESS);
    }
  }

  @ParameterizedTest
  @EnumSource(names = "H2")
  void theReasonIsCheckedAndOnlyCoordinatorsMaySendReminders(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      fixture.open("one", "BE-IBZ", -12);
      ManualReminders hands = hands(fixture);
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
              assertThatThrownBy(
                      () -> hands.remind(List.of("one"), reason, ReminderFixture.COORD_BE))
                  .isInstanceOfSatisfying(
                      ValidationError.class, refusal -> assertThat(refusal.key()).isEqualTo(key)));
      assertThatThrownBy(() -> hands.remind(List.of(), REASON, ReminderFixture.COORD_BE))
          .hasMessageContaining("selection.empty");
      assertThatThrownBy(() -> hands.remind(List.of("one"), REASON, ReminderFixture.BE_IBZ))
          .hasMessageContaining("register.coordinatorOnly");
      assertThat(fixture.rowsOfReminder()).isZero();
      assertThat(
              hands
                  .remind(List.of("one", "one"), "é".repeat(500), ReminderFixture.COORD_BE)
                  .items())
          .hasSize(1);
    }
  }

  private static ManualReminders hands(ReminderFixture fixture) {
    return fixture.rooms.get(ManualReminders.class);
  }

  private static void done(ReminderFixture fixture, String item, PersonId by) {
    fixture.ledger(
        ledger ->
            ledger.done(
                item,
                ReminderFixture.REF,
                Step.TAKE_CHARGE,
                new StepOutcome.TakenInCharge(new MinistryCode("BE-IBZ"), null),
                by));
  }

  private static List<Email> emails(ReminderFixture fixture) {
    return fixture
        .rooms
        .get(MailQueue.class)
        .page(EmailFilter.none(), new Page.Request(0, 50))
        .items();
  }

  /** The latest e-mail to a person, as composed now. */
  private static ComposedEmail composed(ReminderFixture fixture, String person) {
    Email email =
        emails(fixture).stream()
            .filter(each -> each.person().value().equals(person))
            .filter(each -> EmailKind.of(each) == EmailKind.MANUAL)
            .findFirst()
            .orElseThrow();
    return fixture.rooms.get(MailQueue.class).preview(email.id()).orElseThrow();
  }
}
