package eu.jalon.mail.queue;

import eu.jalon.mail.Email;
import eu.jalon.mail.EmailRows;
import eu.jalon.mail.EmailStatus;
import eu.jalon.mail.JdbcEmails;
import eu.jalon.mail.JdbcRelay;
import eu.jalon.mail.NotSentReason;
import eu.jalon.mail.RelayState;
import eu.jalon.mail.message.HeaderText;
import eu.jalon.mail.message.WrittenMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Distributes due e-mails among the dispatchers of all nodes. Each method is a transaction of its
 * own; all leases and due times are those of the database's clock.
 */
@Repository
class JdbcMailQueue {

  /**
   * The result of processing an e-mail.
   *
   * @param reply the reply of the relay; absent if the e-mail was not sent to it
   * @param delay the time until the next attempt
   * @param attempted whether it counts as an attempt
   */
  record Outcome(
      EmailStatus status,
      @Nullable String reply,
      @Nullable NotSentReason notSent,
      Duration delay,
      boolean attempted) {

    static Outcome sent(String reply) {
      return new Outcome(
          EmailStatus.SENT, reply.isEmpty() ? null : reply, null, Duration.ZERO, true);
    }

    /** It was not sent to the relay, and will not be. */
    static Outcome closed(EmailStatus status, NotSentReason reason) {
      return new Outcome(status, null, reason, Duration.ZERO, false);
    }

    static Outcome failed(String reply, NotSentReason reason) {
      return new Outcome(EmailStatus.FAILED, reply, reason, Duration.ZERO, true);
    }

    static Outcome retry(EmailStatus status, String reply, Duration delay) {
      return new Outcome(status, reply, null, delay, true);
    }
  }

  /** The first condition lets H2 use the index on the state. */
  private static final String DUE =
      """
      select id from email
      where status in ('QUEUED', 'RETRY', 'UNKNOWN', 'SENDING')
        and ((status <> 'SENDING' and next_attempt_at <= current_timestamp)
          or (status = 'SENDING' and lease_until < current_timestamp))
      order by next_attempt_at, id
      limit :batch
      for update skip locked
      """;

  private static final String CLAIM =
      """
      update email
      set status = 'SENDING', lease_owner = :owner,
          lease_until = current_timestamp + cast(:seconds as integer) * interval '1' second
      where id in (:ids)
      """;

  private static final String RENEW =
      """
      update email
      set lease_until = current_timestamp + cast(:seconds as integer) * interval '1' second
      where id = :id and lease_owner = :owner
      """;

  private static final String RECORD =
      """
      update email
      set status = :status, attempts = attempts + cast(:attempted as integer),
          reply = coalesce(cast(:reply as varchar), reply), not_sent = cast(:notSent as varchar),
          closed_at = cast(:closedAt as timestamp with time zone),
          next_attempt_at = current_timestamp + cast(:delay as integer) * interval '1' second,
          lease_owner = null, lease_until = null
      where id = :id and lease_owner = :owner
      """;

  private static final String RELEASE =
      """
      update email
      set status = case when attempts = 0 and cast(:reply as varchar) is null
                        then 'QUEUED' else 'RETRY' end,
          reply = coalesce(cast(:reply as varchar), reply),
          next_attempt_at = current_timestamp, lease_owner = null, lease_until = null
      where id in (:ids) and lease_owner in (:owners)
      """;

  private final JdbcClient jdbc;
  private final NamedParameterJdbcOperations batches;
  private final JdbcEmails emails;
  private final JdbcRelay relay;
  private final TransactionOperations transactions;
  private final Clock clock;

  JdbcMailQueue(
      JdbcClient jdbc,
      NamedParameterJdbcOperations batches,
      JdbcEmails emails,
      JdbcRelay relay,
      TransactionOperations transactions,
      Clock clock) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.emails = emails;
    this.relay = relay;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Claimed e-mails.
   *
   * @param relayFailed whether the last connection to the relay failed
   */
  record Claim(List<Email> emails, boolean relayFailed) {}

