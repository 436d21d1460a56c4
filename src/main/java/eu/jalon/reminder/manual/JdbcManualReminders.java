package eu.jalon.reminder.manual;

import eu.jalon.reminder.wording.ManualReminder;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Stores manual reminders; an item occurs at most once a day. */
@Repository
public class JdbcManualReminders {

  private final JdbcClient jdbc;

  JdbcManualReminders(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those of the given items with a manual reminder on a day. */
  Set<String> remindedOn(LocalDate on, Collection<String> actionItemIds) {
    return new HashSet<>(
        jdbc.sql(
                """
                select action_item_id from manual_reminder_item
                where on_date = :on and action_item_id = any(cast(:ids as varchar array))
                """)
            .param("on", on)
            .param("ids", actionItemIds.toArray(String[]::new))
            .query(String.class)
            .list());
  }

  ManualReminder add(
      LocalDate on,
      MinistryCode from,
      String reason,
      Instant at,
      PersonId by,
      Collection<String> actionItemIds) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into manual_reminder (on_date, ministry, reason, asked_at, asked_by)
            values (:on, :from, :reason, :at, :by)
            """)
        .param("on", on)
        .param("from", from.value())
        .param("reason", reason)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by.value())
        .update(key, "id");
    long id = Objects.requireNonNull(key.getKey()).longValue();
    jdbc.sql(
            """
            insert into manual_reminder_item (on_date, action_item_id, manual_reminder_id)
            select cast(:on as date), n.item, cast(:id as bigint)
            from unnest(cast(:items as varchar array)) as n (item)
            """)
        .param("on", on)
        .param("id", id)
        .param("items", actionItemIds.toArray(String[]::new))
        .update();
    return new ManualReminder(id, from, reason);
  }

  /** Returns the manual reminders of an item, latest first. */
  List<AskedReminder> of(String actionItemId) {
    return jdbc.sql(
            """
            select m.on_date, m.ministry, m.reason
            from manual_reminder_item i
            join manual_reminder m on m.id = i.manual_reminder_id
            where i.action_item_id = :item
            order by m.on_date desc, m.id desc
            """)
        .param("item", actionItemId)
        .query(
            (row, n) ->
                new AskedReminder(
                    row.getObject("on_date", LocalDate.class),
                    new MinistryCode(row.getString("ministry")),
                    row.getString("reason")))
        .list();
  }

  public Map<Long, ManualReminder> all(Collection<Long> ids) {
    Map<Long, ManualReminder> byId = new HashMap<>();
    if (!ids.isEmpty()) {
      jdbc.sql("select id, ministry, reason from manual_reminder where id in (:ids)")
          .param("ids", ids)
          .query(
              row -> {
                byId.put(
                    row.getLong("id"),
                    new ManualReminder(
                        row.getLong("id"),
                        new MinistryCode(row.getString("ministry")),
                        row.getString("reason")));
              });
    }
    return byId;
  }
}
