package eu.jalon.reminder.email;

import static eu.jalon.reminder.ReminderFixture.COORD_BE;
import static eu.jalon.reminder.ReminderFixture.COORD_FR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.jalon.TestDatabase;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.mail.Email;
import eu.jalon.mail.EmailStatus;
import eu.jalon.mail.MailQueue;
import eu.jalon.mail.smtp.RefusedAddresses;
import eu.jalon.reminder.ReminderFixture;
import eu.jalon.reminder.manual.ManualReminders;
import eu.jalon.reminder.wording.EmailKind;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.ValidationError;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Resends of e-mails: content, confirmation and rights. */
class ResendServiceTest {

  private static final String WHY = "La boîte était pleine.";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void aFailedEmailIsSentAgainWithItsCurrentItems(TestDatabase database) {
    try (ReminderFixture fixture = fixture(database)) {
      Email failed = failed(fixture, "fr-int");
      fixture.redate("a", fixture.today().plusDays(40));
      fixture.clock.moveTo("2027-03-02T09:00");

      Email anew = again(fixture).send(failed.id(), WHY, false, COORD_FR);

      assertThat(anew.on()).isEqualTo(fixture.today());
      assertThat(fixture.dispatch()).isOne();
      String text =
          fixture.rooms.get(MailQueue.class).parsedMessage(anew.id()).orElseThrow().text();
      assertThat(text).contains("/tasks/b").doesNotContain("/tasks/a");
      assertThat(fixture.rooms.get(MailQueue.class).get(failed.id()).status())
          .isEqualTo(EmailStatus.FAILED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theNextRoundDoesNotRepeatAResend(TestDatabase database) {
    try (ReminderFixture fixture = fixture(database)) {
      Email failed = failed(fixture, "fr-int");
      fixture.clock.moveTo("2027-03-02T06:30");
      assertThat(fixture.round().run(fixture.today(), true).emails()).isOne();

      again(fixture).send(failed.id(), WHY, false, COORD_FR);
      fixture.dispatch();
      fixture.clock.moveTo("2027-03-03T07:00");

      assertThat(fixture.run().emails()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEmailThatMayHaveArrivedNeedsAConfirmationUnlessItBounced(TestDatabase database) {
    try (ReminderFixture fixture = fixture(database)) {
      UUID sent = fixture.emailTo("fr-int").id();
      fixture.dispatch();

      assertRefused("email.mayHaveArrived", () -> again(fixture).send(sent, WHY, false, COORD_FR));
      assertThat(again(fixture).choice(sent, COORD_FR).mayHaveArrived()).isTrue();
      set(fixture, sent, "bounced_at = current_timestamp, bounce = '4.4.1 later'");
      assertRefused("email.mayHaveArrived", () -> again(fixture).send(sent, WHY, false, COORD_FR));
      set(fixture, sent, "status = 'BOUNCED', bounce = '5.2.2 full'");

      assertThat(again(fixture).send(sent, WHY, false, COORD_FR).resendOf()).isNotNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEmailGivenUpOrSupersededMayHaveArrived(TestDatabase database) {
    try (ReminderFixture fixture = fixture(database)) {
      UUID lost = failed(fixture, "fr-int").id();
      assertThat(again(fixture).choice(lost, COORD_FR).mayHaveArrived()).isFalse();
      set(fixture, lost, "not_sent = 'GIVEN_UP'");
      assertRefused("email.mayHaveArrived", () -> again(fixture).send(lost, WHY, false, COORD_FR));

      set(fixture, lost, "not_sent = null, status = 'UNKNOWN'");
      Email anew = again(fixture).send(lost, WHY, true, COORD_FR);
      assertThat(fixture.rooms.get(MailQueue.class).get(lost))
          .satisfies(
              closed -> {
                assertThat(closed.status()).isEqualTo(EmailStatus.SUPERSEDED);
                assertThat(closed.mayHaveArrived()).isTrue();
              });
      assertThat(anew.mayHaveArrived()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aManualReminderIsSentAgainWithItsReason(TestDatabase database) {
    try (ReminderFixture fixture = fixture(database)) {
      String reason = "Le ministre demande où on en est.";
      fixture.rooms.get(ManualReminders.class).remind(List.of("a"), reason, COORD_BE);
      UUID asked =
          fixture
              .database
              .jdbc()
              .sql("select id from email where person_id = 'fr-int' and kind = :kind")
              .param("kind", EmailKind.MANUAL.name())
              .query(UUID.class)
              .single();
      set(fixture, asked, "status = 'FAILED', closed_at = current_timestamp");
      fixture.clock.moveTo("2027-03-02T09:00");

      Email anew = again(fixture).send(asked, WHY, false, COORD_FR);

      String text = fixture.rooms.get(MailQueue.class).preview(anew.id()).orElseThrow().text();
      assertThat(text).contains("> " + reason, "/tasks/a").doesNotContain("/tasks/b");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aResendIsSentToTheCurrentAddress(TestDatabase database) {
    try (ReminderFixture fixture = fixture(database)) {
      Email failed = failed(fixture, "fr-int");
      fixture
          .rooms
          .get(RefusedAddresses.class)
          .refused(failed.to(), "5.1.1", "unknown", failed.id());
      assertRefused(
          "email.addressRefused", () -> again(fixture).send(failed.id(), WHY, false, COORD_FR));
      Person known = ReminderFixture.FR_INT;
      EmailAddress mended = new EmailAddress("fr-int-2@example.org");
      fixture
          .rooms
          .get(Directory.class)
          .enter(
              List.of(),
              List.of(
                  new Person(
                      known.id(),
                      known.name(),
                      mended,
                      known.language(),
                      known.role(),
                      known.ministry())));
      fixture.clock.moveTo("2027-03-01T09:00");

      assertThat(again(fixture).send(failed.id(), WHY, false, COORD_FR).to()).isEqualTo(mended);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aResendWithoutItemsIsRejectedAndNotStored(TestDatabase database) {
    try (ReminderFixture fixture = fixture(database)) {
      Email failed = failed(fixture, "fr-int");
      fixture.redate("a", fixture.today().plusDays(40));
      fixture.redate("b", fixture.today().plusDays(40));
      long reminders = fixture.rowsOfReminder();

      assertRefused(
          "email.nothingLeft", () -> again(fixture).send(failed.id(), WHY, true, COORD_FR));

      assertThat(fixture.rowsOfReminder()).isEqualTo(reminders);
      assertThat(again(fixture).choice(failed.id(), COORD_FR).all()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anUnsentEmailAndOneOfAnotherPartyAreNotSentAgain(TestDatabase database) {
    try (ReminderFixture fixture = fixture(database)) {
      UUID queued = fixture.emailTo("fr-int").id();
      assertRefused("email.onItsWay", () -> again(fixture).send(queued, WHY, true, COORD_FR));
      set(fixture, queued, "status = 'RETRY'");
      assertRefused("email.onItsWay", () -> again(fixture).send(queued, WHY, true, COORD_FR));
      set(fixture, queued, "status = 'FAILED'");
      assertRefused("email.otherParty", () -> again(fixture).send(queued, WHY, true, COORD_BE));
      assertRefused("form.tooShort", () -> again(fixture).send(queued, "court", true, COORD_FR));
      assertRefused(
          "register.coordinatorOnly",
          () -> again(fixture).send(queued, WHY, true, ReminderFixture.FR_INT));

      UUID anew = again(fixture).send(queued, WHY, true, COORD_FR).id();
      assertRefused("email.onItsWay", () -> again(fixture).send(anew, WHY, true, COORD_FR));
      fixture.dispatch();
      assertRefused("email.againToday", () -> again(fixture).send(queued, WHY, true, COORD_FR));
    }
  }

  private ReminderFixture fixture(TestDatabase database) {
    ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY);
    fixture.open("a", "FR-INT", 7);
    fixture.open("b", "FR-INT", 7);
    fixture.run();
    return fixture;
  }

  private static Email failed(ReminderFixture fixture, String person) {
    UUID id = fixture.emailTo(person).id();
    set(fixture, id, "status = 'FAILED', closed_at = current_timestamp");
    return fixture.rooms.get(MailQueue.class).get(id);
  }

  private static ResendService again(ReminderFixture fixture) {
    return fixture.rooms.get(ResendService.class);
  }

  private static void set(ReminderFixture fixture, UUID id, String values) {
    fixture
        .database
        .jdbc()
        .sql("update email set " + values + " where id = :id")
        .param("id", id)
        .update();
  }

  private static void assertRefused(
      String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    assertThatExceptionOfType(ValidationError.class)
        .isThrownBy(act)
        .extracting(ValidationError::key)
        .isEqualTo(key);
  }
}
