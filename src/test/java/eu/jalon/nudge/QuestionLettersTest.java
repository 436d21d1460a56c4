package eu.jalon.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.TestDatabase;
import eu.jalon.outbox.ComposedLetter;
import eu.jalon.outbox.Letter;
import eu.jalon.outbox.LetterFilter;
import eu.jalon.outbox.LetterStatus;
import eu.jalon.outbox.Outbox;
import eu.jalon.register.Question;
import eu.jalon.register.Questions;
import eu.jalon.shared.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A question reaches the ministry that was asked, its answer who asked, each by a letter. */
class QuestionLettersTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void aQuestionGoesToTheOtherLeadAndItsAnswerComesBack(TestDatabase database) {
    try (NudgeFixture fixture = NudgeFixture.at(database, folder, NudgeFixture.MONDAY)) {
      Questions questions = fixture.rooms.get(Questions.class);
      Question asked =
          questions.ask(NudgeFixture.REF, "Quand\nle texte sera-t-il prêt ?", NudgeFixture.FR_INT);

      assertThat(letters(fixture))
          .extracting(letter -> letter.person().value())
          .containsExactlyInAnyOrder("be-ibz", "be-ibz-nl");
      ComposedLetter dutch = composed(fixture, "be-ibz-nl");
      assertThat(dutch.subject()).startsWith(NudgeFixture.REF + ": een vraag – Quand le texte");
      assertThat(dutch.text())
          .contains("Een vraag van Frans Binnenlandse Zaken")
          .contains("Quand le texte sera-t-il prêt ?")
          .contains(
              "https://jalon.example.org/commitments/"
                  + NudgeFixture.REF
                  + "#question-"
                  + asked.id());
      assertThat(dutch.html()).contains("Antwoorden");
      assertThat(fixture.dispatch()).isEqualTo(2);

      questions.answer(asked.id(), "Nous l’attendons pour le mois de mai.", NudgeFixture.BE_IBZ);
      assertThat(composed(fixture, "fr-int").text())
          .contains("Nous l’attendons pour le mois de mai.");
      assertThat(fixture.dispatch()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneThatWasAnsweredMeanwhileIsNotToldAndOneThatWaitsIsToldTheNextDay(TestDatabase database) {
    try (NudgeFixture fixture = NudgeFixture.at(database, folder, NudgeFixture.MONDAY)) {
      Questions questions = fixture.rooms.get(Questions.class);
      Question first =
          questions.ask(NudgeFixture.REF, "Une première question ?", NudgeFixture.BE_IBZ);
      questions.ask(NudgeFixture.REF, "Une seconde question ?", NudgeFixture.BE_IBZ);
      questions.answer(first.id(), "Déjà répondu, par téléphone.", NudgeFixture.FR_INT);
      fixture.clock.moveTo("2027-03-02T07:00");
      fixture.run();

      fixture.dispatch();

      assertThat(letters(fixture))
          .filteredOn(letter -> letter.person().equals(NudgeFixture.FR_INT.id()))
          .extracting(Letter::status)
          .containsExactlyInAnyOrder(LetterStatus.DROPPED, LetterStatus.SENT);
    }
  }

  private static List<Letter> letters(NudgeFixture fixture) {
    return fixture
        .rooms
        .get(Outbox.class)
        .page(LetterFilter.none(), new Page.Request(0, 50))
        .items();
  }

  private static ComposedLetter composed(NudgeFixture fixture, String person) {
    Letter letter =
        letters(fixture).stream()
            .filter(each -> each.person().value().equals(person))
            .findFirst()
            .orElseThrow();
    return fixture.rooms.get(Outbox.class).preview(letter.id()).orElseThrow();
  }
}
