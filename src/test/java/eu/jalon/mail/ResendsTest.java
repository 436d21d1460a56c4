package eu.jalon.mail;

import static eu.jalon.mail.MailFixture.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.jalon.TestDatabase;
import eu.jalon.mail.message.ParsedMessage;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.Language;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.paging.Page;
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

/** Resends in the mail queue, and the filters of e-mails. */
class ResendsTest {

  private static final PersonId COORDINATOR = new PersonId("coord-be");
  private static final Page.Request FIRST = new Page.Request(0, 50);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void aResendIsLinkedToTheOriginalAndHasItsOwnMessageId(TestDatabase database) {
    try (MailFixture fixture = MailFixture.withFolder(database, folder)) {
      UUID first = fixture.put("be-ibz");
      fixture.dispatcher().dispatch();
      UUID second = again(fixture, first, DAY);

      Email anew = fixture.email(second);
      assertThat(anew.resend())
          .contains(new Email.Resend(first, COORDINATOR, "Elle ne l’a pas reçu."));
      assertThat(anew.messageId()).isEqualTo("<" + second + "@example.org>");
      assertThat(anew.to()).isEqualTo(new EmailAddress("autre@example.org"));
      assertThat(anew.language()).isEqualTo(Texts.NL);
      assertThat(anew.kind()).isEqualTo("DIGEST");
      assertThat(anew.refs()).containsExactly(MailFixture.REF);
      assertThat(fixture.email(first).status()).isEqualTo(EmailStatus.SENT);
      assertThat(fixture.rooms.get(Resends.class).all(second))
          .extracting(Email::id)
          .containsExactly(first, second);
      assertThat(fixture.dispatcher().dispatch()).isOne();
      assertThat(fixture.email(second).status()).isEqualTo(EmailStatus.SENT);
      assertThat(fixture.mailQueue().recipients(DAY, "DIGEST")).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void thereIsOneResendADayAndItIsLinkedToTheOriginal(TestDatabase database) {
    try (MailFixture fixture = MailFixture.withFolder(database, folder)) {
      UUID first = fixture.put("be-ibz");
      UUID second = again(fixture, first, DAY);

      assertThatExceptionOfType(ValidationError.class)
          .isThrownBy(() -> again(fixture, second, DAY))
          .extracting(ValidationError::key)
          .isEqualTo("email.againToday");

      UUID third = again(fixture, second, DAY.plusDays(1));
      assertThat(fixture.email(third).resend().map(Email.Resend::original)).contains(first);
    }
  }

  @ParameterizedTest
  @EnumSource
  void concurrentRequestsQueueOneResend(TestDatabase database) throws Exception {
    try (MailFixture fixture = MailFixture.withFolder(database, folder)) {
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
          assertThat(e.getCause()).isInstanceOf(ValidationError.class);
          refused++;
        }
      }
      threads.shutdown();

      assertThat(refused).isOne();
      assertThat(fixture.rooms.get(Resends.class).all(first)).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEmailWithALostReplyIsSupersededByItsResend(TestDatabase database) {
    try (MailFixture fixture = MailFixture.withFolder(database, folder)) {
      UUID first = fixture.put("be-ibz");
      set(fixture, first, "status = 'UNKNOWN', message = 'Subject: Parti'");
      again(fixture, first, DAY);

      assertThat(fixture.email(first).status()).isEqualTo(EmailStatus.SUPERSEDED);
      assertThat(fixture.email(first).mayHaveArrived()).isTrue();
      assertThat(fixture.mailQueue().message(first)).isEqualTo("Subject: Parti");
      fixture.timePasses();
      assertThat(fixture.dispatcher().dispatch()).isOne();
      assertThat(fixture.email(first).attempts()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void emailsAreFilteredByEachCriterionAndCountedByState(TestDatabase database) {
    try (MailFixture fixture = MailFixture.withFolder(database, folder)) {
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
      assertThat(found(fixture, filter(null, null, null, "DIGEST", Texts.NL, false)))
          .containsExactly(second);
      EmailFilter cameBack = new EmailFilter(EmailStatus.BOUNCED, null, null, null);
      assertThat(found(fixture, cameBack)).containsExactly(bounced);
      assertThat(found(fixture, filter(null, null, null, null, null, true)))
          .containsExactly(second);

      EmailCounts counts =
          fixture.mailQueue().counts(new EmailFilter(EmailStatus.FAILED, null, null, null));
      assertThat(counts.of(EmailStatus.SENT)).isOne();
      assertThat(counts.of(EmailStatus.QUEUED)).isOne();
      assertThat(counts.of(EmailStatus.BOUNCED)).isOne();
      assertThat(counts.total()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void coordinators9_aSentEmailIsParsedAsItWasSentAndAnUnsentOneAsItWouldBe(TestDatabase database) {
    try (MailFixture fixture = MailFixture.withFolder(database, folder)) {
      UUID waiting = fixture.put("be-jus");
      set(fixture, waiting, "next_attempt_at = current_timestamp + interval '1' day");
      UUID sent = fixture.put("be-ibz");
      fixture.dispatcher().dispatch();
      fixture.composer =
          email -> java.util.Optional.of(new ComposedEmail("Autre", "Changé", "<p>Changé</p>"));

      ParsedMessage opened = fixture.mailQueue().parsedMessage(sent).orElseThrow();
      assertThat(opened.sent()).isTrue();
      assertThat(opened.text()).isEqualTo("Texte été");
      assertThat(opened.html()).isEqualTo("<p>Texte été</p>");
      assertThat(opened.headers())
          .contains(new ParsedMessage.Header("Subject", "Objet pour be-ibz"))
          .contains(new ParsedMessage.Header("Message-ID", "<" + sent + "@example.org>"));
      ParsedMessage preview = fixture.mailQueue().parsedMessage(waiting).orElseThrow();
      assertThat(preview.sent()).isFalse();
      assertThat(preview.html()).isEqualTo("<p>Changé</p>");
    }
  }

  private static UUID again(MailFixture fixture, UUID id, LocalDate on) {
    List<UUID> ids = new ArrayList<>();
    fixture.rooms.inTransaction(
        r -> {
          Resends emails = r.get(Resends.class);
          Resends.Target target =
              new Resends.Target(new EmailAddress("autre@example.org"), Texts.NL, on);
          ids.add(emails.put(emails.lock(id), target, COORDINATOR, "Elle ne l’a pas reçu.").id());
        });
    return ids.get(0);
  }

  private static void set(MailFixture fixture, UUID id, String values) {
    fixture
        .database
        .jdbc()
        .sql("update email set " + values + " where id = :id")
        .param("id", id)
        .update();
  }

  private static EmailFilter filter(
      @Nullable Set<PersonId> people,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      @Nullable String kind,
      @Nullable Language language,
      boolean again) {
    return new EmailFilter(null, null, people, null, from, until, kind, language, again);
  }

  private static List<UUID> found(MailFixture fixture, EmailFilter filter) {
    return fixture.mailQueue().page(filter, FIRST).items().stream().map(Email::id).toList();
  }
}
