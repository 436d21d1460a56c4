package eu.jalon.overview.trend;

import eu.jalon.commitment.CommitmentCriteria;
import eu.jalon.commitment.JdbcCommitments;
import eu.jalon.directory.Viewer;
import eu.jalon.shared.BrusselsTime;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Computes daily changes in the number of open, fulfilled and overdue commitments from their
 * history.
 */
@Repository
public class JdbcTrend {

  /** The date of an instant in Europe/Brussels, in SQL that works on both databases. */
  private static final String DAY =
      "cast(substring(cast(%s at time zone 'Europe/Brussels' as varchar), 1, 10) as date)";

  /** The changes of due dates since the first day, each with the day of the next change. */
  private static final String MOVED =
      """
      (select ref, on_day, old_due, new_due,
              lead(on_day) over (partition by ref order by id) as next_day,
              row_number() over (partition by ref order by id) as nth
       from
         (select h.ref, h.id, %s as on_day,
                 cast(h.old_value as date) as old_due, cast(h.new_value as date) as new_due
          from overview_change h
          where h.what = 'DUE_DATE' and h.changed_at >= :start) as moves)
      """
          .formatted(DAY.formatted("h.changed_at"));

  /** The start and end day of each commitment. */
  private static final String SPANS =
      """
      (select ref, status, due_on, ended,
              case when ended < begun then ended else begun end as begun
       from
         (select c.ref, c.status, c.due_on, c.closed_on as ended,
                 case when c.carried_from is null and m.status = 'HELD' and m.held_on is not null
                      then m.held_on
                      else %s
                 end as begun
          from overview_commitment c
          join overview_meeting m on m.id = c.meeting_id
          where (c.closed_on is null or c.closed_on >= :from)${viewer}) as dated)
      """
          .formatted(DAY.formatted("c.entered_at"));

  /**
   * The number of commitments with the same start day, end day, status and due date. The due date
   * is left out if it was changed or if the commitment was never overdue.
   */
  private static final String GROUPED =
      """
      (select begun, ended, status, due, count(*) as many
       from
         (select case when begun < :from then :from else begun end as begun, ended, status,
                 case when due_on < :to and (ended is null or due_on + 1 < ended)
                           and ref not in (select ref from moved)
                      then due_on
                 end as due
          from %s as one) as ones
       group by begun, ended, status, due)
      """
          .formatted(SPANS);

  /** The changes of due dates joined with the spans of their commitments. */
  private static final String CHANGED =
      """
      (select m.on_day, m.next_day, m.nth, m.old_due, m.new_due, one.begun, one.ended
       from moved m
       join %s as one on one.ref = m.ref)
      """
          .formatted(SPANS);

  /** The periods in which commitments were overdue, for each due date that applied. */
  private static final String OVERDUE =
      """
      (select case when begins <= due then due + 1 else begins end as begins, ends, many
       from
         (select begun as begins, ended as ends, due, many from grouped
          union all
          select begun, on_day, old_due, 1 from changed where nth = 1
          union all
          select on_day, coalesce(next_day, ended), new_due, 1 from changed) as dated
       where due is not null)
      """;

  private static final String DELTAS =
      """
      with moved as %s, grouped as %s, changed as %s, overdue_periods as %s
      select on_day, sum(opened) as opened, sum(fulfilled) as fulfilled, sum(overdue) as overdue
      from
        (select begun as on_day, many as opened, 0 as fulfilled, 0 as overdue
         from grouped
         union all
         select ended, - many, case when status = 'FULFILLED' then many else 0 end, 0
         from grouped where ended is not null
         union all
         select case when begins < :from then :from else begins end, 0, 0, many
         from overdue_periods where ends is null or (begins < ends and ends > :from)
         union all
         select ends, 0, 0, - many
         from overdue_periods where begins < ends and ends > :from) as deltas
      where on_day <= :to
      group by on_day
      order by on_day
      """
          .formatted(MOVED, GROUPED, CHANGED, OVERDUE)
          .replace(":from", "cast(:from as date)")
          .replace(":to", "cast(:to as date)");

  private final JdbcClient jdbc;

  JdbcTrend(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Returns the changes of each day with one statement; days without a change are missing. They
   * begin at midnight in Brussels, since one chart counts the commitments of all parties.
   */
  public List<Trend.Delta> deltas(Viewer viewer, LocalDate from, LocalDate to) {
    CommitmentCriteria where = new CommitmentCriteria().inSeriesOf(viewer);
    return jdbc.sql(DELTAS.replace("${viewer}", where.andSql()))
        .params(where.parameters())
        .param("from", from)
        .param("to", to)
        .param("start", JdbcCommitments.utc(from.atStartOfDay(BrusselsTime.ZONE).toInstant()))
        .query(
            (row, n) ->
                new Trend.Delta(
                    row.getObject("on_day", LocalDate.class),
                    row.getInt("opened"),
                    row.getInt("fulfilled"),
                    row.getInt("overdue")))
        .list();
  }
}
