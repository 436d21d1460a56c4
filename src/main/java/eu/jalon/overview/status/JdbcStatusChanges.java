package eu.jalon.overview.status;

import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.CommitmentCriteria;
import eu.jalon.commitment.CommitmentRows;
import eu.jalon.commitment.Health;
import eu.jalon.commitment.JdbcCommitments;
import eu.jalon.directory.Viewer;
import eu.jalon.shared.CommitmentRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Queries the changes of commitments since an instant, aggregated and limited by the database. */
@Repository
class JdbcStatusChanges {

  private final JdbcClient jdbc;

  JdbcStatusChanges(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Returns changes of status, due date and lead. Repeated changes of a commitment are merged into
   * one from the first to the last value and left out if both are equal; changes of lead are merged
   * for each party. Carried-over commitments and those that were closed before the day do not count
   * as entered.
   *
   * @param on the day of {@code since}
   */
  List<StatusSheet.Changed> changed(Viewer viewer, Instant since, LocalDate on, int most) {
    CommitmentCriteria where = new CommitmentCriteria().inSeriesOf(viewer);
    return jdbc.sql(
            """
            select ref, title, what, came_from, went_to, reason, changed_at,
                   of_kind
            from (select x.ref, x.what, x.came_from, x.went_to, x.reason, x.changed_at,
                         c.title,
                         count(*) over (partition by x.what) as of_kind,
                         row_number() over (partition by x.what
                                            order by x.changed_at desc, x.ref) as place
                  from (select h.ref, h.what, h.new_value as went_to, h.reason, h.changed_at,
                               first_value(h.old_value) over (
                                 partition by h.ref, h.what, h.party order by h.id) as came_from,
                               row_number() over (
                                 partition by h.ref, h.what, h.party order by h.id desc) as latest
                        from (select g.*, case when g.what = 'REASSIGNED'
                                               then substring(g.new_value, 1, position('-' in g.new_value))
                                          end as party
                              from overview_change g
                              where g.what in ('FULFILLED', 'ENTERED', 'DUE_DATE', 'REASSIGNED',
                                               'WITHDRAWN', 'CARRIED_OVER')
                                and g.changed_at >= :since) h) x
                  join overview_commitment c on c.ref = x.ref
                  where x.latest = 1
                    and (x.what not in ('DUE_DATE', 'REASSIGNED')
                         or x.came_from is distinct from x.went_to)
                    and (x.what <> 'ENTERED'
                         or (c.carried_from is null
                             and (c.closed_on is null or c.closed_on >= :on)))%s) y
            where y.place <= :most
            order by y.what, y.ref
            """
                .formatted(where.andSql()))
        .params(where.parameters())
        .param("since", JdbcCommitments.utc(since))
        .param("on", on)
        .param("most", most)
        .query(
            (row, n) ->
                new StatusSheet.Changed(
                    ref(row),
                    CommitmentRows.title(row),
                    CommitmentChange.Type.valueOf(row.getString("what")),
                    row.getString("came_from"),
                    row.getString("went_to"),
                    row.getString("reason"),
                    row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                    row.getInt("of_kind")))
        .list();
  }

  /** Returns commitments in progress whose health was changed by a report. */
  List<StatusSheet.HealthChanged> health(Viewer viewer, Instant since, int most) {
    CommitmentCriteria where = new CommitmentCriteria().inSeriesOf(viewer);
    return jdbc.sql(
            """
            select y.ref, y.title, y.health, y.former,
                   count(*) over () as of_kind
            from (select c.ref, c.title, c.health,
                         case max(case p.status when 'BLOCKED' then 3 when 'AT_RISK' then 2
                                  when 'ON_TRACK' then 1 when 'DONE' then 1 else 0 end)
                           when 3 then 'BLOCKED' when 2 then 'AT_RISK' when 1 then 'ON_TRACK'
                           else 'SILENT' end as former
                  from overview_commitment c
                  left join (select q.ref, max(q.id) as id
                             from overview_report q
                             where q.reported_at < :since
                             group by q.ref, q.ministry) o on o.ref = c.ref
                  left join overview_report p on p.id = o.id
                  where c.status = 'IN_PROGRESS'
                    and c.ref in (select r.ref from overview_report r
                                  where r.reported_at >= :since)%s
                  group by c.ref, c.title, c.health) y
            where y.former <> y.health
            order by case y.health when 'BLOCKED' then 0 when 'AT_RISK' then 1 else 2 end, y.ref
            limit :most
            """
                .formatted(where.andSql()))
        .params(where.parameters())
        .param("since", JdbcCommitments.utc(since))
        .param("most", most)
        .query(
            (row, n) ->
                new StatusSheet.HealthChanged(
                    ref(row),
                    CommitmentRows.title(row),
                    Health.valueOf(row.getString("former")),
                    Health.valueOf(row.getString("health")),
                    row.getInt("of_kind")))
        .list();
  }

  /** Returns commitments in progress that were due on or after a day and before today. */
  List<StatusSheet.BecameOverdue> overdue(
      Viewer viewer, LocalDate from, LocalDate today, int most) {
    CommitmentCriteria where = new CommitmentCriteria().inSeriesOf(viewer);
    return jdbc.sql(
            """
            select c.ref, c.title, c.due_on, count(*) over () as of_kind
            from overview_commitment c
            where %s and c.due_on >= :from%s
            order by c.due_on, c.ref
            limit :most
            """
                .formatted(CommitmentCriteria.OVERDUE, where.andSql()))
        .params(where.parameters())
        .param("from", from)
        .param("today", today)
        .param("most", most)
        .query(
            (row, n) ->
                new StatusSheet.BecameOverdue(
                    ref(row),
                    CommitmentRows.title(row),
                    row.getObject("due_on", LocalDate.class),
                    row.getInt("of_kind")))
        .list();
  }

  /** Returns the number of reports. */
  int countReports(Viewer viewer, Instant since) {
    CommitmentCriteria where = new CommitmentCriteria().inSeriesOf(viewer);
    return jdbc.sql(
            "select count(*) from overview_report r "
                + (viewer.series().isEmpty() ? "" : "join overview_commitment c on c.ref = r.ref ")
                + "where not r.carried and r.reported_at >= :since"
                + where.andSql())
        .params(where.parameters())
        .param("since", JdbcCommitments.utc(since))
        .query(Integer.class)
        .single();
  }

  private static CommitmentRef ref(ResultSet row) throws SQLException {
    return new CommitmentRef(row.getString("ref"));
  }
}
