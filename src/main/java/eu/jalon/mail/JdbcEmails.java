package eu.jalon.mail;

import eu.jalon.mail.message.HeaderText;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.paging.Column;
import eu.jalon.shared.paging.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores e-mails: inserts them in batches, reads them in pages. */
@Repository
public class JdbcEmails {

  /** E-mails per insert statement. */
  private static final int CHUNK = 200;

  private final JdbcClient jdbc;
  private final NamedParameterJdbcOperations batches;

  JdbcEmails(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /**
   * Inserts e-mails and returns the ids of those inserted. Skipped are planned e-mails if the
   * person has one of the kind, day and subject matter, and resends if there is one of the original
   * that day.
   */
  List<UUID> insert(
      Map<UUID, NewEmail> emails, Function<UUID, String> messageIds, Instant queuedAt) {
    if (emails.isEmpty()) {
      return List.of();
    }
    List<UUID> insertedIds = new ArrayList<>();
    List<UUID> ids = List.copyOf(emails.keySet());
    for (int from = 0; from < ids.size(); from += CHUNK) {
      List<UUID> chunk = ids.subList(from, Math.min(ids.size(), from + CHUNK));
      List<UUID> inserted = insertRows(chunk, emails, messageIds, queuedAt);
      Map<UUID, List<CommitmentRef>> refs = new LinkedHashMap<>();
      inserted.forEach(id -> refs.put(id, at(emails, id).refs()));
      insertRefs(refs);
      insertedIds.addAll(inserted);
    }
    return insertedIds;
  }

  private List<UUID> insertRows(
      List<UUID> ids,
      Map<UUID, NewEmail> emails,
      Function<UUID, String> messageIds,
      Instant queuedAt) {
    List<NewEmail> rows = ids.stream().map(id -> at(emails, id)).toList();
    int inserted =
        jdbc.sql(INSERT)
            .param("id", Column.of(ids, id -> id))
            .param("person", Column.of(rows, email -> email.person().value()))
            .param("to", Column.of(rows, email -> email.to().value()))
            .param("on", Column.of(rows, NewEmail::on))
            .param("kind", Column.of(rows, NewEmail::kind))
            .param("about", Column.of(rows, NewEmail::aboutId))
            .param("language", Column.of(rows, email -> email.language().code()))
            .param("subject", Column.of(rows, email -> subject(email.subject())))
            .param("messageId", Column.of(ids, messageIds::apply))
            .param("delay", Column.of(rows, email -> email.delay().toSeconds()))
            .param("lasting", Column.of(rows, NewEmail::lasting))
            .param("resendOf", Column.of(rows, email -> resend(email, Email.Resend::original)))
            .param(
                "resendBy", Column.of(rows, email -> resend(email, resend -> resend.by().value())))
            .param("reason", Column.of(rows, email -> resend(email, Email.Resend::reason)))
            .param("queuedAt", queuedAt.atOffset(ZoneOffset.UTC))
            .update();
    return inserted == ids.size()
        ? ids
        : jdbc.sql("select id from email where id in (:ids)")
            .param("ids", ids)
            .query(UUID.class)
            .list();
  }

  private static @Nullable Object resend(NewEmail email, Function<Email.Resend, Object> value) {
    Email.Resend resend = email.resendOf();
    return resend == null ? null : value.apply(resend);
  }

  private static String subject(String subject) {
    return EmailRows.bounded(HeaderText.of(subject), 300);
  }

  private static NewEmail at(Map<UUID, NewEmail> emails, UUID id) {
    return Objects.requireNonNull(emails.get(id));
  }

  /** Inserts commitments of e-mails, one row each. */
  void insertRefs(Map<UUID, List<CommitmentRef>> refs) {
    List<String> emailIds = new ArrayList<>();
    List<String> values = new ArrayList<>();
    refs.forEach(
        (id, all) -> {
          for (CommitmentRef ref : all) {
            emailIds.add(id.toString());
            values.add(ref.value());
          }
        });
    jdbc.sql(
            """
            insert into email_commitment (email_id, ref)
            select cast(r.email as uuid), r.ref
            from unnest(cast(:email as varchar array), cast(:ref as varchar array))
              as r (email, ref)
            """)
        .param("email", emailIds.toArray(String[]::new))
        .param("ref", values.toArray(String[]::new))
        .update();
  }

  /** Replaces the subjects of e-mails. */
  void setSubjects(Map<UUID, String> subjects) {
    batches.batchUpdate(
        "update email set subject = :subject where id = :id",
        subjects.entrySet().stream()
            .map(
                row ->
                    new MapSqlParameterSource("id", row.getKey())
                        .addValue("subject", subject(row.getValue())))
            .toArray(MapSqlParameterSource[]::new));
  }

  /** Drops unsent e-mails of a kind planned before a day, except those being sent. */
  int dropBefore(LocalDate day, String kind, Instant at) {
    return jdbc.sql(
            """
            update email
            set status = 'DROPPED', not_sent = 'DAY_OVER', closed_at = :at,
                lease_owner = null, lease_until = null
            where status in ('QUEUED', 'RETRY', 'UNKNOWN', 'SENDING')
              and (status <> 'SENDING' or lease_until < current_timestamp)
              and on_date < :day and kind = :kind
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("day", day)
        .param("kind", kind)
        .update();
  }

  /** The number of e-mails in each state, planned for a day or later. */
  Map<EmailStatus, Integer> counts(LocalDate since) {
    Map<EmailStatus, Integer> counts = new EnumMap<>(EmailStatus.class);
    jdbc.sql("select status, count(*) as emails from email where on_date >= :since group by status")
        .param("since", since)
        .query(
            row -> {
              counts.put(EmailStatus.valueOf(row.getString("status")), row.getInt("emails"));
            });
    return counts;
  }

  /** When the unsent e-mail that has been due longest was first due; empty if none is due. */
  Optional<Instant> oldestWaiting(Instant now) {
    return jdbc.sql(
            """
            select min(case when attempts = 0 then next_attempt_at else queued_at end) as due
            from email
            where status in ('QUEUED', 'SENDING', 'RETRY', 'UNKNOWN')
              and (attempts > 0 or next_attempt_at <= :now)
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  /** The number of e-mails in each state that match a filter, ignoring its state. */
  EmailCounts counts(EmailFilter filter) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    String where = EmailCriteria.of(filter.inAnyState(), parameters);
    Map<EmailStatus, Long> byStatus = new EnumMap<>(EmailStatus.class);
    jdbc.sql(
            """
            select l.status, count(*) as emails
            from email l
            """
                + where
                + " group by l.status")
        .params(parameters)
        .query(
            row -> {
              byStatus.put(EmailStatus.valueOf(row.getString("status")), row.getLong("emails"));
            });
    return new EmailCounts(byStatus);
  }

  MailFailures failures(EmailFilter filter) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    String where = EmailCriteria.of(filter.inAnyState(), parameters);
    return jdbc.sql(
            """
            select case when r.failures > 0 then r.failing_since end as silent_since,
                   coalesce(e.waiting, 0) as waiting, coalesce(e.failed, 0) as failed,
                   (select count(*) from undeliverable_address) as undeliverable,
                   (select count(*) from email_reply
                    where automatic = false and handled_at is null) as replies
            from mail_relay r,
              (select sum(case when l.status = 'FAILED' then 1 else 0 end) as failed,
                      sum(case when l.status in ('QUEUED', 'SENDING', 'RETRY', 'UNKNOWN')
                          then 1 else 0 end) as waiting
               from email l %s) e
            where r.id = 1
            """
                .formatted(where))
        .params(parameters)
        .query(
            (row, n) -> {
              OffsetDateTime silent = row.getObject("silent_since", OffsetDateTime.class);
              return new MailFailures(
                  silent == null ? null : silent.toInstant(),
                  row.getInt("waiting"),
                  row.getInt("failed"),
                  row.getInt("undeliverable") > 0,
                  row.getInt("replies") > 0);
            })
        .single();
  }

  Set<PersonId> recipients(LocalDate on, String kind) {
    return new HashSet<>(
        jdbc.sql("select person_id from email where planned_on = :on and kind = :kind")
            .param("on", on)
            .param("kind", kind)
            .query((row, n) -> new PersonId(row.getString("person_id")))
            .list());
  }

  public Optional<Email> find(UUID id) {
    return emails(EmailRows.SELECT + " where l.id = :id", Map.of("id", id)).stream().findFirst();
  }

  /** Whether all commitments of an e-mail are of the given series. */
  boolean isOfSeries(UUID id, Set<String> series) {
    return jdbc.sql("select count(*) from email l where l.id = :id and " + EmailCriteria.OF_SERIES)
            .param("id", id)
            .param("series", series.toArray(String[]::new))
            .query(Long.class)
            .single()
        == 1;
  }

  List<Email> all(Collection<UUID> ids) {
    return emails(EmailRows.SELECT + " where l.id in (:ids)", Map.of("ids", ids));
  }

  /** The transmitted message, if it was or may have been accepted. */
  Optional<String> message(UUID id) {
    return jdbc.sql(
            """
            select message from email
            where id = :id and message is not null
              and status in ('SENT', 'UNKNOWN', 'BOUNCED', 'SUPERSEDED')
            """)
        .param("id", id)
        .query(String.class)
        .optional();
  }

  Page<Email> page(EmailFilter filter, EmailSort sort, Page.Request at) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    String where = EmailCriteria.of(filter, parameters);
    long total =
        jdbc.sql("select count(*) from email l" + where)
            .params(parameters)
            .query(Long.class)
            .single();
    return Page.of(sorted(filter, sort, at), at, total);
  }

