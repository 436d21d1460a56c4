package eu.jalon.overview.status;

import eu.jalon.commitment.CommitmentCriteria;
import eu.jalon.commitment.CommitmentRows;
import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.commitment.Health;
import eu.jalon.commitment.JdbcHistory;
import eu.jalon.commitment.ProgressReport;
import eu.jalon.directory.Viewer;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Queries the status of ministries and commitments for the status report. */
@Repository
class JdbcStatusSheet {

  private final JdbcClient jdbc;

  JdbcStatusSheet(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<StatusSheet.MinistryStanding> ministries(Viewer viewer, LocalDate today) {
    CommitmentCriteria where = new CommitmentCriteria().inSeriesOf(viewer);
    return jdbc.sql(
            """
            select c.ministry, %s
            from (select l.ministry, c.status, c.health, %s
                  from overview_lead l
                  join overview_commitment c on c.ref = l.ref
                  where c.status in ('IN_PROGRESS', 'FULFILLED')%s
                  group by l.ministry, c.status, c.health) c
            group by c.ministry order by c.ministry
            """
                .formatted(CommitmentRows.COUNTS, CommitmentRows.NUMBERS, where.andSql()))
        .params(where.parameters())
        .param("today", today)
        .query(
            (row, n) ->
                new StatusSheet.MinistryStanding(
                    new MinistryCode(row.getString("ministry")), CommitmentRows.figures(row, "")))
        .list();
  }

  /** Returns the most urgent commitments of each theme, in the order of the declaration. */
  List<StatusSheet.CommitmentRow> lines(
      Viewer viewer, Collection<String> themes, LocalDate today, int most) {
    CommitmentCriteria where = new CommitmentCriteria().inSeriesOf(viewer);
    List<StatusSheet.CommitmentRow> lines =
        jdbc.sql(
                """
                select r.ref, r.title, r.meeting_id, r.theme, r.accountable,
                       array(select l.ministry from overview_lead l where l.ref = r.ref) as leads,
                       r.due_on, r.status, r.health, r.closed_on
                from (select c.ref, c.title, c.meeting_id, c.theme, c.position,
                             c.accountable, c.due_on, c.status, c.health,
                             c.closed_on,
                             row_number() over (
                               partition by c.meeting_id, c.theme
                               order by case when c.status = 'FULFILLED' then 5
                                             when ${overdue} then 0
                                             when c.health = 'BLOCKED' then 1
                                             when c.health = 'AT_RISK' then 2
                                             when c.health = 'SILENT' then 3
                                             else 4 end,
                                        case when ${overdue} then c.due_on end,
                                        c.position) as place
                      from overview_commitment c
                      where c.status in ('IN_PROGRESS', 'FULFILLED')
                        and c.meeting_id || '-' || c.theme = any(:themes)%s) r
                where r.place <= :most
                order by r.meeting_id, r.theme, r.position
                """
                    .replace("${overdue}", CommitmentCriteria.OVERDUE)
                    .formatted(where.andSql()))
            .params(where.parameters())
            .param("today", today)
            .param("themes", themes.toArray(String[]::new))
            .param("most", most)
            .query(JdbcStatusSheet::line)
            .list();
    Map<CommitmentRef, Map<PartyCode, ProgressReport>> reports = lastReports(lines);
    return lines.stream()
        .map(line -> line.withReports(reports.getOrDefault(line.ref(), Map.of())))
        .toList();
  }

  /** Returns the last report of each party, regardless of the ministry. */
  private Map<CommitmentRef, Map<PartyCode, ProgressReport>> lastReports(
      List<StatusSheet.CommitmentRow> lines) {
    Map<CommitmentRef, Map<PartyCode, ProgressReport>> reports = new HashMap<>();
    jdbc.sql(
            """
            select p.ref, p.ministry, p.status, p.text, p.evidence, p.next_on, p.reported_at,
                   p.reported_by
            from overview_report p
            where p.id in (select max(q.id)
                           from overview_report q
                           where q.ref = any(:refs)
                           group by q.ref, substring(q.ministry, 1, position('-' in q.ministry)))
            """)
        .param("refs", lines.stream().map(line -> line.ref().value()).toArray(String[]::new))
        .query(JdbcHistory::report)
        .list()
        .forEach(
            report ->
                reports
                    .computeIfAbsent(report.ref(), ref -> new HashMap<>())
                    .put(report.ministry().party(), report));
    return reports;
  }

  private static StatusSheet.CommitmentRow line(ResultSet row, int n) throws SQLException {
    return new StatusSheet.CommitmentRow(
        new CommitmentRef(row.getString("ref")),
        CommitmentRows.title(row),
        new MeetingId(row.getString("meeting_id")),
        row.getInt("theme"),
        CommitmentRows.leads(row),
        row.getObject("due_on", LocalDate.class),
        CommitmentStatus.valueOf(row.getString("status")),
        Health.valueOf(row.getString("health")),
        row.getObject("closed_on", LocalDate.class),
        Map.of());
  }
}
