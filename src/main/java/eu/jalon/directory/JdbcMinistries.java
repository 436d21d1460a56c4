package eu.jalon.directory;

import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.text.TextColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class JdbcMinistries {

  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcMinistries(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Returns all ministries with today's names, also those that were merged into another one. A new
   * name holds from midnight on where the ministry is, for readers in all time zones.
   */
  public List<Ministry> all() {
    return jdbc.sql(
            """
            select m.code, m.coordination, m.name, m.renamed, m.renamed_from, m.mailbox,
                   m.mailbox_language, m.merged_into, p.zone
            from ministry m join party p on p.code = m.party
            order by m.code
            """)
        .query(
            (row, n) ->
                new Ministry(
                    new MinistryCode(row.getString("code")),
                    row.getBoolean("coordination"),
                    TextColumn.read(row, isRenamed(row) ? "renamed" : "name"),
                    mailbox(row),
                    code(row.getString("merged_into"))))
        .list();
  }

  /** Whether there is another name that holds today. */
  private boolean isRenamed(ResultSet row) throws SQLException {
    LocalDate from = row.getObject("renamed_from", LocalDate.class);
    return from != null && !from.isAfter(today(row));
  }

  private LocalDate today(ResultSet row) throws SQLException {
    return LocalDate.ofInstant(clock.instant(), ZoneId.of(row.getString("zone")));
  }

  private static Ministry.@Nullable Mailbox mailbox(ResultSet row) throws SQLException {
    String address = row.getString("mailbox");
    return address == null
        ? null
        : new Ministry.Mailbox(
            new EmailAddress(address), Language.of(row.getString("mailbox_language")));
  }

  private static @Nullable MinistryCode code(@Nullable String code) {
    return code == null ? null : new MinistryCode(code);
  }

  /** A name that holds from a later day on. */
  public record Renaming(LocalText name, LocalDate from) {}

  /** Returns the name that a ministry will have from a later day on, if there is one. */
  public Optional<Renaming> upcoming(MinistryCode code) {
    return jdbc
        .sql(
            """
            select m.renamed, m.renamed_from, p.zone
            from ministry m join party p on p.code = m.party
            where m.code = :code and m.renamed_from is not null
            """)
        .param("code", code.value())
        .query(
            (row, n) ->
                isRenamed(row)
                    ? null
                    : new Renaming(
                        TextColumn.read(row, "renamed"),
                        row.getObject("renamed_from", LocalDate.class)))
        .stream()
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** Returns the number of changes, for detecting a concurrent one. */
  public int version(MinistryCode code) {
    return jdbc.sql("select version from ministry where code = :code")
        .param("code", code.value())
        .query(Integer.class)
        .single();
  }

  /** Locks a ministry until the transaction ends. */
  public void lock(MinistryCode code) {
    jdbc.sql("select code from ministry where code = :code for update")
        .param("code", code.value())
        .query(String.class)
        .list();
  }

  /** Gives a ministry another name from a day on; a name that holds already becomes the former. */
  public void rename(MinistryCode code, LocalText name, LocalDate from) {
    jdbc.sql(
            """
            update ministry
            set name = case when renamed_from <= :today then renamed else name end,
                renamed = :name, renamed_from = :from, version = version + 1
            where code = :code
            """)
        .param("today", today(code))
        .param("name", TextColumn.write(name))
        .param("from", from)
        .param("code", code.value())
        .update();
  }

  private LocalDate today(MinistryCode code) {
    return jdbc.sql(
            """
            select p.zone from ministry m join party p on p.code = m.party where m.code = :code
            """)
        .param("code", code.value())
        .query((row, n) -> today(row))
        .single();
  }

  /** Marks a ministry as merged; the other one takes over the mailbox if it has none. */
  public void merged(MinistryCode code, MinistryCode into) {
    jdbc.sql(
            """
            update ministry
            set mailbox_language = coalesce(mailbox_language,
                  (select f.mailbox_language from ministry f where f.code = :code)),
                mailbox = coalesce(mailbox, (select f.mailbox from ministry f where f.code = :code)),
                version = version + 1
            where code = :into
            """)
        .param("code", code.value())
        .param("into", into.value())
        .update();
    jdbc.sql(
            """
            update ministry
            set merged_into = :into, mailbox = null, mailbox_language = null,
                version = version + 1
            where code = :code
            """)
        .param("into", into.value())
        .param("code", code.value())
        .update();
  }

  /** Inserts or updates ministries; one that was merged into another stays as it is. */
  void merge(List<Ministry> entered) {
    Set<MinistryCode> known = all().stream().map(Ministry::code).collect(Collectors.toSet());
    for (Ministry ministry : entered) {
      if (write(UPDATE, ministry) == 0 && !known.contains(ministry.code())) {
        write(INSERT, ministry);
      }
    }
  }

  private int write(String sql, Ministry ministry) {
    return jdbc.sql(sql)
        .param("code", ministry.code().value())
        .param("party", ministry.party().value())
        .param("coordination", ministry.coordination())
        .param("name", TextColumn.write(ministry.name()))
        .param("mailbox", ministry.mailbox().map(box -> box.address().value()).orElse(null))
        .param("language", ministry.mailbox().map(box -> box.language().code()).orElse(null))
        .update();
  }

  private static final String UPDATE =
      """
      update ministry
      set party = :party, coordination = :coordination,
          name = :name,
          mailbox = :mailbox, mailbox_language = :language, version = version + 1
      where code = :code and merged_into is null
      """;

  private static final String INSERT =
      """
      insert into ministry
        (code, party, coordination, name, mailbox, mailbox_language)
      values
        (:code, :party, :coordination, :name, :mailbox, :language)
      """;
}
