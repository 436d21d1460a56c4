package eu.jalon.register;

import eu.jalon.shared.BrusselsTime;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the register has recorded of the days on which commitments began, moved and ended. */
@Repository
class JdbcTrend {

  /** The day of an instant, Europe/Brussels, in words that both databases understand alike. */
  private static final String DAY =
      "cast(substring(cast(%s at time zone 'Europe/Brussels' as varchar), 1, 10) as date)";

  /** When each commitment began and ended. */
  private static final String LIFE =
      """
      (select ref, status, due_on, ended,
              case when ended < begun then ended else begun end as begun
       from
         (select c.ref, c.status, c.due_on, c.closed_on as ended,
                 case when c.carried_from is null and m.status = 'HELD' and m.held_on is not null
                      then m.held_on
                      else %s
                 end as begun
          from commitment c
          join meeting m on m.id = c.origin_id
          where c.closed_on is null or c.closed_on >= :from) as life)
      """
          .formatted(DAY.formatted("c.entered_at"));

  /**
   * Each commitment's beginning, and after it the changes of its date since the first day, in the
   * order in which they came.
   */
  private static final String TOLD =
      """
      (select ref, 0 as place, begun as on_day, due_on,
              cast(null as date) as old_due, cast(null as date) as new_due, ended
       from life
       union all
       select h.ref, h.id, %s, cast(null as date),
              cast(h.old_value as date), cast(h.new_value as date), cast(null as date)
       from commitment_change h
       where h.what = 'DUE_DATE' and h.changed_at >= :start)
      """
          .formatted(DAY.formatted("h.changed_at"));

  /** From when to when a commitment was overdue, for each due date that was in force. */
  private static final String LATE =
      """
      (select case when begins <= due then due + 1 else begins end as begins, ends
       from
         (select on_day as begins, coalesce(next_day, ended) as ends,
                 case when place > 0 then new_due
                      when next_place is null then due_on
                      else next_old_due
                 end as due
          from
            (select place, on_day, due_on, new_due,
                    lead(place) over (partition by ref order by place) as next_place,
                    lead(on_day) over (partition by ref order by place) as next_day,
                    lead(old_due) over (partition by ref order by place) as next_old_due,
                    max(ended) over (partition by ref) as ended,
                    min(place) over (partition by ref) as first_place
             from %s as told) as followed
          where first_place = 0) as dated
       where due is not null)
      """
          .formatted(TOLD);

  private static final String DELTAS =
      """
      with life as %s, late as %s
      select on_day, sum(opened) as opened, sum(fulfilled) as fulfilled, sum(overdue) as overdue
      from
        (select case when begun < :from then :from else begun end as on_day,
                1 as opened, 0 as fulfilled, 0 as overdue
         from life
         union all
         select ended, -1, case when status = 'FULFILLED' then 1 else 0 end, 0
         from life where ended is not null
         union all
         select case when begins < :from then :from else begins end, 0, 0, 1
         from late where ends is null or (begins < ends and ends > :from)
         union all
         select ends, 0, 0, -1
         from late where begins < ends and ends > :from) as deltas
      where on_day <= :to
      group by on_day
      order by on_day
      """
          .formatted(LIFE, LATE)
          .replace(":from", "cast(:from as date)");

  private final JdbcClient jdbc;

  JdbcTrend(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The days on which something changed, with what; one statement, and a row a day at most. */
  List<Trend.Delta> deltas(LocalDate from, LocalDate to) {
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
