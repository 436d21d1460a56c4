package eu.jalon.directory.absence;

import eu.jalon.shared.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores absences and notification settings. */
@Repository
class JdbcAbsences {

  private static final String SETTINGS =
      "select person_id, at_hour, weekdays, substitute_id from notification_setting ";

  private static final String ABSENCES =
      "select id, person_id, from_on, until_on, substitute_id from absence ";

  private final JdbcClient jdbc;

  JdbcAbsences(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Map<PersonId, NotificationSettings> settings() {
    Map<PersonId, NotificationSettings> all = new HashMap<>();
    jdbc.sql(SETTINGS)
        .query(
            row -> {
              all.put(new PersonId(row.getString("person_id")), setting(row));
            });
    return all;
  }

  Optional<NotificationSettings> settings(PersonId person) {
    return jdbc.sql(SETTINGS + "where person_id = :person")
        .param("person", person.value())
        .query((row, n) -> setting(row))
        .optional();
  }

  void saveSettings(PersonId person, NotificationSettings settings) {
    if (write(UPDATE, person, settings) == 0) {
      write(INSERT, person, settings);
    }
  }

  private static final String UPDATE =
      """
      update notification_setting
      set at_hour = :hour, weekdays = :weekdays, substitute_id = :substitute
      where person_id = :person
      """;

  private static final String INSERT =
      """
      insert into notification_setting (person_id, at_hour, weekdays, substitute_id)
      values (:person, :hour, :weekdays, :substitute)
      """;

  private int write(String sql, PersonId person, NotificationSettings settings) {
    return jdbc.sql(sql)
        .param("person", person.value())
        .param("hour", settings.hour())
        .param(
            "weekdays",
            settings.weekdays().stream().map(Enum::name).collect(Collectors.joining(",")))
        .param("substitute", value(settings.substitute()))
        .update();
  }

  /** Returns the absences that end on the day or later, ordered by start date. */
  List<Absence> notOver(LocalDate day) {
    return jdbc.sql(ABSENCES + "where until_on >= :day order by from_on, id")
        .param("day", day)
        .query(JdbcAbsences::absence)
        .list();
  }

  List<Absence> notOver(PersonId person, LocalDate day) {
    return jdbc.sql(
            ABSENCES + "where person_id = :person and until_on >= :day order by from_on, id")
        .param("person", person.value())
        .param("day", day)
        .query(JdbcAbsences::absence)
        .list();
  }

  /** Inserts an absence and deletes those it overlaps. */
  void enter(Absence absence, Instant at, PersonId by) {
    jdbc.sql(
            """
            delete from absence
            where person_id = :person and from_on <= :until and until_on >= :from
            """)
        .param("person", absence.person().value())
        .param("from", absence.from())
        .param("until", absence.until())
        .update();
    jdbc.sql(
            """
            insert into absence (person_id, from_on, until_on, substitute_id, entered_at, entered_by)
            values (:person, :from, :until, :substitute, :at, :by)
            """)
        .param("person", absence.person().value())
        .param("from", absence.from())
        .param("until", absence.until())
        .param("substitute", value(absence.substitute()))
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by.value())
        .update();
  }

  int remove(PersonId person, long id) {
    return jdbc.sql("delete from absence where person_id = :person and id = :id")
        .param("person", person.value())
        .param("id", id)
        .update();
  }

  private static @Nullable String value(@Nullable PersonId person) {
    return person == null ? null : person.value();
  }

  private static @Nullable PersonId substitute(ResultSet row) throws SQLException {
    String id = row.getString("substitute_id");
    return id == null ? null : new PersonId(id);
  }

  private static NotificationSettings setting(ResultSet row) throws SQLException {
    return new NotificationSettings(
        row.getInt("at_hour"),
        Arrays.stream(row.getString("weekdays").split(","))
            .map(DayOfWeek::valueOf)
            .collect(Collectors.toUnmodifiableSet()),
        substitute(row));
  }

  private static Absence absence(ResultSet row, int n) throws SQLException {
    return new Absence(
        row.getLong("id"),
        new PersonId(row.getString("person_id")),
        row.getObject("from_on", LocalDate.class),
        row.getObject("until_on", LocalDate.class),
        substitute(row));
  }
}
