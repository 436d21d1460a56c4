package eu.jalon.actionitem.reminding;

import eu.jalon.actionitem.JdbcActionItems;
import eu.jalon.commitment.CommitmentRows;
import eu.jalon.commitment.Priority;
import eu.jalon.commitment.ProgressStatus;
import eu.jalon.commitment.Track;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Queries open action items with the last report of their ministry. */
@Repository
class JdbcOpenItems {

  private static final String SELECT =
      JdbcActionItems.COLUMNS
          + """
          , i.date_changes, c.track, c.accountable,
            array(select l.ministry from action_item_lead l where l.ref = i.ref) as leads,
            p.status as progress, p.reported_at
          from action_item i
          join action_item_commitment c on c.ref = i.ref
          left join action_item_report p on p.id =
            (select max(q.id) from action_item_report q
             where q.ref = i.ref and q.ministry = i.ministry)
          """;

  private final JdbcClient jdbc;

  JdbcOpenItems(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<OpenItem> due(LocalDate until, String afterId, int size) {
    return batch("(i.due_on <= :day or c.due_on <= :day)", until, afterId, size);
  }

  List<OpenItem> moved(LocalDate since, String afterId, int size) {
    return batch("i.moved_on >= :day and i.due_on is not null", since, afterId, size);
  }

  private List<OpenItem> batch(String condition, LocalDate day, String afterId, int size) {
    return jdbc.sql(
            SELECT
                + " where i.status = 'OPEN' and i.id > :after and "
                + condition
                + " order by i.id limit :size")
        .param("day", day)
        .param("after", afterId)
        .param("size", size)
        .query(JdbcOpenItems::openItem)
        .list();
  }

  List<OpenItem> stillOpen(Collection<String> ids) {
    return jdbc.sql(SELECT + " where i.status = 'OPEN' and i.id in (:ids) order by i.due_on, i.id")
        .param("ids", ids)
        .query(JdbcOpenItems::openItem)
        .list();
  }

  private static OpenItem openItem(ResultSet row, int n) throws SQLException {
    String progress = row.getString("progress");
    OffsetDateTime reportedAt = row.getObject("reported_at", OffsetDateTime.class);
    return new OpenItem(
        JdbcActionItems.view(row, n),
        Track.valueOf(row.getString("track")),
        Priority.valueOf(row.getString("priority")),
        CommitmentRows.leads(row),
        progress == null ? null : ProgressStatus.valueOf(progress),
        reportedAt == null ? null : reportedAt.toInstant(),
        row.getInt("date_changes"));
  }
}
