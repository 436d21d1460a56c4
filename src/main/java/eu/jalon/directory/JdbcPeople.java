package eu.jalon.directory;

import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.paging.Page;
import eu.jalon.shared.text.TextColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class JdbcPeople {

  private static final String SELECT =
      "select id, name, email, language, role, ministry, closed_at from person ";

  /** People of a ministry that is merged into another one keep their place there. */
  private static final String UPDATE =
      """
      update person
      set name = :name, email = :email,
          language = :language, ministry = :ministry, version = version + 1,
          session_epoch = session_epoch
            + case when role = :role and coalesce(ministry, '') = coalesce(:ministry, '')
                then 0 else 1 end,
          placed_at = case
            when role = :role and (coalesce(ministry, '') = coalesce(:ministry, '')
                or :ministry = (select m.merged_into from ministry m where m.code = person.ministry))
              then placed_at
            else cast(:now as timestamp with time zone) end,
          role = :role
      where id = :id
      """;

  private static final String INSERT =
      """
      insert into person (id, name, email, language, role, ministry, placed_at)
      values (:id, :name, :email, :language, :role, :ministry,
              cast(:now as timestamp with time zone))
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcPeople(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public Optional<Person> find(PersonId id) {
    return jdbc.sql(SELECT + "where id = :id")
        .param("id", id.value())
        .query(JdbcPeople::person)
        .optional();
  }

  /** Returns an open account. */
  Optional<Account> account(PersonId id) {
    return jdbc.sql(
            """
            select id, name, email, language, role, ministry, closed_at, session_epoch
            from person
            where id = :id and closed_at is null
            """)
        .param("id", id.value())
        .query(JdbcPeople::account)
        .optional();
  }

  /** Returns all open accounts with the address, ignoring case. */
  List<Account> accounts(EmailAddress email) {
    return jdbc.sql(
            """
            select id, name, email, language, role, ministry, closed_at, session_epoch
            from person
            where lower(email) = :email and closed_at is null
            """)
        .param("email", email.value().toLowerCase(Locale.ROOT))
        .query(JdbcPeople::account)
        .list();
  }

  void endSessions(PersonId id) {
    requireUpdated(
        id,
        jdbc.sql("update person set session_epoch = session_epoch + 1 where id = :id")
            .param("id", id.value())
            .update());
  }

  List<Person> page(Page.Request request) {
    return jdbc.sql(SELECT + "where closed_at is null order by id limit :size offset :offset")
        .param("size", request.size())
        .param("offset", request.offset())
        .query(JdbcPeople::person)
        .list();
  }

  /** Returns all people, also those with a closed account. */
  public List<Person> all() {
    return jdbc.sql(SELECT + "order by id").query(JdbcPeople::person).list();
  }

  /** Locks all people until the transaction ends. */
  public void lock() {
    jdbc.sql("select id from person order by id for update").query(String.class).list();
  }

  /** Locks a person until the transaction ends. */
  public void lock(PersonId id) {
    jdbc.sql("select id from person where id = :id for update")
        .param("id", id.value())
        .query(String.class)
        .list();
  }

  /** Returns the people of ministries with an open account. */
  List<Person> withMinistry() {
    return jdbc.sql(SELECT + "where ministry is not null and closed_at is null order by id")
        .query(JdbcPeople::person)
        .list();
  }

  /** How many accounts are open. */
  long count() {
    return jdbc.sql("select count(*) from person where closed_at is null")
        .query(Long.class)
        .single();
  }

  /** Returns the number of changes of a person, for detecting a concurrent one. */
  public int version(PersonId id) {
    return jdbc.sql("select version from person where id = :id")
        .param("id", id.value())
        .query(Integer.class)
        .single();
  }

  /** Counts a change of what belongs to a person. */
  public void changed(PersonId id) {
    requireUpdated(
        id,
        jdbc.sql("update person set version = version + 1 where id = :id")
            .param("id", id.value())
            .update());
  }

  /** Closes an account, and ends its sessions and its password. */
  public void close(PersonId id, Instant at) {
    requireUpdated(
        id,
        jdbc.sql(
                """
                update person
                set closed_at = :at, password_hash = null, session_epoch = session_epoch + 1,
                    version = version + 1
                where id = :id and closed_at is null
                """)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("id", id.value())
            .update());
  }

  public void reopen(PersonId id) {
    requireUpdated(
        id,
        jdbc.sql(
                """
                update person set closed_at = null, placed_at = :now, version = version + 1
                where id = :id
                """)
            .param("now", now())
            .param("id", id.value())
            .update());
  }

  /** Returns the number of the next erased person. */
  public int nextErased(String prefix) {
    return jdbc.sql("select count(*) + 1 from person where id like :prefix || '%'")
        .param("prefix", prefix)
        .query(Integer.class)
        .single();
  }

  /** Adds the person that stands for an erased one, with the role and the ministry. */
  public void addErased(PersonId id, PersonId erased, LocalText name) {
    requireUpdated(
        id,
        jdbc.sql(
                """
                insert into person (id, name, language, role, ministry, closed_at)
                select :erased, :name, language, role, ministry, closed_at from person
                where id = :id
                """)
            .param("erased", erased.value())
            .param("name", TextColumn.write(name))
            .param("id", id.value())
            .update());
  }

  public void delete(PersonId id) {
    requireUpdated(
        id, jdbc.sql("delete from person where id = :id").param("id", id.value()).update());
  }

  /** How many people of the ministries have an e-mail address. */
  public int countWithAddress(Collection<MinistryCode> ministries) {
    if (ministries.isEmpty()) {
      return 0;
    }
    return jdbc.sql(
            """
            select count(*) from person
            where email is not null and closed_at is null and ministry in (:codes)
            """)
        .param("codes", ministries.stream().map(MinistryCode::value).toList())
        .query(Integer.class)
        .single();
  }

  Optional<String> passwordHash(PersonId id) {
    return jdbc.sql("select password_hash from person where id = :id and password_hash is not null")
        .param("id", id.value())
        .query(String.class)
        .optional();
  }

  void setPasswordHash(PersonId id, String hash) {
    requireUpdated(
        id,
        jdbc.sql(
                """
                update person
                set password_hash = :hash, session_epoch = session_epoch + 1, version = version + 1
                where id = :id
                """)
            .param("hash", hash)
            .param("id", id.value())
            .update());
  }

  void setLanguage(PersonId id, Language language) {
    requireUpdated(
        id,
        jdbc.sql("update person set language = :language, version = version + 1 where id = :id")
            .param("language", language.code())
            .param("id", id.value())
            .update());
  }

  void merge(List<Person> entered) {
    for (Person person : entered) {
      if (write(UPDATE, person) == 0) {
        write(INSERT, person);
      }
    }
  }

  private static void requireUpdated(PersonId id, int rows) {
    if (rows != 1) {
      throw ValidationError.notFound("person.unknown", id);
    }
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private int write(String sql, Person person) {
    return jdbc.sql(sql)
        .param("now", now())
        .param("id", person.id().value())
        .param("name", TextColumn.write(person.name()))
        .param("email", person.address().map(EmailAddress::value).orElse(null))
        .param("language", person.language().code())
        .param("role", person.role().name())
        .param("ministry", person.workplace().map(MinistryCode::value).orElse(null))
        .update();
  }

  private static Account account(ResultSet row, int n) throws SQLException {
    return new Account(person(row, n), row.getInt("session_epoch"));
  }

  private static Person person(ResultSet row, int n) throws SQLException {
    String email = row.getString("email");
    String ministry = row.getString("ministry");
    return new Person(
        new PersonId(row.getString("id")),
        TextColumn.read(row, "name"),
        email == null ? null : new EmailAddress(email),
        Language.of(row.getString("language")),
        Role.valueOf(row.getString("role")),
        ministry == null ? null : new MinistryCode(ministry),
        row.getObject("closed_at") != null,
        null);
  }
}
