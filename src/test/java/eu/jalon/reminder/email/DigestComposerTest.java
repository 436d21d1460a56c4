package eu.jalon.reminder.email;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.TestDatabase;
import eu.jalon.actionitem.form.Step;
import eu.jalon.actionitem.form.StepOutcome;
import eu.jalon.mail.ComposedEmail;
import eu.jalon.mail.Email;
import eu.jalon.mail.EmailStatus;
import eu.jalon.mail.MailQueue;
import eu.jalon.mail.queue.Dispatcher;
import eu.jalon.reminder.ReminderFixture;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Digests composed after items have changed. */
class DigestComposerTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void anEmailLinksToEachItemAtTheConfiguredUrl(TestDatabase database) {
    try (ReminderFixture fixture = planned(database)) {
      ComposedEmail email = preview(fixture, "be-ibz").orElseThrow();

      assertThat(email.text())
          .contains("https://jalon.example.org/tasks/first")
          .contains("https://jalon.example.org/tasks/second");
      assertThat(email.html()).contains("href=\"https://jalon.example.org/tasks/first\"");
      assertThat(email.text().indexOf("tasks/second"))
          .as("the overdue one comes first")
          .isLessThan(email.text().indexOf("tasks/first"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCompletedItemIsLeftOut(TestDatabase database) {
    try (ReminderFixture fixture = planned(database)) {
      done(fixture, "second");

      ComposedEmail email = preview(fixture, "be-ibz").orElseThrow();

      assertThat(email.text()).contains("tasks/first").doesNotContain("tasks/second");
      assertThat(email.subject()).startsWith("1 action à mener\u00a0:");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEmailWithCompletedItemsOnlyIsNotSent(TestDatabase database) {
    try (ReminderFixture fixture = planned(database)) {
      done(fixture, "first");
      done(fixture, "second");

      assertThat(fixture.rooms.get(Dispatcher.class).dispatch()).isZero();

      assertThat(fixture.emails().values())
          .hasSize(2)
          .allSatisfy(email -> assertThat(email.status()).isEqualTo(EmailStatus.DROPPED));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anItemWithANewDueDateIsLeftOut(TestDatabase database) {
    try (ReminderFixture fixture = planned(database)) {
      fixture.redate("second", fixture.today().plusDays(60));

      assertThat(preview(fixture, "be-ibz").orElseThrow().text()).doesNotContain("tasks/second");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anItemClaimedByAColleagueIsLeftOut(TestDatabase database) {
    try (ReminderFixture fixture = planned(database)) {
      assign(fixture, ReminderFixture.BE_IBZ_NL.id());

      assertThat(preview(fixture, "be-ibz").orElseThrow().text()).doesNotContain("tasks/first");
      assertThat(preview(fixture, "be-ibz-nl").orElseThrow().text()).contains("tasks/first");
    }
  }

  @ParameterizedTest
  @EnumSource
  void daysLeftAreCountedFromTheDayOfSending(TestDatabase database) {
    try (ReminderFixture fixture = planned(database)) {
      Email email = fixture.emailTo("be-ibz");
      fixture.clock.moveTo("2027-03-02T07:00");

      assertThat(fixture.rooms.get(MailQueue.class).preview(email.id()).orElseThrow().text())
          .contains("lundi 8 mars 2027 (dans 6 jours)");
    }
  }

  private ReminderFixture planned(TestDatabase database) {
    ReminderFixture fixture = ReminderFixture.at(database, folder, "2027-03-01T07:00");
    fixture.open("first", "BE-IBZ", 7);
    fixture.open("second", "BE-IBZ", -2);
    fixture.run();
    return fixture;
  }

  private static Optional<ComposedEmail> preview(ReminderFixture fixture, String person) {
    return fixture.rooms.get(MailQueue.class).preview(fixture.emailTo(person).id());
  }

  private static void done(ReminderFixture fixture, String id) {
    fixture.ledger(
        ledger ->
            ledger.done(
                id,
                ReminderFixture.REF,
                Step.TAKE_CHARGE,
                new StepOutcome.TakenInCharge(new MinistryCode("BE-IBZ"), null),
                ReminderFixture.BE_IBZ.id()));
  }

  private static void assign(ReminderFixture fixture, @Nullable PersonId person) {
    fixture.ledger(ledger -> ledger.assigned("first", person));
  }
}
