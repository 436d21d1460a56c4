package eu.jalon.overview.trend;

import eu.jalon.commitment.JdbcCommitments;
import eu.jalon.shared.BrusselsTime;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the register has recorded of the days on which commitments began, moved and ended. */
@Repository
public class JdbcTrend {

  /** The day of an instant, Europe/Brussels, in words that both databases understand alike. */
  private static final String DAY =
      "cast(substring(cast(%s at time zone 'Europe/Brussels' as varchar), 1, 10) as date)";

  /** The moves of due dates since the first day, each with the day of the next. */
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

  /** When each commitment began and ended. */
  private static final String EACH =
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
          where c.closed_on is null or c.closed_on >= :from) as dated)
      """
          .formatted(DAY.formatted("c.entered_at"));

  /**
   * How many lived alike from the first day on: few lives, of many commitments. Dates that were
   * moved are left out, and those that never made a commitment late.
   */
  private static final String LIFE =
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
          .formatted(EACH);

  /** The moves beside the lives of the commitments that they are of. */
  private static final String FOLLOWED =
      """
      (select m.on_day, m.next_day, m.nth, m.old_due, m.new_due, one.begun, one.ended
       from moved m
       join %s as one on one.ref = m.ref)
      """
          .formatted(EACH);

  /** From when to when commitments were overdue, for each due date that was in force. */
  private static final String LATE =
      """
      (select case when begins <= due then due + 1 else begins end as begins, ends, many
       from
         (select begun as begins, ended as ends, due, many from life
          union all
          select begun, on_day, old_due, 1 from followed where nth = 1
          union all
          select on_day, coalesce(next_day, ended), new_due, 1 from followed) as dated
       where due is not null)
      """;

  private static final String DELTAS =
      """
      with moved as %s, life as %s, followed as %s, late as %s
      select on_day, sum(opened) as opened, sum(fulfilled) as fulfilled, sum(overdue) as overdue
      from
        (select begun as on_day, many as opened, 0 as fulfilled, 0 as overdue
         from life
         union all
         select ended, - many, case when status = 'FULFILLED' then many else 0 end, 0
         from life where ended is not null
         union all
         select case when begins < :from then :from else begins end, 0, 0, many
         from late where ends is null or (begins < ends and ends > :from)
         union all
         select ends, 0, 0, - many
         from late where begins < ends and ends > :from) as deltas
      where on_day <= :to
      group by on_day
      order by on_day
      """
          .formatted(MOVED, LIFE, FOLLOWED, LATE)
          .replace(":from", "cast(:from as date)")
          .replace(":to", "cast(:to as date)");

  private final JdbcClient jdbc;

  JdbcTrend(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The days on which something changed, with what; one statement, and a row a day at most. */
  public List<Trend.Delta> deltas(LocalDate from, LocalDate to) {
    return jdbc.sql(DELTAS)
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
