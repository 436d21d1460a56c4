package eu.jalon.mail.reply;

import eu.jalon.mail.mailbox.IncomingReply;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.ExpiringRecords;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.paging.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Stores replies to e-mails, and deletes them as long after they were read as e-mails. */
@Repository
class JdbcReplies implements ExpiringRecords {

  private static final String SELECT =
      """
      select r.id, r.email_id, r.person_id, r.from_address, r.subject, r.body, r.files, r.automatic,
             coalesce(r.sent_at, r.kept_at) as at, r.handled_by, r.handled_at
      from email_reply r
      """;

  private static final String OPEN =
      " where r.automatic = false and r.handled_at is null and r.person_id not in (:others)";

  private final JdbcClient jdbc;

  JdbcReplies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Inserts a reply unless it is stored. */
  void insert(IncomingReply reply, Optional<UUID> email, PersonId person, Instant at) {
    Instant sent = reply.sentAt();
    jdbc.sql(
            """
            insert into email_reply
              (message_key, email_id, person_id, from_address, subject, body, files, automatic,
               sent_at, kept_at)
            select :key, cast(:email as uuid), :person, :from, :subject, :body, :files, :automatic,
                   cast(:sent as timestamp with time zone), cast(:at as timestamp with time zone)
            where not exists (select 1 from email_reply where message_key = :key)
            """)
        .param("key", reply.key())
        .param("email", email.map(UUID::toString).orElse(null))
        .param("person", person.value())
        .param("from", reply.from().value())
        .param("subject", reply.subject())
        .param("body", reply.text())
        .param("files", reply.files())
        .param("automatic", reply.automatic())
        .param("sent", sent == null ? null : sent.atOffset(ZoneOffset.UTC))
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The latest e-mail with a subject to an address. */
  Optional<UUID> latest(EmailAddress to, String subject) {
    return subject.isEmpty()
        ? Optional.empty()
        : jdbc.sql(
                """
                select id from email
                where lower(to_address) = :to and subject = :subject
                order by queued_at desc limit 1
                """)
            .param("to", to.value().toLowerCase(Locale.ROOT))
            .param("subject", subject)
            .query(UUID.class)
            .optional();
  }

  /** The person to whom the latest e-mail to an address was sent. */
  Optional<PersonId> recipient(EmailAddress address) {
    return jdbc.sql(
            """
            select person_id from email
            where lower(to_address) = :to order by queued_at desc limit 1
            """)
        .param("to", address.value().toLowerCase(Locale.ROOT))
        .query(String.class)
        .optional()
        .map(PersonId::new);
  }

  /** Whether a person was ever sent an e-mail. */
  boolean isKnown(PersonId person) {
    return jdbc.sql("select exists (select 1 from email where person_id = :person)")
        .param("person", person.value())
        .query(Boolean.class)
        .single();
  }

  Page<Reply> open(Collection<PersonId> others, Page.Request at) {
    // No person has an empty id; SQL knows no empty list.
    List<String> ids = Stream.concat(Stream.of(""), others.stream().map(PersonId::value)).toList();
    long total =
        jdbc.sql("select count(*) from email_reply r" + OPEN)
            .param("others", ids)
            .query(Long.class)
            .single();
    List<Reply> found =
        read(
            OPEN + " order by r.kept_at, r.id limit :size offset :offset",
            Map.of("others", ids, "size", at.size(), "offset", at.offset()));
    return Page.of(found, at, total);
  }

  List<Reply> to(UUID email, int max) {
    return read(
        " where r.email_id = :email order by r.kept_at, r.id limit :max",
        Map.of("email", email, "max", max));
  }

  List<Reply> about(CommitmentRef ref, int max) {
    return read(
        """
         where r.email_id in (select c.email_id from email_commitment c where c.ref = :ref)
         order by r.kept_at desc, r.id desc limit :max
        """,
        Map.of("ref", ref.value(), "max", max));
  }

  Optional<Reply> find(long id) {
    return read(" where r.id = :id", Map.of("id", id)).stream().findFirst();
  }

  void handle(long id, PersonId by, Instant at) {
    jdbc.sql(
            """
            update email_reply
            set handled_by = :by, handled_at = cast(:at as timestamp with time zone)
            where id = :id and handled_at is null
            """)
        .param("id", id)
        .param("by", by.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  @Override
  public String kind() {
    return "emails";
  }

  @Override
  @Transactional
  public int deleteBefore(Instant limit, int batch) {
    return jdbc.sql(
            """
            delete from email_reply
            where id in (select id from email_reply
                         where kept_at < cast(:limit as timestamp with time zone)
                         order by kept_at, id limit :batch)
            """)
        .param("limit", limit.atOffset(ZoneOffset.UTC))
        .param("batch", batch)
        .update();
  }

  /** Reads replies, and the commitments of their e-mails with a second statement. */
  private List<Reply> read(String rest, Map<String, ?> parameters) {
    List<Row> rows = jdbc.sql(SELECT + rest).params(parameters).query(JdbcReplies::row).list();
    List<UUID> emails = rows.stream().map(Row::email).filter(Objects::nonNull).distinct().toList();
    Map<UUID, List<CommitmentRef>> refs = new LinkedHashMap<>();
    if (!emails.isEmpty()) {
      jdbc.sql("select email_id, ref from email_commitment where email_id in (:ids) order by ref")
          .param("ids", emails)
          .query(
              row -> {
                refs.computeIfAbsent(
                        row.getObject("email_id", UUID.class), email -> new ArrayList<>())
                    .add(new CommitmentRef(row.getString("ref")));
              });
    }
    return rows.stream().map(row -> row.with(refs.getOrDefault(row.email(), List.of()))).toList();
  }

  private record Row(
      long id,
      @Nullable UUID email,
      PersonId person,
      String from,
      String subject,
      QuotedText text,
      int files,
      boolean automatic,
      Instant at,
      @Nullable PersonId handledBy,
      @Nullable Instant handledAt) {

    Reply with(List<CommitmentRef> refs) {
      return new Reply(
          id,
          email,
          person,
          from,
          subject,
          text.own(),
          text.quoted(),
          files,
          automatic,
          at,
          handledBy,
          handledAt,
          refs);
    }
  }

  private static Row row(ResultSet row, int n) throws SQLException {
    String handledBy = row.getString("handled_by");
    OffsetDateTime handledAt = row.getObject("handled_at", OffsetDateTime.class);
    return new Row(
        row.getLong("id"),
        row.getObject("email_id", UUID.class),
        new PersonId(row.getString("person_id")),
        row.getString("from_address"),
        row.getString("subject"),
        QuotedText.of(row.getString("body")),
        row.getInt("files"),
        row.getBoolean("automatic"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        handledBy == null ? null : new PersonId(handledBy),
        handledAt == null ? null : handledAt.toInstant());
  }
}