  /** Returns the e-mails of a page, latest first, without the number of all of them. */
  List<Email> latest(EmailFilter filter, Page.Request at) {
    return sorted(filter, EmailSort.LATEST, at);
  }

  private List<Email> sorted(EmailFilter filter, EmailSort sort, Page.Request at) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    String where = EmailCriteria.of(filter, parameters);
    parameters.put("size", at.size());
    parameters.put("offset", at.offset());
    return emails(
        EmailRows.SELECT
            + where
            + " order by "
            + column(sort)
            + (sort.descending() ? " desc" : "")
            + ", l.queued_at desc, l.id limit :size offset :offset",
        parameters);
  }

  private static String column(EmailSort sort) {
    return switch (sort.column()) {
      case QUEUED -> "l.queued_at";
      case SUBJECT -> "l.subject";
      case TO -> "l.person_id";
      case STATUS -> "l.status";
    };
  }

  /** Reads e-mails with a statement that begins with {@link EmailRows#SELECT}. */
  public List<Email> emails(String sql, Map<String, ?> parameters) {
    return jdbc.sql(sql).params(parameters).query(EmailRows::email).list();
  }

  /** Due times use the database's clock, as leases do. */
  private static final String INSERT =
      """
      insert into email
        (id, person_id, to_address, on_date, planned_on, kind, about_id, language, status, subject,
         message_id, attempts, queued_at, next_attempt_at, lasting, resend_of, resend_by,
         resend_reason)
      select n.id, n.person, n.to_address, n.on_date,
             case when n.resend_of is null then n.on_date end, n.kind, n.about_id, n.language,
             'QUEUED', n.subject, n.message_id, 0, cast(:queuedAt as timestamp with time zone),
             current_timestamp + n.delay * interval '1' second,
             n.lasting, n.resend_of, n.resend_by, n.reason
      from (
        select cast(u.id as uuid) as id, u.person, u.to_address, cast(u.on_date as date) as on_date,
               u.kind, cast(u.about_id as bigint) as about_id, u.language, u.subject, u.message_id,
               cast(u.delay as integer) as delay, cast(u.lasting as boolean) as lasting,
               cast(u.resend_of as uuid) as resend_of, u.resend_by, u.reason
        from unnest(cast(:id as varchar array), cast(:person as varchar array),
                    cast(:to as varchar array), cast(:on as varchar array),
                    cast(:kind as varchar array), cast(:about as varchar array),
                    cast(:language as varchar array), cast(:subject as varchar array),
                    cast(:messageId as varchar array), cast(:delay as varchar array),
                    cast(:lasting as varchar array), cast(:resendOf as varchar array),
                    cast(:resendBy as varchar array), cast(:reason as varchar array))
          as u (id, person, to_address, on_date, kind, about_id, language, subject, message_id,
                delay, lasting, resend_of, resend_by, reason)) n
      where not exists
        (select 1 from email l
         where n.resend_of is null and l.person_id = n.person and l.planned_on = n.on_date
           and l.kind = n.kind and l.about_id = n.about_id)
        and not exists
        (select 1 from email l where l.resend_of = n.resend_of and l.on_date = n.on_date)
      """;

  /** The number of e-mails whose lease expired more than 60 seconds ago. */
  int expiredLeases() {
    return jdbc.sql(
            """
            select count(*) as held
            from email
            where status = 'SENDING' and lease_until < current_timestamp - interval '60' second
            """)
        .query(Integer.class)
        .single();
  }

  /** Whether an e-mail has been due for longer than a time and was not tried. */
  boolean isAnyUntriedFor(Duration time) {
    return jdbc.sql(
                """
                select count(*)
                from email
                where status = 'QUEUED' and attempts = 0
                  and next_attempt_at
                    < current_timestamp - cast(:seconds as integer) * interval '1' second
                """)
            .param("seconds", time.toSeconds())
            .query(Integer.class)
            .single()
        > 0;
  }
}
