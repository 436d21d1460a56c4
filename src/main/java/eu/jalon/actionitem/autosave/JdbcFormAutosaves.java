package eu.jalon.actionitem.autosave;

import eu.jalon.commitment.JdbcCommitments;
import eu.jalon.shared.PersonId;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class JdbcFormAutosaves {

  private final JdbcClient jdbc;
  private final NamedParameterJdbcOperations batches;

  JdbcFormAutosaves(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  Map<String, String> of(String item, PersonId person) {
    Map<String, String> fields = new TreeMap<>();
    jdbc.sql(
            """
            select field, content from form_autosave
            where action_item_id = :item and person_id = :person
            """)
        .param("item", item)
        .param("person", person.value())
        .query(
            (RowCallbackHandler)
                row -> fields.put(row.getString("field"), row.getString("content")));
    return fields;
  }

  /**
   * Replaces the input of a form. The item's row is locked, so that two browser windows cannot save
   * at the same time; nothing is saved for a closed item.
   */
  void replace(String item, PersonId person, Map<String, String> fields, Instant at) {
    boolean open =
        jdbc.sql("select id from action_item where id = :item and status = 'OPEN' for update")
            .param("item", item)
            .query(String.class)
            .optional()
            .isPresent();
    if (!open) {
      return;
    }
    jdbc.sql("delete from form_autosave where action_item_id = :item and person_id = :person")
        .param("item", item)
        .param("person", person.value())
        .update();
    batches.batchUpdate(
        """
        insert into form_autosave (action_item_id, person_id, field, content, kept_at)
        values (:item, :person, :field, :content, :at)
        """,
        fields.entrySet().stream()
            .filter(field -> !field.getValue().isEmpty())
            .map(
                field ->
                    new MapSqlParameterSource("item", item)
                        .addValue("person", person.value())
                        .addValue("field", field.getKey())
                        .addValue("content", field.getValue())
                        .addValue("at", JdbcCommitments.utc(at)))
            .toArray(MapSqlParameterSource[]::new));
  }

  /** Gives the input of an item's form to the item that continues it. */
  public void move(String from, String to) {
    jdbc.sql("update form_autosave set action_item_id = :to where action_item_id = :from")
        .param("to", to)
        .param("from", from)
        .update();
  }

  public void delete(String item) {
    jdbc.sql("delete from form_autosave where action_item_id = :item").param("item", item).update();
  }
}
