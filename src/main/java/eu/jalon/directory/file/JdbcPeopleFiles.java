package eu.jalon.directory.file;

import eu.jalon.shared.PersonId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores uploaded people files until they are confirmed, at most one per user. */
@Repository
class JdbcPeopleFiles {

  private final JdbcClient jdbc;

  JdbcPeopleFiles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Stores a file and replaces an earlier one of the same user; the user's row is locked against a
   * double submit.
   */
  void keep(UUID id, PersonId by, Instant at, String name, String content) {
    jdbc.sql("select id from person where id = :by for update")
        .param("by", by.value())
        .query(String.class)
        .single();
    jdbc.sql("delete from people_file where by_person = :by").param("by", by.value()).update();
    jdbc.sql(
            """
            insert into people_file (id, by_person, at, name, content)
            values (:id, :by, :at, :name, :content)
            """)
        .param("id", id)
        .param("by", by.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("name", name)
        .param("content", content)
        .update();
  }

  /** Returns a file that the user uploaded. */
  Optional<PeopleImport.UploadedFile> find(UUID id, PersonId by) {
    return jdbc.sql("select id, name, content from people_file where id = :id and by_person = :by")
        .param("id", id)
        .param("by", by.value())
        .query(
            (row, n) ->
                new PeopleImport.UploadedFile(
                    row.getObject("id", UUID.class),
                    row.getString("name"),
                    row.getString("content")))
        .optional();
  }

  boolean drop(UUID id) {
    return jdbc.sql("delete from people_file where id = :id").param("id", id).update() == 1;
  }

  void dropBefore(Instant at) {
    jdbc.sql("delete from people_file where at < :at")
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }
}
