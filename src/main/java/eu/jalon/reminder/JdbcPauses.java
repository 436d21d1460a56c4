package eu.jalon.reminder;

import eu.jalon.shared.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores the pauses of reminders, at most one per item. */
@Repository
public class JdbcPauses {

  private final JdbcClient jdbc;

  JdbcPauses(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Pauses of(Collection<String> actionItemIds) {
    if (actionItemIds.isEmpty()) {
      return Pauses.NONE;
    }
    Map<String, LocalDate> byItem = new HashMap<>();
    jdbc.sql(
            """
            select p.action_item_id, p.until_on
            from unnest(cast(:ids as varchar array)) as i (id)
            join reminder_pause p on p.action_item_id = i.id
            """)
        .param("ids", actionItemIds.toArray(String[]::new))
        .query(
            row -> {
              byItem.put(
                  row.getString("action_item_id"), row.getObject("until_on", LocalDate.class));
            });
    return new Pauses(byItem);
  }

  /** Sets or replaces the pause of an item. */
  void pause(String actionItemId, LocalDate until, Instant at, PersonId by) {
    if (write(UPDATE, actionItemId, until, at, by) == 0) {
      write(INSERT, actionItemId, until, at, by);
    }
  }

  /** Ends the pause of an item; returns the number of pauses ended. */
  int resume(String actionItemId) {
    return jdbc.sql("delete from reminder_pause where action_item_id = :item")
        .param("item", actionItemId)
        .update();
  }

  /** Lets the pause of an item be that of another one. */
  void move(String from, String to) {
    if (!of(List.of(from)).byItem().isEmpty()) {
      resume(to);
      jdbc.sql("update reminder_pause set action_item_id = :to where action_item_id = :from")
          .param("to", to)
          .param("from", from)
          .update();
    }
  }

  private static final String UPDATE =
      """
      update reminder_pause set until_on = :until, paused_at = :at, paused_by = :by
      where action_item_id = :item
      """;

  private static final String INSERT =
      """
      insert into reminder_pause (action_item_id, until_on, paused_at, paused_by)
      values (:item, :until, :at, :by)
      """;

  private int write(String sql, String actionItemId, LocalDate until, Instant at, PersonId by) {
    return jdbc.sql(sql)
        .param("item", actionItemId)
        .param("until", until)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by.value())
        .update();
  }
}
