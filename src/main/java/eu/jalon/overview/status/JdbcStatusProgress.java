package eu.jalon.overview.status;

import eu.jalon.commitment.CommitmentCriteria;
import eu.jalon.commitment.CommitmentRows;
import eu.jalon.commitment.JdbcCommitments;
import eu.jalon.directory.Viewer;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.PartyCode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Queries the figures of a period and the decisions that are awaited. */
@Repository
class JdbcStatusProgress {

  /**
   * Commitments with what applied before the period: whether they had begun and were open, the due
   * date, and the worst of the last reports of each ministry.
   */
  private static final String COMMITMENTS =
      """
      (select c.status, c.health, 1 as n, case when c.due_on < :today then 1 else 0 end as passed,
              case when c.status = 'FULFILLED' and c.closed_on < :since then 1 else 0
              end as was_fulfilled,
              case when (c.closed_on is null or c.closed_on >= :since)
                    and case when c.carried_from is null and m.status = 'HELD'
                                  and m.held_on is not null
                             then m.held_on < :since
                             else c.entered_at < :start end
                   then 1 else 0
              end as was_open,
              case when d.ref is null then c.due_on else cast(d.old_value as date)
              end as was_due,
              coalesce(r.worst, 0) as was
       from overview_commitment c
       join overview_meeting m on m.id = c.meeting_id
       left join (select x.ref, x.old_value
                  from (select h.ref, h.old_value,
                               row_number() over (partition by h.ref order by h.id) as nth
                        from overview_change h
                        where h.what = 'DUE_DATE' and h.changed_at >= :start) x
                  where x.nth = 1) d on d.ref = c.ref
       left join (select p.ref, max(case p.status when 'BLOCKED' then 3 when 'AT_RISK' then 2
                                    else 1 end) as worst
                  from overview_report p
                  where p.id in (select max(q.id)
                                 from overview_report q
                                 where q.reported_at < :start
                                 group by q.ref, q.ministry)
                  group by p.ref) r on r.ref = c.ref%s) c
      """;

  private final JdbcClient jdbc;

  JdbcStatusProgress(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns the figures of a day and of the end of the day before another, with one statement. */
  StatusSheet.Progress progress(Viewer viewer, LocalDate since, LocalDate today, ZoneId zone) {
    CommitmentCriteria where = new CommitmentCriteria().inSeriesOf(viewer);
    return jdbc.sql(
            "select "
                + CommitmentRows.COUNTS
                + """
                , sum(c.was_fulfilled) as was_fulfilled,
                sum(case when c.was_open = 1 and c.was = 1 then 1 else 0 end) as was_on_track,
                sum(case when c.was_open = 1 and c.was = 2 then 1 else 0 end) as was_at_risk,
                sum(case when c.was_open = 1 and c.was = 3 then 1 else 0 end) as was_blocked,
                sum(case when c.was_open = 1 and c.was = 0 then 1 else 0 end) as was_silent,
                sum(case when c.was_open = 1 and c.was_due < :eve then 1 else 0 end) as was_overdue
                from
                """
                + COMMITMENTS.formatted(where.sql()))
        .params(where.parameters())
        .param("today", today)
        .param("since", since)
        .param("eve", since.minusDays(1))
        .param("start", JdbcCommitments.utc(since.atStartOfDay(zone).toInstant()))
        .query(
            (row, n) ->
                new StatusSheet.Progress(
                    CommitmentRows.figures(row, "was_"), CommitmentRows.figures(row, "")))
        .single();
  }

  /** Returns the oldest proposals and requests about commitments in progress without an answer. */
  List<StatusSheet.AwaitedDecision> awaited(Viewer viewer, int most, ZoneId zone) {
    CommitmentCriteria where = new CommitmentCriteria().inSeriesOf(viewer);
    return jdbc.sql(
            """
            select a.family, a.kind, a.ref, c.title, a.party, a.reason, a.awaited_since,
                   count(*) over () as awaited
            from (select 'proposal' as family, p.kind, p.ref, p.party, p.reason,
                         p.proposed_at as awaited_since
                  from overview_proposal p
                  where p.status = 'OPEN'
                  union all
                  select 'request', r.kind, r.ref, r.party, r.reason, r.asked_at
                  from overview_request r
                  where r.status = 'ASKED') a
            join overview_commitment c on c.ref = a.ref
            where c.status = 'IN_PROGRESS'%s
            order by a.family, a.awaited_since, a.ref
            limit :most
            """
                .formatted(where.andSql()))
        .params(where.parameters())
        .param("most", most)
        .query(
            (row, n) ->
                new StatusSheet.AwaitedDecision(
                    row.getString("family"),
                    row.getString("kind"),
                    new CommitmentRef(row.getString("ref")),
                    CommitmentRows.title(row),
                    new PartyCode(row.getString("party")),
                    row.getString("reason"),
                    LocalDate.ofInstant(
                        row.getObject("awaited_since", OffsetDateTime.class).toInstant(), zone),
                    row.getInt("awaited")))
        .list();
  }
}
