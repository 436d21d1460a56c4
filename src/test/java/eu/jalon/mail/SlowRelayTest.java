package eu.jalon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A relay whose replies do not end. */
class SlowRelayTest {

  @ParameterizedTest
  @ValueSource(strings = {ScriptedRelay.DRIPPING, ScriptedRelay.ENDLESS})
  void b15_anEndlessGreetingReleasesTheEmails(String greeting) throws Exception {
    try (ScriptedRelay relay = new ScriptedRelay().answering("CONNECT", greeting);
        MailFixture fixture = MailFixture.with(TestDatabase.H2, impatient(relay))) {
      List<UUID> emails = List.of(fixture.put("be-ibz"), fixture.put("be-jus"));

      assertThat(fixture.dispatcher().dispatch()).isZero();

      assertThat(emails).allSatisfy(id -> assertReleased(fixture, id));
      assertThat(fixture.mailQueue().relay().failures())
          .as("failures shown by the health check")
          .isEqualTo(1);
      relay.recover();
      fixture.timePasses();
      assertThat(fixture.dispatcher().dispatch()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"EHLO", "MAIL", "RCPT", "DATA", "."})
  void b15_anEndlessReplyTimesOutAndReleasesTheOtherEmails(String command) throws Exception {
    try (ScriptedRelay relay = new ScriptedRelay().answering(command, ScriptedRelay.DRIPPING);
        MailFixture fixture = MailFixture.with(TestDatabase.H2, impatient(relay))) {
      List<UUID> emails =
          List.of(fixture.put("be-ibz"), fixture.put("be-jus"), fixture.put("be-mob"));

      assertThat(fixture.dispatcher().dispatch()).isZero();

      assertThat(emails)
          .allSatisfy(
              id ->
                  assertThat(fixture.email(id).status())
                      .isIn(EmailStatus.RETRY, EmailStatus.UNKNOWN));
      assertThat(emails)
          .filteredOn(id -> fixture.email(id).attempts() == 0)
          .as("released without an attempt")
          .hasSizeGreaterThanOrEqualTo(2);
      assertThat(relay.connections()).isEqualTo(1);
      assertThat(fixture.mailQueue().relay().failures()).isEqualTo(1);
    }
  }

  @Test
  void b15_expiredLeasesAreCounted() throws Exception {
    try (ScriptedRelay relay = new ScriptedRelay();
        MailFixture fixture = MailFixture.with(TestDatabase.H2, relay.sender())) {
      UUID id = fixture.put("be-ibz");
      assertThat(fixture.mailQueue().expiredLeases()).isZero();
      fixture
          .database
          .jdbc()
          .sql(
              """
              update email
              set status = 'SENDING', lease_until = current_timestamp - interval '120' second
              where id = :id
              """)
          .param("id", id)
          .update();

      assertThat(fixture.mailQueue().expiredLeases()).isEqualTo(1);
    }
  }

  private static void assertReleased(MailFixture fixture, UUID id) {
    assertThat(fixture.email(id).status()).isEqualTo(EmailStatus.RETRY);
    assertThat(fixture.email(id).attempts()).isZero();
  }

  private static JavaMailSenderImpl impatient(ScriptedRelay relay) {
    JavaMailSenderImpl sender = relay.sender();
    sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "1000");
    return sender;
  }
}
