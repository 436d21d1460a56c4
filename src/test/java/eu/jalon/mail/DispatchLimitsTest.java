package eu.jalon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.TestClock;
import eu.jalon.TestDatabase;
import eu.jalon.mail.queue.LeaseTimer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Circuit breaker, rate limit, and leases of the dispatcher. */
class DispatchLimitsTest {

  @ParameterizedTest
  @EnumSource
  void theCircuitBreakerStaysOpenLongerWithEachFailure(TestDatabase database) throws Exception {
    JavaMailSenderImpl sender;
    try (ScriptedRelay relay = new ScriptedRelay()) {
      sender = relay.sender();
    }
    try (MailFixture fixture = MailFixture.with(database, sender)) {
      UUID id = fixture.put("be-ibz");
      for (int failures = 1; failures <= 4; failures++) {
        assertThat(fixture.dispatcher().dispatch()).isZero();
        assertThat(fixture.mailQueue().relay().failures()).isEqualTo(failures);
        assertThat(fixture.mailQueue().relay().closed()).isTrue();
        assertThat(fixture.dispatcher().dispatch()).as("circuit breaker is open").isZero();
        assertThat(fixture.mailQueue().relay().failures()).isEqualTo(failures);
        fixture.timePasses();
      }
      Email email = fixture.email(id);
      assertThat(email.status()).isEqualTo(EmailStatus.RETRY);
      assertThat(email.attempts()).as("attempts of the e-mail").isZero();
      assertThat(fixture.mailQueue().relay().reason().orElseThrow()).contains("cannot be reached");
    }
    assertThat(RelayState.pause(1)).isEqualTo(Duration.ofMinutes(1));
    assertThat(RelayState.pause(3)).isEqualTo(Duration.ofMinutes(4));
    assertThat(RelayState.pause(99)).isEqualTo(Duration.ofMinutes(15));
  }

  @ParameterizedTest
  @EnumSource
  void aSuccessfulConnectionClosesTheCircuitBreaker(TestDatabase database) throws Exception {
    try (ScriptedRelay relay = new ScriptedRelay();
        MailFixture fixture = MailFixture.with(database, relay.sender())) {
      relay.answering("CONNECT", ScriptedRelay.CUT);
      UUID id = fixture.put("be-ibz");
      fixture.dispatcher().dispatch();
      assertThat(fixture.mailQueue().relay().closed()).isTrue();

      relay.recover();
      fixture.timePasses();

      assertThat(fixture.dispatcher().dispatch()).isEqualTo(1);
      assertThat(fixture.email(id).status()).isEqualTo(EmailStatus.SENT);
      assertThat(fixture.mailQueue().relay()).isEqualTo(new RelayState(0, null, false, null));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theRateLimitHoldsPerMinute(TestDatabase database) throws Exception {
    try (ScriptedRelay relay = new ScriptedRelay();
        MailFixture fixture =
            MailFixture.with(database, relay.sender(), "jalon.mail.per-minute", "3")) {
      for (int i = 0; i < 5; i++) {
        fixture.put("person-" + i);
      }

      assertThat(fixture.dispatcher().dispatch()).isEqualTo(3);
      assertThat(fixture.dispatcher().dispatch()).as("in the same minute").isZero();
      fixture
          .database
          .jdbc()
          .sql("update mail_relay set minute_from = current_timestamp - interval '61' second")
          .update();

      assertThat(fixture.dispatcher().dispatch()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEmailIsNotSentAfterItsDay(TestDatabase database) throws Exception {
    try (ScriptedRelay relay = new ScriptedRelay();
        MailFixture fixture = MailFixture.with(database, relay.sender())) {
      UUID id = fixture.put("be-ibz");
      fixture.clock.moveTo("2027-03-02T07:00");

      assertThat(fixture.dispatcher().dispatch()).isZero();

      assertThat(fixture.email(id).status()).isEqualTo(EmailStatus.DROPPED);
      assertThat(fixture.email(id).notSent()).isEqualTo(NotSentReason.DAY_OVER);
      assertThat(relay.messages()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void unsentEmailsOfEarlierDaysAreDroppedUnlessTheyAreBeingSent(TestDatabase database)
      throws Exception {
    try (ScriptedRelay relay = new ScriptedRelay();
        MailFixture fixture = MailFixture.with(database, relay.sender())) {
      UUID waiting = fixture.put("be-ibz");
      UUID held = fixture.put("be-jus");
      fixture
          .database
          .jdbc()
          .sql(
              """
              update email
              set status = 'SENDING', lease_until = current_timestamp + interval '60' second
              where id = :id
              """)
          .param("id", held)
          .update();

      fixture.rooms.inTransaction(
          r -> r.get(MailQueue.class).dropBefore(MailFixture.DAY.plusDays(1), "DIGEST"));

      assertThat(fixture.email(waiting).status()).isEqualTo(EmailStatus.DROPPED);
      assertThat(fixture.email(held).status()).isEqualTo(EmailStatus.SENDING);
    }
  }

  /** Sending the first e-mail takes longer than the lease of the next batch. */
  @ParameterizedTest
  @EnumSource
  void anEmailOfTheNextBatchWhoseLeaseExpiredIsSentOnce(TestDatabase database) throws Exception {
    try (ScriptedRelay relay = new ScriptedRelay();
        MailFixture fixture = MailFixture.with(database, relay.sender(), "jalon.mail.batch", "2")) {
      for (int i = 0; i < 7; i++) {
        fixture.put("person-" + i);
      }
      relay.meanwhile(
          () -> {
            if (relay.messages().size() == 1) {
              fixture.clock.moveTo("2027-03-01T07:16");
              fixture.timePasses();
            }
          });

      fixture.dispatcher().dispatch();

      assertThat(relay.messages()).hasSize(7);
    }
  }

  /** The e-mails of the next batch are due again at once, without an attempt counted. */
  @ParameterizedTest
  @EnumSource
  void theNextBatchIsReleasedWhenTheRelayFails(TestDatabase database) throws Exception {
    try (ScriptedRelay relay = new ScriptedRelay();
        MailFixture fixture = MailFixture.with(database, relay.sender(), "jalon.mail.batch", "1")) {
      relay.answering("CONNECT", ScriptedRelay.CUT);
      UUID first = fixture.put("be-ibz");
      UUID second = fixture.put("be-jus");

      fixture.dispatcher().dispatch();

      for (UUID id : List.of(first, second)) {
        assertThat(fixture.email(id).status()).isEqualTo(EmailStatus.RETRY);
        assertThat(fixture.email(id).attempts()).isZero();
      }
      assertThat(fixture.mailQueue().relay().failures()).isEqualTo(1);
    }
  }

  @Test
  void aLeaseEndsByTheLongerOfTwoElapsedTimes() {
    TestClock clock = TestClock.at("2027-03-01T07:00:00");
    LeaseTimer lease = new LeaseTimer(clock, Duration.ofMinutes(15));
    assertThat(lease.outlasts(Duration.ofMinutes(10))).isTrue();
    assertThat(lease.outlasts(Duration.ofMinutes(15))).isFalse();

    clock.moveTo("2027-03-01T07:06");
    assertThat(lease.outlasts(Duration.ofMinutes(10))).isFalse();
    assertThat(lease.isValid()).isTrue();

    clock.moveTo("2027-03-01T07:15");
    assertThat(lease.isValid()).isFalse();
  }
}
