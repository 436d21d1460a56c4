package eu.jalon.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import eu.jalon.TestDatabase;
import eu.jalon.TestParties;
import eu.jalon.actionitem.form.Step;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.directory.absence.Absence;
import eu.jalon.directory.absence.Absences;
import eu.jalon.directory.absence.NotificationSettings;
import eu.jalon.directory.file.DirectoryFile;
import eu.jalon.mail.MailQueue;
import eu.jalon.mail.bounce.UndeliverableAddresses;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import eu.jalon.shared.ValidationError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reminders during absences and on the weekdays and hours that recipients chose. */
class AbsenceTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void aSubstituteIsRemindedInsteadOfAnAbsentPersonAndIsToldSo(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      claimed(fixture, ReminderFixture.BE_IBZ);
      away(fixture, ReminderFixture.BE_IBZ, ReminderFixture.BE_IBZ_NL.id());

      fixture.run();

      assertThat(fixture.emails()).containsOnlyKeys("be-ibz-nl");
      assertThat(
              fixture
                  .rooms
                  .get(MailQueue.class)
                  .preview(fixture.emailTo("be-ibz-nl").id())
                  .orElseThrow()
                  .text())
          .contains("In de plaats van: Compte be-ibz");
      assertThat(fixture.logOf("a"))
          .extracting(
              RecordedReminder::person, RecordedReminder::standsFor, RecordedReminder::suppression)
          .containsExactlyInAnyOrder(
              tuple(ReminderFixture.BE_IBZ_NL.id(), ReminderFixture.BE_IBZ.id(), null),
              tuple(ReminderFixture.BE_IBZ.id(), null, Suppression.ABSENT));
    }
  }

  @ParameterizedTest
  @EnumSource
  void focalPoints18_withoutASubstituteColleaguesAreRemindedAndWithoutColleaguesTheCoordinator(
      TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      claimed(fixture, ReminderFixture.BE_IBZ);
      fixture.open("fr", "FR-INT", 2);
      away(fixture, ReminderFixture.BE_IBZ, null);
      away(fixture, ReminderFixture.FR_INT, null);

      fixture.run();

      assertThat(fixture.emails()).containsOnlyKeys("be-ibz-nl", "coord-fr");
    }
  }

  @ParameterizedTest
  @EnumSource
  void afterAnAbsenceAPersonIsRemindedOfWhatTheSubstituteReceived(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      claimed(fixture, ReminderFixture.BE_IBZ);
      away(fixture, ReminderFixture.BE_IBZ, ReminderFixture.BE_IBZ_NL.id());
      fixture.run();
      fixture.dispatch();

      fixture.clock.moveTo("2027-03-03T07:00");
      fixture.run();

      assertThat(fixture.emails()).containsOnlyKeys("be-ibz");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSubstituteIsOfTheSameMinistryAndAbsencesOfOthersAreRejected(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      assertRefused(
          "absence.otherMinistry",
          () -> away(fixture, ReminderFixture.BE_IBZ, ReminderFixture.FR_INT.id()));
      assertRefused(
          "absence.self", () -> away(fixture, ReminderFixture.BE_IBZ, ReminderFixture.BE_IBZ.id()));
      Absence ofOther = absence(fixture, ReminderFixture.BE_IBZ, null);
      assertRefused(
          "absence.notYours", () -> availability(fixture).enter(ofOther, ReminderFixture.FR_INT));
      assertRefused(
          "absence.notYours", () -> availability(fixture).enter(ofOther, ReminderFixture.COORD_FR));

      availability(fixture).enter(ofOther, ReminderFixture.COORD_BE);

      assertThat(availability(fixture).absencesOf(ReminderFixture.BE_IBZ)).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMinistryMailboxIsRemindedWithoutAnAccount(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      Ministry.Mailbox box =
          new Ministry.Mailbox(new EmailAddress("dispatch@example.org"), Texts.NL);
      fixture
          .rooms
          .get(Directory.class)
          .enter(
              List.of(
                  new Ministry(
                      new MinistryCode("BE-JUS"),
                      false,
                      Texts.text("SPF Justice", "FOD Justitie"),
                      box)),
              List.of());
      fixture.open("a", "BE-JUS", 2);

      fixture.run();

      assertThat(fixture.emails()).containsOnlyKeys("mailbox.be-jus");
      assertThat(fixture.emailTo("mailbox.be-jus").to()).isEqualTo(box.address());
      assertThat(
              fixture
                  .rooms
                  .get(MailQueue.class)
                  .preview(fixture.emailTo("mailbox.be-jus").id())
                  .orElseThrow()
                  .text())
          .contains("Deze mailbox ontvangt de actiepunten")
          .doesNotContain("/answer");
    }
  }

  @Test
  void anAccountCannotHaveTheIdOfAMailbox() {
    String file =
        """
        ministries: []
        people:
          - {id: mailbox.be-jus, name: {fr: X}, language: fr, role: focal_point, ministry: BE-JUS}
        """;

    assertRefused(
        "directory.mailboxName",
        () -> {
          try {
            DirectoryFile.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void onOtherWeekdaysThanTheChosenOnesOnlyOverdueItemsAreRemindedOf(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      choose(fixture, 7, DayOfWeek.THURSDAY);
      fixture.open("due", "FR-INT", 1);
      fixture.run();
      assertThat(fixture.emails()).isEmpty();
      assertThat(fixture.logOf("due"))
          .extracting(RecordedReminder::suppression)
          .containsExactly(Suppression.OTHER_WEEKDAY);

      fixture.clock.moveTo("2027-03-03T07:00");
      fixture.run();

      assertThat(fixture.emails()).as("overdue").containsOnlyKeys("fr-int");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEmailIsSentFromTheHourItsRecipientChose(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      choose(fixture, 14, DayOfWeek.MONDAY);
      fixture.open("due", "FR-INT", 1);
      fixture.run();

      assertThat(fixture.dispatch()).isZero();
      assertThat(secondsUntilSent(fixture)).isBetween(7 * 3600 - 60.0, 7 * 3600.0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEmailWaitsForItsDayAndHourWhereItsRecipientIs(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      fixture.inZone(TestParties.FR, "America/Los_Angeles");
      fixture.open("due", "FR-INT", 1);
      fixture.run();

      assertThat(fixture.dispatch()).as("it is Sunday evening there").isZero();
      assertThat(secondsUntilSent(fixture)).isBetween(9 * 3600 - 60.0, 9 * 3600.0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEmailLeavesBeforeItsDayIsOverInBrussels(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      fixture.inZone(TestParties.FR, "America/Los_Angeles");
      choose(fixture, 17, DayOfWeek.MONDAY);
      fixture.open("due", "FR-INT", 1);
      fixture.run();

      assertThat(secondsUntilSent(fixture)).isBetween(15 * 3600 - 60.0, 15 * 3600.0);
    }
  }

  private static double secondsUntilSent(ReminderFixture fixture) {
    return fixture
        .database
        .jdbc()
        .sql(
            """
            select extract(epoch from next_attempt_at) - extract(epoch from current_timestamp)
            from email
            """)
        .query(Double.class)
        .single();
  }

  @ParameterizedTest
  @EnumSource
  void anUndeliverableAddressIsReplacedByASubstitute(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      fixture.open("fr", "FR-INT", 2);
      EmailAddress address = ReminderFixture.FR_INT.address().orElseThrow();
      fixture
          .rooms
          .get(UndeliverableAddresses.class)
          .refused(address, "5.1.1", "no such user", fixture.emailId());

      fixture.run();

      assertThat(fixture.emails()).containsOnlyKeys("coord-fr");
      assertThat(fixture.logOf("fr"))
          .extracting(RecordedReminder::suppression)
          .contains(Suppression.MAIL_REFUSED);
    }
  }

  private static void claimed(ReminderFixture fixture, Person by) {
    fixture.open("a", "BE-IBZ", Step.TAKE_CHARGE, fixture.today().plusDays(2), by.id());
  }

  private static void away(ReminderFixture fixture, Person person, @Nullable PersonId substitute) {
    availability(fixture).enter(absence(fixture, person, substitute), person);
  }

  private static Absence absence(
      ReminderFixture fixture, Person person, @Nullable PersonId substitute) {
    return new Absence(0, person.id(), fixture.today(), fixture.today().plusDays(1), substitute);
  }

  private static void choose(ReminderFixture fixture, int hour, DayOfWeek day) {
    availability(fixture)
        .saveSettings(
            ReminderFixture.FR_INT.id(),
            new NotificationSettings(hour, Set.of(day), null),
            ReminderFixture.FR_INT);
  }

  private static Absences availability(ReminderFixture fixture) {
    return fixture.rooms.get(Absences.class);
  }

  private static void assertRefused(String key, Runnable act) {
    assertThatExceptionOfType(ValidationError.class)
        .isThrownBy(act::run)
        .extracting(ValidationError::key)
        .isEqualTo(key);
  }
}
