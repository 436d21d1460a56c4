package eu.jalon.directory;

import eu.jalon.shared.PersonId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores the series that people chose to look at. */
@Repository
class JdbcSeriesChoices {

  private final JdbcClient jdbc;

  JdbcSeriesChoices(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<String> find(PersonId person) {
    return jdbc.sql("select series_id from series_choice where person_id = :person")
        .param("person", person.value())
        .query(String.class)
        .optional();
  }

  void insert(PersonId person, String series) {
    jdbc.sql("insert into series_choice (person_id, series_id) values (:person, :series)")
        .param("person", person.value())
        .param("series", series)
        .update();
  }

  void delete(PersonId person) {
    jdbc.sql("delete from series_choice where person_id = :person")
        .param("person", person.value())
        .update();
  }
}
