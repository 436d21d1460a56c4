package eu.jalon.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.TestDatabase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The dispatcher with a relay that rejects messages, closes connections or is unreachable. */
class RejectingRelayTest {

  private final ScriptedRelay relay;
  private final List<MailFixture> opened = new ArrayList<>();

  RejectingRelayTest() throws IOException {
    relay = new ScriptedRelay();
  }

  @AfterEach
  void stopRelay() throws IOException {
    opened.forEach(MailFixture::close);
    relay.close();
  }

  @Test
  void aRelayWithStatusNotificationsReceivesTheIdOfTheEmail() {
    MailFixture fixture = open(TestDatabase.H2);
    UUID plain = fixture.put("be-jus");
    fixture.dispatcher().dispatch();
    relay.answering("EHLO", "250-relay.example.org\r\n250 DSN");
    UUID notified = fixture.put("be-ibz");

    assertThat(fixture.dispatcher().dispatch()).isEqualTo(1);

    assertThat(relay.commands())
        .filteredOn(line -> line.startsWith("MAIL FROM:"))
        .satisfiesExactly(
            line -> assertThat(line).doesNotContain("ENVID", plain.toString()),
            line -> assertThat(line).endsWith(" ENVID=" + notified));
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL, 451 4.3.0 try later, RETRY",
    "MAIL, 421 4.3.2 closing, RETRY",
    "MAIL, 550 5.7.1 sender refused, RETRY",
    "MAIL, 530 5.7.0 authentication required, RETRY",
    "RCPT, 450 4.2.0 greylisted, RETRY",
    "RCPT, 421 4.3.2 closing, RETRY",
    "RCPT, 550 5.1.1 no such user, FAILED",
    "DATA, 451 4.3.0 try later, RETRY",
    "DATA, 554 5.5.1 no valid recipients, FAILED",
    "., 452 4.3.1 full, RETRY",
    "., 554 5.6.0 content refused, FAILED",
    "MAIL, cut, RETRY",
    "RCPT, cut, RETRY",
    "DATA, cut, RETRY",
    "., cut, UNKNOWN"
  })
  void theReplyDeterminesTheStateOfTheEmail(String command, String answer, EmailStatus status) {
    MailFixture fixture = open(TestDatabase.H2);
    relay.answering(command, answer);
    UUID id = fixture.put("be-ibz");

    assertThat(fixture.dispatcher().dispatch()).isZero();

    Email email = fixture.email(id);
    assertThat(email.status()).isEqualTo(status);
    if (!answer.equals(ScriptedRelay.CUT)) {
      assertThat(email.reply()).contains(answer);
    }
    assertThat(email.closedAt() != null).isEqualTo(status == EmailStatus.FAILED);
  }

  @ParameterizedTest
  @EnumSource
  void aTemporarilyRejectedEmailIsTriedAgainWithBackoff(TestDatabase database) {
    MailFixture fixture = open(database);
    relay.answering("RCPT", "450 4.2.0 greylisted");
    UUID id = fixture.put("be-ibz");

    for (int minutes : new int[] {1, 5, 15, 60, 240, 240}) {
      fixture.dispatcher().dispatch();
      assertThat(fixture.minutesToNextAttempt(id)).isEqualTo(minutes);
      assertThat(fixture.dispatcher().dispatch()).as("before the delay has passed").isZero();
      fixture.timePasses();
    }
    relay.recover();

    assertThat(fixture.dispatcher().dispatch()).isEqualTo(1);
    assertThat(fixture.email(id).attempts()).isEqualTo(7);
  }

  @ParameterizedTest
  @EnumSource
  void aConnectionLostAfterTheEndOfDataSendsTheSameMessageAgain(TestDatabase database) {
    MailFixture fixture = open(database);
    relay.answering(".", ScriptedRelay.CUT);
    UUID id = fixture.put("be-ibz");
    fixture.dispatcher().dispatch();
    assertThat(fixture.email(id).status()).isEqualTo(EmailStatus.UNKNOWN);
    assertThat(fixture.minutesToNextAttempt(id)).isEqualTo(15);

    relay.recover();
    fixture.timePasses();

    assertThat(fixture.dispatcher().dispatch()).isEqualTo(1);
    assertThat(relay.messages()).hasSize(2);
    assertThat(relay.messages())
        .allSatisfy(
            message -> assertThat(message).contains("Message-ID: <" + id + "@example.org>"));
    assertThat(relay.messages().get(0)).isEqualTo(relay.messages().get(1));
  }

  @ParameterizedTest
  @EnumSource
  void oneRejectedRecipientDoesNotPreventTheOtherEmails(TestDatabase database) {
    MailFixture fixture = open(database);
    relay.answering("RCPT TO:<be-ibz@example.org>", "550 5.1.1 no such user");
    UUID refused = fixture.put("be-ibz");
    UUID taken = fixture.put("be-jus");

    assertThat(fixture.dispatcher().dispatch()).isEqualTo(1);

    assertThat(fixture.email(refused).status()).isEqualTo(EmailStatus.FAILED);
    assertThat(fixture.email(taken).status()).isEqualTo(EmailStatus.SENT);
  }

  @ParameterizedTest
  @EnumSource
  void afterALostConnectionTheOthersAreSentOverANewOne(TestDatabase database) {
    MailFixture fixture = open(database);
    relay.answering("RCPT TO:<be-ibz@example.org>", ScriptedRelay.CUT);
    UUID cut = fixture.put("be-ibz");
    UUID taken = fixture.put("be-jus");

    assertThat(fixture.dispatcher().dispatch()).isEqualTo(1);

    assertThat(fixture.email(cut).status()).isEqualTo(EmailStatus.RETRY);
    assertThat(fixture.email(taken).status()).isEqualTo(EmailStatus.SENT);
  }

  @ParameterizedTest
  @EnumSource
  void whileTheRelayIsUnreachableNoAttemptIsCounted(TestDatabase database) {
    MailFixture fixture = open(database);
    relay.answering("CONNECT", "421 4.3.2 down for maintenance");
    UUID first = fixture.put("be-ibz");
    UUID second = fixture.put("be-jus");

    assertThat(fixture.dispatcher().dispatch()).isZero();

    assertThat(relay.connections()).isEqualTo(1);
    for (UUID id : new UUID[] {first, second}) {
      assertThat(fixture.email(id).status()).isEqualTo(EmailStatus.RETRY);
      assertThat(fixture.email(id).attempts()).isZero();
    }
    relay.recover();
    fixture.timePasses();
    assertThat(fixture.dispatcher().dispatch()).isEqualTo(2);
  }

  @Test
  void anEmailRejectedForDaysIsGivenUp() {
    MailFixture fixture = open(TestDatabase.H2);
    relay.answering("RCPT", "450 4.2.0 greylisted");
    UUID id = fixture.put("be-ibz");
    for (int attempt = 1; attempt < RetryDelay.MAX_ATTEMPTS; attempt++) {
      fixture.dispatcher().dispatch();
      fixture.timePasses();
    }
    assertThat(fixture.email(id).status()).isEqualTo(EmailStatus.RETRY);

    fixture.dispatcher().dispatch();

    assertThat(fixture.email(id).status()).isEqualTo(EmailStatus.FAILED);
    assertThat(fixture.email(id).reply()).contains("greylisted");
  }

  @Test
  void aLeaseShorterThanTheReplyTimeoutIsRejectedAtStart() {
    JavaMailSenderImpl patient = relay.sender();
    patient.getJavaMailProperties().setProperty("mail.smtp.timeout", "600000");

    assertThatThrownBy(() -> MailFixture.with(TestDatabase.H2, patient, "jalon.mail.lease", "10m"))
        .rootCause()
        .hasMessageContaining("jalon.mail.lease is PT10M");
  }

  private MailFixture open(TestDatabase database) {
    MailFixture fixture = MailFixture.with(database, relay.sender());
    opened.add(fixture);
    return fixture;
  }
}
