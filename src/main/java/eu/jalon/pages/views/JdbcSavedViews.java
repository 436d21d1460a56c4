package eu.jalon.pages.views;

import eu.jalon.commitment.JdbcCommitments;
import eu.jalon.shared.PersonId;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSavedViews {

  private final JdbcClient jdbc;

  JdbcSavedViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<SavedView> of(PersonId person) {
    return jdbc.sql(
            """
            select id, name, query, opening from saved_view
            where person_id = :person
            order by lower(name), name
            """)
        .param("person", person.value())
        .query(
            (row, n) ->
                new SavedView(
                    row.getLong("id"),
                    row.getString("name"),
                    row.getString("query"),
                    row.getBoolean("opening")))
        .list();
  }

  /** Adds a view and returns its id. */
  long add(PersonId person, String name, String query, Instant at) {
    jdbc.sql(
            """
            insert into saved_view (person_id, name, query, opening, saved_at)
            values (:person, :name, :query, false, :at)
            """)
        .param("person", person.value())
        .param("name", name)
        .param("query", query)
        .param("at", JdbcCommitments.utc(at))
        .update();
    return jdbc.sql("select id from saved_view where person_id = :person and name = :name")
        .param("person", person.value())
        .param("name", name)
        .query(Long.class)
        .single();
  }

  int rename(PersonId person, long id, String name) {
    return jdbc.sql("update saved_view set name = :name where person_id = :person and id = :id")
        .param("name", name)
        .param("person", person.value())
        .param("id", id)
        .update();
  }

  boolean has(PersonId person, long id) {
    return jdbc.sql("select count(*) from saved_view where person_id = :person and id = :id")
            .param("person", person.value())
            .param("id", id)
            .query(Long.class)
            .single()
        == 1;
  }

  /** One statement for all views, so that at most one is the opening view. */
  void open(PersonId person, long id) {
    jdbc.sql("update saved_view set opening = (id = :id) where person_id = :person")
        .param("id", id)
        .param("person", person.value())
        .update();
  }

  void openNone(PersonId person) {
    jdbc.sql("update saved_view set opening = false where person_id = :person")
        .param("person", person.value())
        .update();
  }

  int remove(PersonId person, long id) {
    return jdbc.sql("delete from saved_view where person_id = :person and id = :id")
        .param("person", person.value())
        .param("id", id)
        .update();
  }
}
