package eu.jalon.reminder.explain;

import eu.jalon.mail.EmailStatus;
import eu.jalon.reminder.Suppression;
import eu.jalon.reminder.policy.ReminderStage;
import eu.jalon.shared.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the reminders to owners on the last day with a sent or a suppressed one, per item. */
@Repository
class JdbcLastReminders {

  /** A sent or a suppressed reminder. */
  record Row(
      String item,
      Optional<LastReminder.Sent> sent,
      Optional<LastReminder.Suppressed> suppressed) {}

  /**
   * Without e-mails that were dropped or superseded, and without items left out of their e-mail.
   */
  private static final String SQL =
      """
      select v.action_item_id, v.on_date, v.person_id, v.stage, v.suppressed, v.email_id,
             v.status, v.closed_at, v.reply, v.bounce
      from (
        select w.*, rank() over (partition by w.action_item_id, w.given order by w.on_date desc)
               as place
        from (
          select n.id, n.action_item_id, n.on_date, n.person_id, n.stage, n.suppressed, n.email_id,
                 l.status, l.closed_at, l.reply, l.bounce,
                 case when n.suppressed is null then 1 else 0 end as given
          from reminder n
          left join reminder_email l on l.id = n.email_id
          where n.action_item_id = any(cast(:ids as varchar array))
            and n.recipient_role in ('OWNER', 'SUBSTITUTE')
            and n.omission is null
            and (n.suppressed is not null or l.status not in ('DROPPED', 'SUPERSEDED'))) w) v
      where v.place = 1
      order by v.action_item_id, v.id desc
      """;

  private final JdbcClient jdbc;

  JdbcLastReminders(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Row> of(Collection<String> actionItemIds) {
    return jdbc.sql(SQL)
        .param("ids", actionItemIds.toArray(String[]::new))
        .query(JdbcLastReminders::row)
        .list();
  }

  private static Row row(ResultSet row, int n) throws SQLException {
    String item = row.getString("action_item_id");
    LocalDate on = row.getObject("on_date", LocalDate.class);
    String suppressed = row.getString("suppressed");
    if (suppressed != null) {
      return new Row(
          item,
          Optional.empty(),
          Optional.of(
              new LastReminder.Suppressed(person(row), on, Suppression.valueOf(suppressed))));
    }
    PersonId person = person(row);
    if (person == null) {
      return new Row(item, Optional.empty(), Optional.empty());
    }
    OffsetDateTime closedAt = row.getObject("closed_at", OffsetDateTime.class);
    return new Row(
        item,
        Optional.of(
            new LastReminder.Sent(
                person,
                on,
                ReminderStage.valueOf(row.getString("stage")),
                row.getObject("email_id", UUID.class),
                EmailStatus.valueOf(row.getString("status")),
                closedAt == null ? null : closedAt.toInstant(),
                row.getString("reply"),
                row.getString("bounce"))),
        Optional.empty());
  }

  private static @Nullable PersonId person(ResultSet row) throws SQLException {
    String id = row.getString("person_id");
    return id == null ? null : new PersonId(id);
  }
}
