package eu.jalon.outbox;

import static eu.jalon.outbox.OutboxFixture.DAY;
import static eu.jalon.outbox.OutboxFixture.REF;
import static eu.jalon.outbox.OutboxFixture.letterTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.jalon.TestDatabase;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.Page;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.IllegalTransactionStateException;

class OutboxTest {

  private static final Page.Request FIRST = new Page.Request(0, 50);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void aPersonGetsOneLetterOfAKindPerDay(TestDatabase database) {
    try (OutboxFixture fixture = OutboxFixture.withFolder(database, folder)) {
      fixture.put("be-ibz");

      fixture.rooms.inTransaction(
          r ->
              assertThat(
                      r.get(Outbox.class).putAll(List.of(letterTo("be-ibz"), letterTo("be-jus"))))
                  .containsOnlyKeys(new PersonId("be-jus")));

      assertThat(fixture.outbox().page(LetterFilter.none(), FIRST).total()).isEqualTo(2);
      assertThat(fixture.outbox().writtenTo(DAY, "DIGEST"))
          .containsExactlyInAnyOrder(new PersonId("be-ibz"), new PersonId("be-jus"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void lettersAboutDifferentThingsAreDifferentLetters(TestDatabase database) {
    try (OutboxFixture fixture = OutboxFixture.withFolder(database, folder)) {
      NewLetter first = letterTo("be-ibz").about(1);
      NewLetter second = letterTo("be-ibz").about(2);

      fixture.rooms.inTransaction(
          r -> {
            assertThat(r.get(Outbox.class).putAll(List.of(first))).hasSize(1);
            assertThat(r.get(Outbox.class).putAll(List.of(second))).hasSize(1);
            assertThat(r.get(Outbox.class).putAll(List.of(first))).isEmpty();
          });

      assertThat(fixture.outbox().page(LetterFilter.none(), FIRST).items())
          .extracting(Letter::aboutId)
          .containsExactlyInAnyOrder(1L, 2L);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theDatabaseKeepsASecondLetterOfAKindOut(TestDatabase database) {
    try (OutboxFixture fixture = OutboxFixture.withFolder(database, folder)) {
      UUID id = fixture.put("be-ibz");

      assertThatExceptionOfType(DuplicateKeyException.class)
          .isThrownBy(
              () ->
                  fixture
                      .database
                      .jdbc()
                      .sql(
                          """
                          insert into letter
                            (id, person_id, to_address, on_date, planned_on, kind, language, status,
                             subject, message_id, queued_at, next_attempt_at)
                          select cast(:copy as uuid), person_id, to_address, on_date, planned_on,
                                 kind, language, status, subject, message_id, queued_at,
                                 next_attempt_at
                          from letter where id = :id
                          """)
                      .param("copy", UUID.randomUUID())
                      .param("id", id)
                      .update());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLetterIsQueuedInTheTransactionOfWhoWritesItOnly(TestDatabase database) {
    try (OutboxFixture fixture = OutboxFixture.withFolder(database, folder)) {
      assertThatExceptionOfType(IllegalTransactionStateException.class)
          .isThrownBy(() -> fixture.outbox().putAll(List.of(letterTo("be-ibz"))));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aQueuedLetterKnowsWhoseItIsAndWhatItIsAbout(TestDatabase database) {
    try (OutboxFixture fixture = OutboxFixture.withFolder(database, folder)) {
      UUID id = fixture.put("be-ibz");

      Letter letter = fixture.letter(id);

      assertThat(letter.status()).isEqualTo(LetterStatus.QUEUED);
      assertThat(letter.person()).isEqualTo(new PersonId("be-ibz"));
      assertThat(letter.refs()).containsExactly(REF);
      assertThat(letter.messageId()).isEqualTo("<" + id + "@example.org>");
      assertThat(letter.queuedAt()).isEqualTo(fixture.clock.instant());
      assertThat(letter.closedAt()).isNull();
      assertThat(fixture.outbox().about(REF)).containsExactly(letter);
      assertThat(fixture.outbox().about(new CommitmentRef("VD2023-2.07"))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theJournalIsFilteredAndPaged(TestDatabase database) {
    try (OutboxFixture fixture = OutboxFixture.withFolder(database, folder)) {
      fixture.put("be-ibz");
      fixture.put("be-jus");
      fixture.put("fr-int");
      Outbox outbox = fixture.outbox();

      assertThat(people(outbox, new LetterFilter(null, "BE-JUS@example.org", null, null)))
          .containsExactly("be-jus");
      assertThat(people(outbox, new LetterFilter(null, "fr-int", null, DAY)))
          .containsExactly("fr-int");
      assertThat(people(outbox, new LetterFilter(LetterStatus.SENT, null, null, null))).isEmpty();
      assertThat(people(outbox, new LetterFilter(LetterStatus.QUEUED, null, REF, null))).hasSize(3);
      assertThat(people(outbox, new LetterFilter(null, null, null, DAY.plusDays(1)))).isEmpty();
      Page<Letter> second = outbox.page(LetterFilter.none(), new Page.Request(1, 2));
      assertThat(second.items()).hasSize(1);
      assertThat(second.total()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLetterNotYetSentIsShownAsItWouldBeNow(TestDatabase database) {
    try (OutboxFixture fixture = OutboxFixture.withFolder(database, folder)) {
      UUID id = fixture.put("be-ibz");

      assertThat(fixture.outbox().message(id)).contains("Subject: Objet pour be-ibz");
      assertThat(fixture.outbox().preview(id).orElseThrow().text()).isEqualTo("Texte été");

      fixture.composer = letter -> Optional.empty();

      assertThat(fixture.outbox().preview(id)).isEmpty();
      assertThatExceptionOfType(Refusal.class)
          .isThrownBy(() -> fixture.outbox().message(id))
          .extracting(Refusal::key)
          .isEqualTo("letter.nothingLeft");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anUnknownLetterIsRefused(TestDatabase database) {
    try (OutboxFixture fixture = OutboxFixture.withFolder(database, folder)) {
      assertThatExceptionOfType(Refusal.class)
          .isThrownBy(() -> fixture.outbox().get(UUID.randomUUID()))
          .extracting(Refusal::kind)
          .isEqualTo(Refusal.Kind.NOT_FOUND);
    }
  }

  private static List<String> people(Outbox outbox, LetterFilter filter) {
    return outbox.page(filter, FIRST).items().stream().map(l -> l.person().value()).toList();
  }
}
