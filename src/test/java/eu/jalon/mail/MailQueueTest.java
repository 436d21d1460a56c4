package eu.jalon.mail;

import static eu.jalon.mail.MailFixture.DAY;
import static eu.jalon.mail.MailFixture.REF;
import static eu.jalon.mail.MailFixture.emailTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.jalon.TestDatabase;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.paging.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.IllegalTransactionStateException;

class MailQueueTest {

  private static final Page.Request FIRST = new Page.Request(0, 50);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void aPersonReceivesOneEmailOfAKindPerDay(TestDatabase database) {
    try (MailFixture fixture = MailFixture.withFolder(database, folder)) {
      fixture.put("be-ibz");

      fixture.rooms.inTransaction(
          r ->
              assertThat(
                      r.get(MailQueue.class).putAll(List.of(emailTo("be-ibz"), emailTo("be-jus"))))
                  .containsOnlyKeys(new PersonId("be-jus")));

      assertThat(fixture.mailQueue().page(EmailFilter.none(), FIRST).total()).isEqualTo(2);
      assertThat(fixture.mailQueue().recipients(DAY, "DIGEST"))
          .containsExactlyInAnyOrder(new PersonId("be-ibz"), new PersonId("be-jus"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void emailsAboutDifferentSubjectMattersAreAllQueued(TestDatabase database) {
    try (MailFixture fixture = MailFixture.withFolder(database, folder)) {
      NewEmail first = emailTo("be-ibz").about(1);
      NewEmail second = emailTo("be-ibz").about(2);

      fixture.rooms.inTransaction(
          r -> {
            assertThat(r.get(MailQueue.class).putAll(List.of(first))).hasSize(1);
            assertThat(r.get(MailQueue.class).putAll(List.of(second))).hasSize(1);
            assertThat(r.get(MailQueue.class).putAll(List.of(first))).isEmpty();
          });

      assertThat(fixture.mailQueue().page(EmailFilter.none(), FIRST).items())
          .extracting(Email::aboutId)
          .containsExactlyInAnyOrder(1L, 2L);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theDatabaseRejectsASecondEmailOfAKind(TestDatabase database) {
    try (MailFixture fixture = MailFixture.withFolder(database, folder)) {
      UUID id = fixture.put("be-ibz");

      assertThatExceptionOfType(DuplicateKeyException.class)
          .isThrownBy(
              () ->
                  fixture
                      .database
                      .jdbc()
                      .sql(
                          """
                          insert into email
                            (id, person_id, to_address, on_date, planned_on, kind, language, status,
                             subject, message_id, queued_at, next_attempt_at)
                          select cast(:copy as uuid), person_id, to_address, on_date, planned_on,
                                 kind, language, status, subject, message_id, queued_at,
                                 next_attempt_at
                          from email where id = :id
                          """)
                      .param("copy", UUID.randomUUID())
                      .param("id", id)
                      .update());
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEmailIsQueuedInTheTransactionOfTheCaller(TestDatabase database) {
    try (MailFixture fixture = MailFixture.withFolder(database, folder)) {
      assertThatExceptionOfType(IllegalTransactionStateException.class)
          .isThrownBy(() -> fixture.mailQueue().putAll(List.of(emailTo("be-ibz"))));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aQueuedEmailHasItsRecipientAndCommitments(TestDatabase database) {
    try (MailFixture fixture = MailFixture.withFolder(database, folder)) {
      UUID id = fixture.put("be-ibz");

      Email email = fixture.email(id);

      assertThat(email.status()).isEqualTo(EmailStatus.QUEUED);
      assertThat(email.person()).isEqualTo(new PersonId("be-ibz"));
      assertThat(email.refs()).containsExactly(REF);
      assertThat(email.messageId()).isEqualTo("<" + id + "@example.org>");
      assertThat(email.queuedAt()).isEqualTo(fixture.clock.instant());
      assertThat(email.closedAt()).isNull();
      assertThat(fixture.mailQueue().about(REF, Optional.empty())).containsExactly(email);
      assertThat(fixture.mailQueue().about(new CommitmentRef("VD2023-2.07"), Optional.empty()))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void emailsAreFilteredAndPaged(TestDatabase database) {
    try (MailFixture fixture = MailFixture.withFolder(database, folder)) {
      fixture.put("be-ibz");
      fixture.put("be-jus");
      fixture.put("fr-int");
      MailQueue mailQueue = fixture.mailQueue();

      assertThat(people(mailQueue, new EmailFilter(null, "BE-JUS@example.org", null, null)))
          .containsExactly("be-jus");
      assertThat(people(mailQueue, new EmailFilter(null, "fr-int", null, DAY)))
          .containsExactly("fr-int");
      assertThat(people(mailQueue, new EmailFilter(EmailStatus.SENT, null, null, null))).isEmpty();
      assertThat(people(mailQueue, new EmailFilter(EmailStatus.QUEUED, null, REF, null)))
          .hasSize(3);
      assertThat(people(mailQueue, new EmailFilter(null, null, null, DAY.plusDays(1)))).isEmpty();
      Page<Email> second = mailQueue.page(EmailFilter.none(), new Page.Request(1, 2));
      assertThat(second.items()).hasSize(1);
      assertThat(second.total()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anUnsentEmailIsShownAsItWouldBeSentNow(TestDatabase database) {
    try (MailFixture fixture = MailFixture.withFolder(database, folder)) {
      UUID id = fixture.put("be-ibz");

      assertThat(fixture.mailQueue().message(id)).contains("Subject: Objet pour be-ibz");
      assertThat(fixture.mailQueue().preview(id).orElseThrow().text()).isEqualTo("Texte été");

      fixture.composer = email -> Optional.empty();

      assertThat(fixture.mailQueue().preview(id)).isEmpty();
      assertThatExceptionOfType(ValidationError.class)
          .isThrownBy(() -> fixture.mailQueue().message(id))
          .extracting(ValidationError::key)
          .isEqualTo("email.nothingLeft");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anUnknownEmailIsAValidationError(TestDatabase database) {
    try (MailFixture fixture = MailFixture.withFolder(database, folder)) {
      assertThatExceptionOfType(ValidationError.class)
          .isThrownBy(() -> fixture.mailQueue().get(UUID.randomUUID()))
          .extracting(ValidationError::kind)
          .isEqualTo(ValidationError.Kind.NOT_FOUND);
    }
  }

  private static List<String> people(MailQueue mailQueue, EmailFilter filter) {
    return mailQueue.page(filter, FIRST).items().stream().map(l -> l.person().value()).toList();
  }
}
