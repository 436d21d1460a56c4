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
 * Shares the emails that are due among dispatchers. Each method is one transaction of its own, or
 * one statement, and every lease and due time is by the database's clock, so that nodes need not
 * agree on the time.
 */
@Repository
class JdbcMailQueue {

  /**
   * The result for an email that its dispatcher holds.
   *
   * @param reply the relay's answer; absent where the email was not offered to it
   * @param attempted whether it counts as an attempt
   */
  record Mark(
      EmailStatus status,
      @Nullable String reply,
      @Nullable NotSentReason notSent,
      Duration delay,
      boolean attempted) {

    static Mark sent(String reply) {
      return new Mark(EmailStatus.SENT, reply, null, Duration.ZERO, true);
    }

    /** It was not offered to the relay, and will not be. */
    static Mark closed(EmailStatus status, NotSentReason why) {
      return new Mark(status, null, why, Duration.ZERO, false);
    }

    static Mark failed(String reply, NotSentReason why) {
      return new Mark(EmailStatus.FAILED, reply, why, Duration.ZERO, true);
    }

    static Mark again(EmailStatus status, String reply, Duration delay) {
      return new Mark(status, reply, null, delay, true);
    }
  }

  /** Names the states twice: without the first line H2 reads every email that was ever sent. */
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

  private static final String MARK =
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
   * What a dispatcher holds.
   *
   * @param relayFailed whether no connection could be had the last time
   */
  record Claim(List<Email> emails, boolean relayFailed) {}

  /**
   * Takes up to a batch of due emails for the owner; other owners pass them by. None while the
   * relay is left in peace, and no more than its rate allows.
   */
  Claim claim(String owner, MailProperties properties) {
    return inTransaction(
        () -> {
          RelayState state = relay.state();
          int perMinute = properties.perMinute();
          int wanted =
              perMinute == 0
                  ? properties.batch()
                  : Math.min(properties.batch(), relay.left(perMinute));
          List<Email> claimed =
              state.closed() || wanted == 0 ? List.of() : claim(owner, wanted, properties.lease());
          if (perMinute > 0 && !claimed.isEmpty()) {
            relay.handed(claimed.size());
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

  /** Prolongs the lease right before sending; false where another owner has taken the email. */
  boolean renew(UUID id, String owner, Duration lease) {
    return jdbc.sql(RENEW)
            .param("seconds", lease.toSeconds())
            .param("id", id)
            .param("owner", owner)
            .update()
        == 1;
  }

  /** Keeps what is about to be handed over, where the owner still holds it. */
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
                                .addValue("message", e.getValue().text())
                                .addValue("owner", owner))
                    .toArray(MapSqlParameterSource[]::new)));
  }

  /** Writes down what became of an email; false where the owner no longer held it. */
  boolean mark(UUID id, String owner, Mark mark) {
    Instant closedAt = mark.status().isClosed() ? clock.instant() : null;
    NotSentReason notSent = mark.notSent();
    return jdbc.sql(MARK)
            .param("status", mark.status().name())
            .param("attempted", mark.attempted() ? 1 : 0)
            .param("reply", bounded(mark.reply()))
            .param("notSent", notSent == null ? null : notSent.name())
            .param("closedAt", closedAt == null ? null : closedAt.atOffset(ZoneOffset.UTC))
            .param("delay", mark.delay().toSeconds())
            .param("id", id)
            .param("owner", owner)
            .update()
        == 1;
  }

  /**
   * Releases emails that were claimed and not tried, since the relay could not be reached.
   *
   * @return how often in a row that was so
   */
  int unreachable(Collection<UUID> ids, Collection<String> owners, String reply) {
    return inTransaction(
        () -> {
          release(ids, owners, reply);
          return relay.failed(reply);
        });
  }

  /** Releases emails that were claimed and will not be tried by their owners. */
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

  /** The relay can be reached again. */
  void relayAnswered() {
    inTransaction(
        () -> {
          relay.answered();
          return true;
        });
  }

  private <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transactions.execute(status -> work.get()));
  }
}
