package eu.jalon.reminder.email;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.TestDatabase;
import eu.jalon.TestParties;
import eu.jalon.commitment.question.Question;
import eu.jalon.commitment.question.Questions;
import eu.jalon.directory.absence.Absence;
import eu.jalon.directory.absence.Absences;
import eu.jalon.mail.ComposedEmail;
import eu.jalon.mail.Email;
import eu.jalon.mail.EmailFilter;
import eu.jalon.mail.EmailStatus;
import eu.jalon.mail.MailQueue;
import eu.jalon.reminder.ReminderFixture;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.paging.Page;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** E-mails about questions and answers. */
class QuestionEmailsTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void focalPoints21_aQuestionIsSentToTheOtherLeadAndItsAnswerToTheFirst(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      Questions questions = fixture.rooms.get(Questions.class);
      Question asked =
          questions.ask(
              ReminderFixture.REF,
              null,
              "Quand\nle texte sera-t-il prêt ?",
              ReminderFixture.FR_INT);

      assertThat(emails(fixture))
          .extracting(email -> email.person().value())
          .containsExactlyInAnyOrder("be-ibz", "be-ibz-nl");
      ComposedEmail dutch = composed(fixture, "be-ibz-nl");
      assertThat(dutch.subject())
          .isEqualTo(ReminderFixture.REF + ": vraag van Frans Binnenlandse Zaken");
      assertThat(dutch.text())
          .contains("Een vraag van Frans Binnenlandse Zaken")
          .contains("Quand le texte sera-t-il prêt ?")
          .contains(
              "https://jalon.example.org/commitments/"
                  + ReminderFixture.REF
                  + "#question-"
                  + asked.id());
      assertThat(dutch.html()).contains("Antwoorden");
      assertThat(fixture.dispatch()).isEqualTo(2);

      questions.answer(asked.id(), "Nous l’attendons pour le mois de mai.", ReminderFixture.BE_IBZ);
      assertThat(composed(fixture, "fr-int").text())
          .contains("Nous l’attendons pour le mois de mai.");
      assertThat(fixture.dispatch()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void coordinators18_aCoordinatorAsksInTheNameOfTheCoordination(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      Questions questions = fixture.rooms.get(Questions.class);

      Question asked =
          questions.ask(
              ReminderFixture.REF, null, "Où en est le texte ?", ReminderFixture.COORD_BE);

      assertThat(asked.from().value()).isEqualTo("BE-PM");
      assertThat(composed(fixture, "fr-int").text())
          .contains("de la Chancellerie du Premier ministre")
          .doesNotContain("SPF Intérieur");
      questions.answer(asked.id(), "Nous l’attendons pour le mois de mai.", ReminderFixture.FR_INT);
      assertThat(emails(fixture))
          .as("the answer goes to who asked")
          .extracting(email -> email.person().value())
          .containsExactlyInAnyOrder("fr-int", "coord-be");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAnsweredQuestionIsDroppedAndADelayedOneIsSentTheNextDay(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      Questions questions = fixture.rooms.get(Questions.class);
      Question first =
          questions.ask(
              ReminderFixture.REF, null, "Une première question ?", ReminderFixture.BE_IBZ);
      questions.ask(ReminderFixture.REF, null, "Une seconde question ?", ReminderFixture.BE_IBZ);
      questions.answer(first.id(), "Déjà répondu, par téléphone.", ReminderFixture.FR_INT);
      fixture.clock.moveTo("2027-03-02T07:00");
      fixture.run();

      fixture.dispatch();

      assertThat(emails(fixture))
          .filteredOn(email -> email.person().equals(ReminderFixture.FR_INT.id()))
          .extracting(Email::status)
          .containsExactlyInAnyOrder(EmailStatus.DROPPED, EmailStatus.SENT);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAbsenceBeginsWhenItIsMidnightAtThePartyOfTheAbsent(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      fixture.inZone(TestParties.BE, "Pacific/Auckland");
      fixture
          .rooms
          .get(Absences.class)
          .enter(
              new Absence(
                  0,
                  ReminderFixture.BE_IBZ.id(),
                  LocalDate.of(2027, 3, 2),
                  LocalDate.of(2027, 3, 2),
                  new PersonId("be-ibz-nl")),
              ReminderFixture.BE_IBZ);
      // Already the second of March in Auckland.
      fixture.clock.moveTo("2027-03-01T14:00");

      fixture
          .rooms
          .get(Questions.class)
          .ask(ReminderFixture.REF, null, "Où en est le texte ?", ReminderFixture.FR_INT);

      assertThat(emails(fixture))
          .extracting(email -> email.person().value())
          .containsExactly("be-ibz-nl");
    }
  }

  private static List<Email> emails(ReminderFixture fixture) {
    return fixture
        .rooms
        .get(MailQueue.class)
        .page(EmailFilter.none(), new Page.Request(0, 50))
        .items();
  }

  private static ComposedEmail composed(ReminderFixture fixture, String person) {
    Email email =
        emails(fixture).stream()
            .filter(each -> each.person().value().equals(person))
            .findFirst()
            .orElseThrow();
    return fixture.rooms.get(MailQueue.class).preview(email.id()).orElseThrow();
  }
}