  /**
   * Claims up to a batch of due e-mails under a lease, within the rate limit; none while the
   * circuit breaker of the relay is open.
   */
  Claim claim(String owner, MailProperties properties) {
    return inTransaction(
        () -> {
          RelayState state = relay.state();
          int perMinute = properties.perMinute();
          int wanted =
              perMinute == 0
                  ? properties.batch()
                  : Math.min(properties.batch(), relay.remainingInMinute(perMinute));
          List<Email> claimed =
              state.closed() || wanted == 0 ? List.of() : claim(owner, wanted, properties.lease());
          if (perMinute > 0 && !claimed.isEmpty()) {
            relay.countSent(claimed.size());
          }
          return new Claim(claimed, state.failures() > 0);
        });
  }

  private List<Email> claim(String owner, int batch, Duration lease) {
    List<UUID> ids =
        jdbc.sql(DUE)
            .param("batch", batch)
            .query((row, n) -> row.getObject("id", UUID.class))
            .list();
    if (ids.isEmpty()) {
      return List.of();
    }
    jdbc.sql(CLAIM)
        .param("owner", owner)
        .param("seconds", lease.toSeconds())
        .param("ids", ids)
        .update();
    return emails.emails(
        EmailRows.SELECT + " where l.id in (:ids) order by l.next_attempt_at, l.id",
        Map.of("ids", ids));
  }

  /** Renews the lease right before sending; false if another owner has claimed the e-mail. */
  boolean renew(UUID id, String owner, Duration lease) {
    return jdbc.sql(RENEW)
            .param("seconds", lease.toSeconds())
            .param("id", id)
            .param("owner", owner)
            .update()
        == 1;
  }

  /** Stores the messages that are about to be sent, if the owner still has the lease. */
  void store(Map<UUID, WrittenMessage> written, String owner) {
    inTransaction(
        () ->
            batches.batchUpdate(
                """
                update email set subject = :subject, message = :message
                where id = :id and lease_owner = :owner
                """,
                written.entrySet().stream()
                    .map(
                        e ->
                            new MapSqlParameterSource("id", e.getKey())
                                .addValue(
                                    "subject",
                                    EmailRows.bounded(e.getValue().mail().subject(), 300))
                                .addValue("message", e.getValue().storedText())
                                .addValue("owner", owner))
                    .toArray(MapSqlParameterSource[]::new)));
  }

  /** Records the outcome of an e-mail; false if the owner lost the lease. */
  boolean record(UUID id, String owner, Outcome outcome) {
    Instant closedAt = outcome.status().isClosed() ? clock.instant() : null;
    NotSentReason notSent = outcome.notSent();
    return jdbc.sql(RECORD)
            .param("status", outcome.status().name())
            .param("attempted", outcome.attempted() ? 1 : 0)
            .param("reply", bounded(outcome.reply()))
            .param("notSent", notSent == null ? null : notSent.name())
            .param("closedAt", closedAt == null ? null : closedAt.atOffset(ZoneOffset.UTC))
            .param("delay", outcome.delay().toSeconds())
            .param("id", id)
            .param("owner", owner)
            .update()
        == 1;
  }

  /**
   * Releases claimed e-mails because the relay could not be reached.
   *
   * @return the number of failed connections in a row
   */
  int unreachable(Collection<UUID> ids, Collection<String> owners, String reply) {
    return inTransaction(
        () -> {
          release(ids, owners, reply);
          return relay.recordFailure(reply);
        });
  }

  /** Releases claimed e-mails that their owners will not send. */
  void release(Collection<UUID> ids, Collection<String> owners) {
    release(ids, owners, null);
  }

  private void release(Collection<UUID> ids, Collection<String> owners, @Nullable String reply) {
    if (ids.isEmpty()) {
      return;
    }
    jdbc.sql(RELEASE)
        .param("reply", bounded(reply))
        .param("ids", ids)
        .param("owners", owners)
        .update();
  }

  private static @Nullable String bounded(@Nullable String reply) {
    return reply == null ? null : EmailRows.bounded(HeaderText.of(reply), 1000);
  }

  /** Closes the circuit breaker of the relay. */
  void relayReachable() {
    inTransaction(
        () -> {
          relay.recordSuccess();
          return true;
        });
  }

  private <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transactions.execute(status -> work.get()));
  }
}
