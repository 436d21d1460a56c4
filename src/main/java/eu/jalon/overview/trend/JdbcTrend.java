package eu.jalon.overview.trend;

import eu.jalon.commitment.CommitmentCriteria;
import eu.jalon.commitment.JdbcCommitments;
import eu.jalon.directory.Viewer;
import eu.jalon.overview.trend.Trend.Delta;
import eu.jalon.shared.BrusselsTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Computes daily changes in the number of open, fulfilled and overdue commitments from their
 * history.
 */
@Repository
public class JdbcTrend {

  /** Each commitment with each due date since the first day; the present one has no end. */
  private static final String DUE_DATES =
      """
      select c.status, c.entered_at, coalesce(c.closed_on, :after) as ended,
             case when c.carried_from is null and m.status = 'HELD' then m.held_on end as held_on,
             coalesce(d.due_on, :after) as due_on, d.until,
             lag(d.until) over (partition by d.ref order by d.id nulls last) as since
      from
        (select ref, id, cast(old_value as date) as due_on, changed_at as until
         from overview_change
         where what = 'DUE_DATE' and changed_at >= :start
         union all
         select ref, null, due_on, null
         from overview_commitment) d
      join overview_commitment c on c.ref = d.ref
      join overview_meeting m on m.id = c.meeting_id
      where (c.closed_on is null or c.closed_on >= :from)
      """;

  private final JdbcClient jdbc;

  JdbcTrend(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Returns the changes of each day with one statement; days without a change are missing. They
   * begin at midnight in Brussels, since one chart counts the commitments of all parties.
   */
  public List<Delta> deltas(Viewer viewer, LocalDate from, LocalDate to) {
    CommitmentCriteria where = new CommitmentCriteria().inSeriesOf(viewer);
    SortedMap<LocalDate, Delta> byDay = new TreeMap<>();
    jdbc.sql(DUE_DATES + where.andSql())
        .params(where.parameters())
        .param("from", from)
        .param("start", JdbcCommitments.utc(from.atStartOfDay(BrusselsTime.ZONE).toInstant()))
        .param("after", to.plusDays(1))
        .query(
            row -> {
              deltas(row, from).forEach(delta -> byDay.merge(delta.day(), delta, Delta::plus));
            });
    return List.copyOf(byDay.headMap(to.plusDays(1)).values());
  }

  /** The changes by a due date, and with the present one those by its commitment. */
  private static List<Delta> deltas(ResultSet row, LocalDate from) throws SQLException {
    List<Delta> deltas = new ArrayList<>();
    LocalDate heldOn = row.getObject("held_on", LocalDate.class);
    LocalDate ended = row.getObject("ended", LocalDate.class);
    LocalDate begun = within(from, heldOn == null ? day(row, "entered_at", from) : heldOn, ended);
    if (row.getObject("until") == null) {
      deltas.add(new Delta(begun, 1, 0, 0));
      deltas.add(new Delta(ended, -1, row.getString("status").equals("FULFILLED") ? 1 : 0, 0));
    }
    LocalDate due = row.getObject("due_on", LocalDate.class);
    LocalDate since = within(begun, day(row, "since", begun), ended);
    LocalDate until = within(begun, day(row, "until", ended), ended);
    LocalDate late = due.isBefore(since) ? since : due.plusDays(1);
    if (late.isBefore(until)) {
      deltas.add(new Delta(late, 0, 0, 1));
      deltas.add(new Delta(until, 0, 0, -1));
    }
    return deltas;
  }

  private static LocalDate day(ResultSet row, String column, LocalDate otherwise)
      throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? otherwise : LocalDate.ofInstant(at.toInstant(), BrusselsTime.ZONE);
  }

  private static LocalDate within(LocalDate first, LocalDate day, LocalDate last) {
    return day.isBefore(first) ? first : day.isAfter(last) ? last : day;
  }
}
