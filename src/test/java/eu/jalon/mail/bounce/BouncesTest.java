package eu.jalon.mail.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.TestDatabase;
import eu.jalon.mail.Email;
import eu.jalon.mail.EmailStatus;
import eu.jalon.mail.incoming.IncomingMail.Counts;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.IllegalTransactionStateException;

/** Delivery reports read from a real IMAP server. */
class BouncesTest {

  @ParameterizedTest
  @EnumSource
  void aReportedFailureIsRecordedAndMakesTheAddressUndeliverable(TestDatabase database)
      throws Exception {
    try (BounceFixture fixture = new BounceFixture(database)) {
      UUID id = fixture.sent("be-ibz");
      UUID other = fixture.sent("be-jus");
      fixture.arrives("postfix", id);
      fixture.mailQueue.clock.moveTo("2027-03-01T09:30");

      assertThat(fixture.collect()).isEqualTo(new Counts(1, 0, 0, 0));
      assertThat(fixture.collect()).as("processed once").isEqualTo(new Counts(0, 0, 0, 0));

      String diagnostic =
          "550 5.1.1 <be-ibz@example.org>: Recipient address rejected:"
              + " User unknown in virtual mailbox table";
      Email email = fixture.mailQueue.email(id);
      assertThat(email.status()).isEqualTo(EmailStatus.BOUNCED);
      assertThat(email.mayHaveArrived()).isFalse();
      assertThat(email.bounce()).isEqualTo("5.1.1 " + diagnostic);
      assertThat(email.bouncedAt()).isEqualTo(fixture.mailQueue.clock.instant());
      assertThat(fixture.refusal())
          .contains(
              new UndeliverableAddress(
                  BounceFixture.ADDRESS,
                  "5.1.1",
                  diagnostic,
                  fixture.mailQueue.clock.instant(),
                  id,
                  true));
      assertThat(fixture.mailQueue.email(other).bounce()).isNull();
      assertThat(fixture.refusals().all()).hasSize(1);
      assertThat(fixture.count("INBOX")).isZero();
      assertThat(fixture.count("Processed")).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          exchange            | 5.1.10 | 550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup
          french-headers-only | 5.2.1  | boîte désactivée le 28 février Bcc: coord-fr@example.org
          answer-only         | 5.1.6  | ''
          """)
  void reportsOfDifferentMailServersAreRead(String sample, String status, String diagnostic)
      throws Exception {
    try (BounceFixture fixture = new BounceFixture(TestDatabase.H2)) {
      UUID id = fixture.sent("be-ibz");
      fixture.arrives(sample, id);

      assertThat(fixture.collect()).isEqualTo(new Counts(1, 0, 0, 0));

      assertThat(fixture.mailQueue.email(id).bounce())
          .isEqualTo((status + " " + diagnostic).strip());
      UndeliverableAddress refusal = fixture.refusal().orElseThrow();
      assertThat(refusal.address()).isEqualTo(BounceFixture.ADDRESS);
      assertThat(refusal.status()).isEqualTo(status);
      assertThat(refusal.diagnostic()).isEqualTo(diagnostic);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Reporting-MTA:, Original-Envelope-Id: @UUID@, 1",
    "The mail system, About <@UUID@@example.org>:, 1",
    "Reporting-MTA:, Original-Envelope-Id: another server's own, 0"
  })
  void publicReports4_aReportWithoutHeadersIsMatchedByTheEnvelopeId(
      String before, String added, int failed) {
    try (BounceFixture fixture = new BounceFixture(TestDatabase.H2)) {
      UUID id = fixture.sent("be-ibz");
      String report = BounceFixture.sample("postfix", id);
      String boundary = "--4F0A11C2.1803880803/relay.example.org";
      int returned = report.indexOf(boundary + "\nContent-Description: Undelivered Message");
      fixture.arrives(
          (report.substring(0, returned) + boundary + "--\n")
              .replaceFirst("(?m)^ *" + before, added.replace("@UUID@", id.toString()) + "\n$0"));

      assertThat(fixture.collect()).isEqualTo(new Counts(failed, 0, 1 - failed, 0));

      assertThat(fixture.refusal().isPresent()).isEqualTo(failed == 1);
    }
  }

  @ParameterizedTest
  @CsvSource({"delayed, SENT, 4.4.1", "expired, BOUNCED, 4.4.1", "bad-sender, BOUNCED, 5.1.8"})
  void aTransientFailureDoesNotMakeTheAddressUndeliverable(
      String sample, EmailStatus status, String bounce) {
    try (BounceFixture fixture = new BounceFixture(TestDatabase.H2)) {
      UUID id = fixture.sent("be-ibz");
      fixture.arrives(sample, id);

      Counts counts = fixture.collect();

      assertThat(counts.failed() + counts.delayed()).isEqualTo(1);
      assertThat(fixture.mailQueue.email(id).status()).isEqualTo(status);
      assertThat(fixture.mailQueue.email(id).bounce()).startsWith(bounce + " ");
      assertThat(fixture.refusals().all()).isEmpty();
    }
  }

  /** One that was kept would be dead after a restart of the database. */
  @Test
  void noConnectionToTheDatabaseIsKeptWhileTheMailboxIsRead() throws Exception {
    try (BounceFixture fixture = new BounceFixture(TestDatabase.H2)) {
      List<Integer> inUse = fixture.connectionsInUseWhenReadMessagesAreMarked();
      fixture.arrives("postfix", UUID.randomUUID());
      fixture.arrives("postfix", fixture.sent("be-ibz"));

      assertThat(fixture.collect()).isEqualTo(new Counts(1, 0, 0, 1));

      assertThat(inUse).hasSize(2).containsOnly(0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void readingTheMailboxInATransactionIsRejected(TestDatabase database) {
    try (BounceFixture fixture = new BounceFixture(database)) {
      assertThatExceptionOfType(IllegalTransactionStateException.class)
          .isThrownBy(() -> fixture.mailQueue.rooms.inTransaction(r -> fixture.collect()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aReportOfADelayDoesNotReplaceOneOfAFailure(TestDatabase database) {
    try (BounceFixture fixture = new BounceFixture(database)) {
      UUID id = fixture.sent("be-ibz");
      fixture.arrives("delayed", id);
      assertThat(fixture.collect()).isEqualTo(new Counts(0, 1, 0, 0));
      assertThat(fixture.mailQueue.email(id).bounce()).startsWith("4.4.1");
      assertThat(fixture.mailQueue.email(id).status()).isEqualTo(EmailStatus.SENT);

      fixture.arrives("postfix", id);
      fixture.arrives("delayed", id);
      assertThat(fixture.collect()).isEqualTo(new Counts(1, 1, 0, 0));

      assertThat(fixture.mailQueue.email(id).bounce()).startsWith("5.1.1");
      assertThat(fixture.mailQueue.email(id).status()).isEqualTo(EmailStatus.BOUNCED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"read-receipt", "delivered", "malformed-status", "malformed-mime"})
  void otherMessagesAreMovedWithoutEffect(String sample) throws Exception {
    try (BounceFixture fixture = new BounceFixture(TestDatabase.H2)) {
      UUID id = fixture.sent("be-ibz");
      fixture.arrives(sample, id);

      assertThat(fixture.collect()).isEqualTo(new Counts(0, 0, 0, 1));

      assertThat(fixture.mailQueue.email(id).bounce()).isNull();
      assertThat(fixture.refusals().all()).isEmpty();
      assertThat(fixture.count("INBOX")).isZero();
      assertThat(fixture.count("Processed")).isEqualTo(1);
    }
  }

  @Test
  void aReportOfAnUnknownEmailIsMovedWithoutEffect() throws Exception {
    try (BounceFixture fixture = new BounceFixture(TestDatabase.H2)) {
      fixture.sent("be-ibz");
      fixture.arrives("postfix", UUID.randomUUID());
      fixture.arrives(
          BounceFixture.sample("postfix", UUID.randomUUID())
              .replaceAll("Message-ID: <.*>", "Message-ID: <thread.be-ibz@example.org>"));

      assertThat(fixture.collect()).isEqualTo(new Counts(0, 0, 1, 1));

      assertThat(fixture.refusals().all()).isEmpty();
      assertThat(fixture.count("Processed")).isEqualTo(2);
    }
  }

  @Test
  void onlyTheAddressOfTheEmailBecomesUndeliverable() {
    try (BounceFixture fixture = new BounceFixture(TestDatabase.H2)) {
      UUID id = fixture.sent("be-ibz");
      fixture.arrives(
          BounceFixture.sample("postfix", id).replace("be-ibz@example.org", "fr-int@example.org"));

      fixture.collect();

      assertThat(fixture.refusals().all()).containsOnlyKeys(BounceFixture.ADDRESS);
    }
  }

  @Test
  void amongSeveralRecipientsThatOfTheEmailIsUsed() {
    try (BounceFixture fixture = new BounceFixture(TestDatabase.H2)) {
      UUID id = fixture.sent("be-ibz");
      String own = "\nFinal-Recipient: rfc822; be-ibz@example.org\n";
      String more =
          "\nFinal-Recipient: rfc822; x@example.org\nAction: delivered\nStatus: 2.0.0\n" + own;
      fixture.arrives(BounceFixture.sample("postfix", id).replace(own, more));

      assertThat(fixture.collect()).isEqualTo(new Counts(1, 0, 0, 0));
      assertThat(fixture.refusal()).isPresent();

      String elsewhere =
          BounceFixture.sample("postfix", id)
              .replace(own, more)
              .replace("be-ibz@example.org", "y@example.org");
      fixture.arrives(elsewhere);

      assertThat(fixture.collect())
          .as("delivered to another recipient")
          .isEqualTo(new Counts(0, 0, 0, 1));
    }
  }

  @Test
  void onlyTheBeginningOfAHugeMessageIsRead() throws Exception {
    try (BounceFixture fixture = new BounceFixture(TestDatabase.H2)) {
      UUID id = fixture.sent("be-ibz");
      String padding = "Une ligne de texte qui ne dit rien.\n".repeat(80_000);
      String report = BounceFixture.sample("postfix", id);
      fixture.arrives(report.replace("\n\nTexte\n", "\n\nTexte\n" + padding));
      fixture.arrives(report.replace("This is the mail system", padding));
      fixture.arrives("Subject: rien\n\n" + padding);

      assertThat(fixture.collect()).isEqualTo(new Counts(1, 0, 0, 2));

      assertThat(fixture.refusal()).isPresent();
      assertThat(fixture.count("Processed")).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aVeryLongDiagnosticIsCutToOneLine(TestDatabase database) {
    try (BounceFixture fixture = new BounceFixture(database)) {
      UUID id = fixture.sent("be-ibz");
      String endless = "Recipient\n    " + "\uD83D\uDE80 é\t".repeat(900) + "\n    end";
      fixture.arrives(BounceFixture.sample("postfix", id).replace("Recipient\n", endless + "\n"));

      assertThat(fixture.collect()).isEqualTo(new Counts(1, 0, 0, 0));

      assertThat(fixture.mailQueue.email(id).bounce())
          .hasSizeBetween(990, 1000)
          .doesNotContainPattern("\\p{Cntrl}");
      assertThat(fixture.refusal().orElseThrow().diagnostic())
          .hasSizeBetween(990, 1000)
          .startsWith("550 5.1.1 <be-ibz@example.org>: Recipient");
    }
  }

  @Test
  void anUnreadableMailboxIsLoggedOnce() {
    try (BounceFixture fixture = new BounceFixture(TestDatabase.H2)) {
      UUID id = fixture.sent("be-ibz");
      fixture.arrives("delayed", id);
      fixture.mailbox.setPassword("another");

      assertThat(fixture.collect()).isEqualTo(new Counts(0, 0, 0, 0));
      assertThat(fixture.collect()).isEqualTo(new Counts(0, 0, 0, 0));

      assertThat(fixture.warnings())
          .singleElement()
          .asString()
          .contains("imap://127.0.0.1:", "/INBOX cannot be read")
          .doesNotContain("secret");
      fixture.mailbox.setPassword("secret");
      assertThat(fixture.collect()).isEqualTo(new Counts(0, 1, 0, 0));
      fixture.mailbox.setPassword("another");
      fixture.collect();
      assertThat(fixture.warnings()).filteredOn(line -> line.contains("cannot be")).hasSize(2);
    }
  }

  @Test
  void anUnreachableServerIsLoggedOnce() {
    try (BounceFixture fixture = new BounceFixture(TestDatabase.H2)) {
      fixture.mail.stop();

      fixture.collect();
      fixture.collect();

      assertThat(fixture.warnings()).hasSize(1);
    }
  }

  @Test
  void readMessagesAreDeletedIfNoFolderIsConfigured() throws Exception {
    try (BounceFixture fixture =
        new BounceFixture(TestDatabase.H2, "jalon.mail.bounces.processed", "")) {
      fixture.arrives("postfix", fixture.sent("be-ibz"));

      assertThat(fixture.collect()).isEqualTo(new Counts(1, 0, 0, 0));

      assertThat(fixture.count("INBOX")).isZero();
      assertThat(fixture.count("Processed")).isEqualTo(-1);
    }
  }

  @Test
  void nothingIsReadIfNoMailboxIsConfigured() {
    try (BounceFixture fixture =
        new BounceFixture(TestDatabase.H2, "jalon.mail.bounces.host", "")) {
      fixture.arrives("postfix", fixture.sent("be-ibz"));

      assertThat(fixture.collect()).isEqualTo(new Counts(0, 0, 0, 0));

      assertThat(fixture.refusals().all()).isEmpty();
      assertThat(fixture.warnings()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"processed, inbox", "folder, ''", "port, 70000"})
  void anInvalidMailboxIsRejectedAtStart(String setting, String value) {
    assertThatThrownBy(
            () -> new BounceFixture(TestDatabase.H2, "jalon.mail.bounces." + setting, value))
        .rootCause()
        .hasMessageContaining("jalon.mail.bounces");
  }
}
