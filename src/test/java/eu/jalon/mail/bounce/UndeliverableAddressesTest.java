package eu.jalon.mail.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.TestDatabase;
import eu.jalon.mail.EmailStatus;
import eu.jalon.mail.MailFixture;
import eu.jalon.mail.ScriptedRelay;
import eu.jalon.shared.EmailAddress;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Undeliverable addresses, as reported by replies of the relay. */
class UndeliverableAddressesTest {

  private static final EmailAddress ADDRESS = new EmailAddress("be-ibz@example.org");

  @ParameterizedTest
  @CsvSource({
    "RCPT, 550 5.1.1 no such user, 5.1.1",
    "RCPT, 553 5.1.3 bad address, 5.1.3",
    "RCPT, 550 no such user, 5.0.0",
    "RCPT, 551 user not local, 5.0.0",
    "RCPT, 550 192.5.1.1 no such user, 5.0.0",
    "RCPT, 550 5.0.0 no such user, 5.0.0",
    "RCPT, 554 5.0.0 something else, ",
    "RCPT, 554 transaction failed, ",
    "RCPT, 550 5.1.8 sender's domain unknown, ",
    "RCPT, 550 5.7.1 relaying denied, ",
    "RCPT, 552 5.2.2 mailbox full, ",
    "RCPT, 450 5.1.1 not decided, ",
    "RCPT, 450 4.1.1 greylisted, ",
    "MAIL, 550 5.1.1 sender unknown, ",
    "DATA, 554 5.5.1 no valid recipients, ",
    "., 550 5.1.1 content refused, "
  })
  void anAddressRejectedByTheRelayBecomesUndeliverable(String command, String answer, String status)
      throws Exception {
    try (ScriptedRelay relay = new ScriptedRelay();
        MailFixture fixture = MailFixture.with(TestDatabase.H2, relay.sender())) {
      relay.answering(command, answer);
      UUID id = fixture.put("be-ibz");

      fixture.dispatcher().dispatch();

      assertThat(fixture.email(id).bounce()).isNull();
      assertThat(refusals(fixture).of(ADDRESS).map(UndeliverableAddress::status).orElse(null))
          .isEqualTo(status);
      if (status != null) {
        UndeliverableAddress refusal = refusals(fixture).of(ADDRESS).orElseThrow();
        assertThat(fixture.email(id).status()).isEqualTo(EmailStatus.FAILED);
        assertThat(refusal.diagnostic()).isEqualTo(answer);
        assertThat(refusal.email()).isEqualTo(id);
      }
    }
  }

  @Test
  void aReplyOfSeveralLinesIsStoredOnOne() throws Exception {
    try (ScriptedRelay relay = new ScriptedRelay();
        MailFixture fixture = MailFixture.with(TestDatabase.H2, relay.sender())) {
      relay.answering("RCPT", "550-5.1.1 no such\r\n550 5.1.1 user");
      fixture.put("be-ibz");

      fixture.dispatcher().dispatch();

      assertThat(refusals(fixture).of(ADDRESS).orElseThrow().diagnostic())
          .isEqualTo("550-5.1.1 no such 550 5.1.1 user");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAddressStaysUndeliverableUntilItIsRemoved(TestDatabase database) throws Exception {
    try (ScriptedRelay relay = new ScriptedRelay();
        MailFixture fixture = MailFixture.with(database, relay.sender())) {
      UUID first = fixture.put("be-ibz");
      UUID second = fixture.put("be-jus");
      UndeliverableAddresses refusals = refusals(fixture);
      Instant since = fixture.clock.instant();
      refusals.refused(new EmailAddress("BE-ibz@Example.org"), "5.1.1", "first\r\nword", first);
      fixture.clock.moveTo("2027-03-01T08:00");
      refusals.refused(ADDRESS, "5.2.1", "last word", second);
      assertThat(fixture.dispatcher().dispatch()).as("e-mails are still sent to it").isEqualTo(2);

      UndeliverableAddress refusal =
          new UndeliverableAddress(ADDRESS, "5.2.1", "last word", since, second, true);
      assertThat(refusals.of(new EmailAddress("Be-Ibz@example.ORG"))).contains(refusal);
      assertThat(refusals.all().get(new EmailAddress("Be-Ibz@example.ORG"))).isEqualTo(refusal);
      assertThat(refusals.all()).hasSize(1);

      refusals.remove(new EmailAddress("bE-IBZ@example.org"));
      refusals.remove(ADDRESS);

      assertThat(refusals.of(ADDRESS)).isEmpty();
      assertThat(refusals.all()).isEmpty();
    }
  }

  private static UndeliverableAddresses refusals(MailFixture fixture) {
    return fixture.rooms.get(UndeliverableAddresses.class);
  }
}
