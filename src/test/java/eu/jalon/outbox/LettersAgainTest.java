package eu.jalon.outbox;

import static eu.jalon.outbox.OutboxFixture.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.jalon.TestDatabase;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.Language;
import eu.jalon.shared.Page;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Refusal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A letter that is sent again is a letter of its own, and there is no third. */
class LettersAgainTest {

  private static final PersonId COORDINATOR = new PersonId("coord-be");
  private static final Page.Request FIRST = new Page.Request(0, 50);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void aLetterSentAgainIsLinkedToTheFirstAndHasItsOwnMessageId(TestDatabase database) {
    try (OutboxFixture fixture = OutboxFixture.withFolder(database, folder)) {
      UUID first = fixture.put("be-ibz");
      fixture.dispatcher().dispatch();
      UUID second = again(fixture, first, DAY);

      Letter anew = fixture.letter(second);
      assertThat(anew.sentAgain())
          .contains(new Letter.Again(first, COORDINATOR, "Elle ne l’a pas reçu."));
      assertThat(anew.messageId()).isEqualTo("<" + second + "@example.org>");
      assertThat(anew.to()).isEqualTo(new EmailAddress("autre@example.org"));
      assertThat(anew.language()).isEqualTo(Language.NL);
      assertThat(anew.kind()).isEqualTo("DIGEST");
      assertThat(anew.refs()).containsExactly(OutboxFixture.REF);
      assertThat(fixture.letter(first).status()).isEqualTo(LetterStatus.SENT);
      assertThat(fixture.rooms.get(LettersAgain.class).all(second))
          .extracting(Letter::id)
          .containsExactly(first, second);
      assertThat(fixture.dispatcher().dispatch()).isOne();
      assertThat(fixture.letter(second).status()).isEqualTo(LetterStatus.SENT);
      assertThat(fixture.outbox().writtenTo(DAY, "DIGEST")).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void itIsSentAgainOnceADayAndAlwaysAsTheFirst(TestDatabase database) {
    try (OutboxFixture fixture = OutboxFixture.withFolder(database, folder)) {
      UUID first = fixture.put("be-ibz");
      UUID second = again(fixture, first, DAY);

      assertThatExceptionOfType(Refusal.class)
          .isThrownBy(() -> again(fixture, second, DAY))
          .extracting(Refusal::key)
          .isEqualTo("letter.againToday");

      UUID third = again(fixture, second, DAY.plusDays(1));
      assertThat(fixture.letter(third).sentAgain().map(Letter.Again::of)).contains(first);
    }
  }

  @ParameterizedTest
  @EnumSource
  void twoWhoSendItAtOnceMakeOneLetter(TestDatabase database) throws Exception {
    try (OutboxFixture fixture = OutboxFixture.withFolder(database, folder)) {
      UUID first = fixture.put("be-ibz");
      CountDownLatch together = new CountDownLatch(2);
      ExecutorService threads = Executors.newFixedThreadPool(2);
      List<Future<?>> tries = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        tries.add(
            threads.submit(
                () -> {
                  together.countDown();
                  together.await();
                  return again(fixture, first, DAY);
                }));
      }
      int refused = 0;
      for (Future<?> each : tries) {
        try {
          each.get();
        } catch (java.util.concurrent.ExecutionException e) {
          assertThat(e.getCause()).isInstanceOf(Refusal.class);
          refused++;
        }
      }
      threads.shutdown();

      assertThat(refused).isOne();
      assertThat(fixture.rooms.get(LettersAgain.class).all(first)).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLetterWhoseAnswerWasLostIsSupersededSoThatItCannotArriveBeside(TestDatabase database) {
    try (OutboxFixture fixture = OutboxFixture.withFolder(database, folder)) {
      UUID first = fixture.put("be-ibz");
      set(fixture, first, "status = 'UNKNOWN', message = 'Subject: Parti'");
      again(fixture, first, DAY);

      assertThat(fixture.letter(first).status()).isEqualTo(LetterStatus.SUPERSEDED);
      assertThat(fixture.letter(first).mayHaveArrived()).isTrue();
      assertThat(fixture.outbox().message(first)).isEqualTo("Subject: Parti");
      fixture.timePasses();
      assertThat(fixture.dispatcher().dispatch()).isOne();
      assertThat(fixture.letter(first).attempts()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theJournalIsFilteredByAllThatStandsInItAndCountedByState(TestDatabase database) {
    try (OutboxFixture fixture = OutboxFixture.withFolder(database, folder)) {
      UUID first = fixture.put("be-ibz");
      fixture.dispatcher().dispatch();
      UUID bounced = fixture.put("be-jus");
      fixture.dispatcher().dispatch();
      set(fixture, bounced, "status = 'BOUNCED', bounced_at = current_timestamp, bounce = '5.1.1'");
      UUID second = again(fixture, first, DAY.plusDays(1));

      Set<PersonId> justice = Set.of(new PersonId("be-jus"));
      assertThat(found(fixture, filter(justice, null, null, null, null, false)))
          .containsExactly(bounced);
      assertThat(found(fixture, filter(Set.of(), null, null, null, null, false))).isEmpty();
      assertThat(found(fixture, filter(null, DAY.plusDays(1), null, null, null, false)))
          .containsExactly(second);
      assertThat(found(fixture, filter(null, null, DAY, "DIGEST", null, false)))
          .containsExactlyInAnyOrder(first, bounced);
      assertThat(found(fixture, filter(null, null, null, "QUESTION", null, false))).isEmpty();
      assertThat(found(fixture, filter(null, null, null, "DIGEST", Language.NL, false)))
          .containsExactly(second);
      LetterFilter cameBack = new LetterFilter(LetterStatus.BOUNCED, null, null, null);
      assertThat(found(fixture, cameBack)).containsExactly(bounced);
      assertThat(found(fixture, filter(null, null, null, null, null, true)))
          .containsExactly(second);

      LetterCounts counts =
          fixture.outbox().counts(new LetterFilter(LetterStatus.FAILED, null, null, null));
      assertThat(counts.of(LetterStatus.SENT)).isOne();
      assertThat(counts.of(LetterStatus.QUEUED)).isOne();
      assertThat(counts.of(LetterStatus.BOUNCED)).isOne();
      assertThat(counts.total()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSentLetterIsOpenedAsItWasSentAndAWaitingOneAsItWouldBe(TestDatabase database) {
    try (OutboxFixture fixture = OutboxFixture.withFolder(database, folder)) {
      UUID waiting = fixture.put("be-jus");
      set(fixture, waiting, "next_attempt_at = current_timestamp + interval '1' day");
      UUID sent = fixture.put("be-ibz");
      fixture.dispatcher().dispatch();
      fixture.composer =
          letter -> java.util.Optional.of(new ComposedLetter("Autre", "Changé", "<p>Changé</p>"));

      OpenedLetter opened = fixture.outbox().open(sent).orElseThrow();
      assertThat(opened.sent()).isTrue();
      assertThat(opened.text()).isEqualTo("Texte été");
      assertThat(opened.html()).isEqualTo("<p>Texte été</p>");
      assertThat(opened.headers())
          .contains(new OpenedLetter.Header("Subject", "Objet pour be-ibz"))
          .contains(new OpenedLetter.Header("Message-ID", "<" + sent + "@example.org>"));
      OpenedLetter preview = fixture.outbox().open(waiting).orElseThrow();
      assertThat(preview.sent()).isFalse();
      assertThat(preview.html()).isEqualTo("<p>Changé</p>");
    }
  }

  private static UUID again(OutboxFixture fixture, UUID id, LocalDate on) {
    List<UUID> ids = new ArrayList<>();
    fixture.rooms.inTransaction(
        r -> {
          LettersAgain letters = r.get(LettersAgain.class);
          LettersAgain.Anew anew =
              new LettersAgain.Anew(new EmailAddress("autre@example.org"), Language.NL, on);
          ids.add(letters.put(letters.hold(id), anew, COORDINATOR, "Elle ne l’a pas reçu.").id());
        });
    return ids.get(0);
  }

  private static void set(OutboxFixture fixture, UUID id, String values) {
    fixture
        .database
        .jdbc()
        .sql("update letter set " + values + " where id = :id")
        .param("id", id)
        .update();
  }

  private static LetterFilter filter(
      @Nullable Set<PersonId> people,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      @Nullable String kind,
      @Nullable Language language,
      boolean again) {
    return new LetterFilter(null, null, people, null, from, until, kind, language, again);
  }

  private static List<UUID> found(OutboxFixture fixture, LetterFilter filter) {
    return fixture.outbox().page(filter, FIRST).items().stream().map(Letter::id).toList();
  }
}
