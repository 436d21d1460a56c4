package eu.jalon.mail.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import eu.jalon.TestDatabase;
import eu.jalon.mail.ComposedEmail;
import eu.jalon.mail.Email;
import eu.jalon.mail.EmailFilter;
import eu.jalon.mail.EmailStatus;
import eu.jalon.mail.MailFixture;
import eu.jalon.mail.MailQueue;
import eu.jalon.mail.NewEmail;
import eu.jalon.mail.NotSentReason;
import eu.jalon.mail.ScriptedRelay;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;

/** The dispatcher with a real SMTP server that accepts all messages. */
class DispatcherTest {

  private final GreenMail mail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

  @BeforeEach
  void startRelay() {
    mail.start();
  }

  @AfterEach
  void stopRelay() {
    mail.stop();
  }

  @ParameterizedTest
  @EnumSource
  void anEmailIsSentOnceAndMarkedAsAutomatic(TestDatabase database) throws Exception {
    try (MailFixture fixture = MailFixture.with(database, mail)) {
      UUID id = fixture.put("be-ibz");

      assertThat(fixture.dispatcher().dispatch()).isEqualTo(1);
      assertThat(fixture.dispatcher().dispatch()).isZero();

      assertThat(mail.getReceivedMessages()).hasSize(1);
      MimeMessage message = mail.getReceivedMessages()[0];
      assertThat(message.getSubject()).isEqualTo("Objet pour be-ibz");
      assertThat(message.getHeader("Message-ID")).containsExactly("<" + id + "@example.org>");
      assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
      assertThat(message.getHeader("Precedence")).isNull();
      assertThat(message.getHeader("Date")).containsExactly("Mon, 1 Mar 2027 07:00:00 +0100");
      assertThat(message.getFrom()[0]).hasToString("Jalon <jalon@example.org>");
      Email email = fixture.email(id);
      assertThat(email.status()).isEqualTo(EmailStatus.SENT);
      assertThat(email.subject()).isEqualTo("Objet pour be-ibz");
      assertThat(email.attempts()).isEqualTo(1);
      assertThat(email.closedAt()).isEqualTo(fixture.clock.instant());
      assertThat(email.reply()).startsWith("250");
      assertThat(fixture.mailQueue().message(id)).contains("Message-ID: <" + id).isASCII();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSecretIsSentAndNotStored(TestDatabase database) throws Exception {
    String secret = "s3cret-".repeat(8);
    try (MailFixture fixture = MailFixture.with(database, mail)) {
      fixture.composer =
          email ->
              Optional.of(
                  new ComposedEmail(
                      "Mot de passe", "Lien " + secret, "<p>" + secret + "</p>", null, secret));
      UUID id = fixture.put("be-ibz");

      assertThat(fixture.dispatcher().dispatch()).isEqualTo(1);

      MimeMultipart sent = (MimeMultipart) mail.getReceivedMessages()[0].getContent();
      assertThat(sent.getBodyPart(0).getContent()).asString().startsWith("Lien " + secret);
      assertThat(sent.getBodyPart(1).getContent()).asString().contains(secret);
      assertThat(fixture.mailQueue().message(id).replace("=\r\n", ""))
          .contains("Lien ***", "<p>***</p>")
          .doesNotContain(secret);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEmailOfAFailedDispatcherIsSentByAnother(TestDatabase database) throws Exception {
    try (MailFixture fixture = MailFixture.with(database, mail)) {
      UUID id = fixture.put("be-ibz");
      claim(fixture, "the killed one");

      assertThat(fixture.dispatcher().dispatch()).as("during the lease").isZero();
      fixture.timePasses();
      assertThat(fixture.dispatcher().dispatch()).isEqualTo(1);

      assertThat(mail.getReceivedMessages()[0].getMessageID())
          .isEqualTo(fixture.email(id).messageId());
      assertThat(fixture.email(id).attempts()).as("attempts").isOne();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDispatcherWithoutALeaseNeitherSendsNorRecords(TestDatabase database) {
    try (MailFixture fixture = MailFixture.with(database, mail)) {
      UUID id = fixture.put("be-ibz");
      claim(fixture, "frozen");
      fixture.timePasses();
      claim(fixture, "quick");
      JdbcMailQueue queue = fixture.rooms.get(JdbcMailQueue.class);
      JdbcMailQueue.Outcome sent = JdbcMailQueue.Outcome.sent("250 ok");

      assertThat(queue.renew(id, "frozen", Duration.ofMinutes(1))).isFalse();
      assertThat(queue.record(id, "frozen", sent)).isFalse();
      assertThat(fixture.email(id).status()).isEqualTo(EmailStatus.SENDING);
      assertThat(queue.renew(id, "quick", Duration.ofMinutes(1))).isTrue();
      assertThat(queue.record(id, "quick", sent)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEmailWithoutContentIsDropped(TestDatabase database) {
    try (MailFixture fixture = MailFixture.with(database, mail)) {
      UUID id = fixture.put("be-ibz");
      fixture.composer = email -> Optional.empty();

      assertThat(fixture.dispatcher().dispatch()).isZero();

      assertThat(mail.getReceivedMessages()).isEmpty();
      assertThat(fixture.email(id).status()).isEqualTo(EmailStatus.DROPPED);
      assertThat(fixture.email(id).notSent()).isEqualTo(NotSentReason.NOTHING_LEFT);
      assertThat(fixture.email(id).closedAt()).isNotNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEmailThatCannotBeComposedDoesNotPreventTheOthers(TestDatabase database) {
    try (MailFixture fixture = MailFixture.with(database, mail)) {
      UUID broken = fixture.put("be-ibz");
      fixture.put("be-jus");
      Function<Email, Optional<ComposedEmail>> usual = fixture.composer;
      fixture.composer =
          email -> {
            if (email.id().equals(broken)) {
              throw new IllegalStateException("no content");
            }
            return usual.apply(email);
          };

      assertThat(fixture.dispatcher().dispatch()).isEqualTo(1);

      assertThat(fixture.email(broken).status()).isEqualTo(EmailStatus.RETRY);
      assertThat(fixture.email(broken).reply()).contains("no content");
      fixture.composer = usual;
      fixture.timePasses();
      assertThat(fixture.dispatcher().dispatch()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEmailIsNotSentOutsideTheAllowedDomains(TestDatabase database) throws Exception {
    try (ScriptedRelay relay = new ScriptedRelay();
        MailFixture fixture =
            MailFixture.with(
                database,
                relay.sender(),
                "jalon.mail.allowed-domains",
                "gov.example, fgov.example")) {
      UUID id = fixture.put("be-ibz");

      assertThat(fixture.dispatcher().dispatch()).isZero();

      assertThat(fixture.email(id).status()).isEqualTo(EmailStatus.FAILED);
      assertThat(fixture.email(id).notSent()).isEqualTo(NotSentReason.DOMAIN_NOT_ALLOWED);
      assertThat(fixture.email(id).attempts()).isZero();
      assertThat(relay.connections()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBatchIsSentOverOneConnection(TestDatabase database) throws Exception {
    try (ScriptedRelay relay = new ScriptedRelay();
        MailFixture fixture =
            MailFixture.with(database, relay.sender(), "jalon.mail.batch", "50")) {
      put(fixture, 120);

      assertThat(fixture.dispatcher().dispatch()).isEqualTo(120);

      assertThat(relay.connections()).isEqualTo(3);
      assertThat(relay.messages()).hasSize(120);
    }
  }

  @ParameterizedTest
  @EnumSource
  void concurrentDispatchersShareTheEmails(TestDatabase database) throws Exception {
    try (MailFixture fixture = MailFixture.with(database, mail)) {
      put(fixture, 150);
      Callable<Integer> dispatch = () -> fixture.dispatcher().dispatch();

      ExecutorService nodes = Executors.newFixedThreadPool(3);
      int sent = 0;
      for (Future<Integer> node : nodes.invokeAll(List.of(dispatch, dispatch, dispatch))) {
        sent += node.get();
      }
      nodes.shutdown();

      assertThat(sent).isEqualTo(150);
      assertThat(mail.getReceivedMessages()).hasSize(150);
      assertThat(messageIds()).hasSize(150);
    }
  }

  @ParameterizedTest
  @EnumSource
  void operator5_aNodeReleasesUnsentEmailsAtShutdownAndWaitsForTheReply(TestDatabase database)
      throws Exception {
    try (ScriptedRelay relay = new ScriptedRelay();
        MailFixture fixture = MailFixture.with(database, relay.sender(), "jalon.mail.batch", "2")) {
      put(fixture, 5);
      CompletableFuture<Void> shutdown = new CompletableFuture<>();
      relay.meanwhile(() -> shutDownBeforeTheReply(fixture, shutdown));

      assertThat(fixture.dispatcher().dispatch()).as("the e-mail being sent").isOne();
      assertThat(shutdown).as("after the reply").succeedsWithin(Duration.ofSeconds(20));
      assertThat(fixture.dispatcher().dispatch()).as("after the shutdown").isZero();

      assertThat(relay.messages()).hasSize(1);
      assertThat(fixture.mailQueue().counts(EmailFilter.none()).byStatus())
          .containsOnly(Map.entry(EmailStatus.SENT, 1L), Map.entry(EmailStatus.QUEUED, 4L));
      JdbcMailQueue queue = fixture.rooms.get(JdbcMailQueue.class);
      assertThat(queue.claim("another node", fixture.rooms.get(MailProperties.class)).emails())
          .as("without waiting for the lease to expire")
          .hasSize(2)
          .allSatisfy(email -> assertThat(email.attempts()).isZero());
    }
  }

  @Test
  void operator5_aNodeReleasesEmailsAtShutdownAlsoIfTheDatabaseWasAwayForAMoment()
      throws Exception {
    try (ScriptedRelay relay = new ScriptedRelay();
        MailFixture fixture =
            MailFixture.with(TestDatabase.POSTGRESQL, relay.sender(), "jalon.mail.batch", "2")) {
      put(fixture, 5);
      CompletableFuture<Void> shutdown = new CompletableFuture<>();
      relay.meanwhile(() -> shutDownWithoutDatabase(fixture, shutdown));

      assertThat(fixture.dispatcher().dispatch()).as("the e-mail being sent").isOne();

      assertThat(shutdown).succeedsWithin(Duration.ofSeconds(20));
      assertThat(fixture.mailQueue().counts(EmailFilter.none()).byStatus())
          .containsOnly(Map.entry(EmailStatus.QUEUED, 4L), Map.entry(EmailStatus.SENT, 1L));
    }
  }

  /** Begins a shutdown while no statement succeeds. */
  private static void shutDownWithoutDatabase(MailFixture fixture, CompletableFuture<Void> end) {
    Logger log = (Logger) LoggerFactory.getLogger(Dispatcher.class);
    ListAppender<ILoggingEvent> warnings = new ListAppender<>();
    warnings.start();
    log.addAppender(warnings);
    JdbcClient jdbc = fixture.rooms.get(JdbcClient.class);
    jdbc.sql("alter table email rename to email_away").update();
    try {
      startShutdown(fixture, end);
      await().until(() -> !warnings.list.isEmpty());
    } finally {
      jdbc.sql("alter table email_away rename to email").update();
      log.detachAppender(warnings);
    }
  }

  /** Begins a shutdown, which does not end before the relay has replied. */
  private static void shutDownBeforeTheReply(MailFixture fixture, CompletableFuture<Void> end) {
    startShutdown(fixture, end);
    await().until(() -> fixture.mailQueue().counts(EmailFilter.none()).of(EmailStatus.QUEUED) == 4);
    assertThat(end).failsWithin(Duration.ofMillis(300)).withThrowableOfType(TimeoutException.class);
  }

  private static void startShutdown(MailFixture fixture, CompletableFuture<Void> end) {
    Thread shutdown =
        new Thread(
            () -> {
              try {
                fixture.dispatcher().releaseAtShutdown();
                end.complete(null);
              } catch (InterruptedException | RuntimeException failed) {
                end.completeExceptionally(failed);
              }
            },
            "shutdown");
    shutdown.setDaemon(true);
    shutdown.start();
  }

  @Test
  void anEmailIsRecordedAfterTheDatabaseWasAway() throws Exception {
    try (ScriptedRelay relay = new ScriptedRelay();
        MailFixture fixture =
            MailFixture.with(TestDatabase.POSTGRESQL, relay.sender(), "jalon.mail.lease", "40s")) {
      put(fixture, 3);
      relay.meanwhile(() -> closeAllConnections(fixture));

      assertThat(fixture.dispatcher().dispatch()).isEqualTo(3);

      assertThat(relay.messages()).hasSize(3);
      assertThat(fixture.mailQueue().counts(EmailFilter.none()).byStatus())
          .containsOnly(Map.entry(EmailStatus.SENT, 3L));
    }
  }

  private static void closeAllConnections(MailFixture fixture) {
    fixture
        .rooms
        .get(JdbcClient.class)
        .sql(
            """
            select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid()
            """)
        .query()
        .listOfRows();
  }

  @ParameterizedTest
  @EnumSource
  void dispatchingInATransactionIsRejected(TestDatabase database) {
    try (MailFixture fixture = MailFixture.with(database, mail)) {
      assertThatExceptionOfType(IllegalTransactionStateException.class)
          .isThrownBy(() -> fixture.rooms.inTransaction(r -> r.get(Dispatcher.class).dispatch()));
    }
  }

  private Set<String> messageIds() throws Exception {
    Set<String> ids = new HashSet<>();
    for (MimeMessage message : Arrays.asList(mail.getReceivedMessages())) {
      ids.add(message.getMessageID());
    }
    return ids;
  }

  private static void put(MailFixture fixture, int emails) {
    List<NewEmail> many =
        IntStream.range(0, emails).mapToObj(i -> MailFixture.emailTo("person-" + i)).toList();
    fixture.rooms.inTransaction(r -> r.get(MailQueue.class).putAll(many));
  }

  private static void claim(MailFixture fixture, String owner) {
    assertThat(
            fixture
                .rooms
                .get(JdbcMailQueue.class)
                .claim(owner, fixture.rooms.get(MailProperties.class))
                .emails())
        .hasSize(1);
  }
}
