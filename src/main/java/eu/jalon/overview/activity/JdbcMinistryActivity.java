package eu.jalon.overview.activity;

import eu.jalon.actionitem.form.Step;
import eu.jalon.commitment.CommitmentCriteria;
import eu.jalon.commitment.CommitmentRows;
import eu.jalon.commitment.JdbcHistory;
import eu.jalon.commitment.request.JdbcRequests;
import eu.jalon.directory.Viewer;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MinistryCode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Queries for one ministry; each is limited and starts from what the ministry takes part in. */
@Repository
class JdbcMinistryActivity {

  /** The commitments that the ministry may see. */
  private static final String VISIBLE =
      """
      (select l.ref from overview_lead l where l.ministry = :ministry
       union all
       select a.ref from overview_associate a where a.ministry = :ministry)
      """;

  private final JdbcClient jdbc;

  JdbcMinistryActivity(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns the latest reports of the ministry and those of other parties, with one statement. */
  MinistryActivity.Reports reports(MinistryCode ministry, Viewer viewer, int most) {
    CommitmentCriteria seen = new CommitmentCriteria().inSeriesOf(viewer);
    List<ReportLine> lines =
        jdbc.sql(
                """
                select r.ref, r.ministry, r.status, r.text, r.evidence, r.next_on, r.reported_at,
                       r.reported_by, c.title,
                       case when r.ref in ${visible} then 1 else 0 end as visible
                from overview_report r
                join overview_commitment c on c.ref = r.ref
                where r.id in (${own}) or r.id in (${others})
                order by r.id desc
                """
                    .replace("${own}", latest("r.ministry = :ministry", seen))
                    .replace(
                        "${others}",
                        latest("r.ministry not like :party and r.ref in ${visible}", seen))
                    .replace("${visible}", VISIBLE))
            .params(seen.parameters())
            .param("ministry", ministry.value())
            .param("party", ministry.party() + "-%")
            .param("most", most)
            .query(
                (row, n) ->
                    new ReportLine(
                        JdbcHistory.report(row, n),
                        CommitmentRows.title(row),
                        row.getInt("visible") == 1))
            .list();
    Map<Boolean, List<ReportLine>> byOwn =
        lines.stream()
            .collect(Collectors.partitioningBy(line -> line.report().ministry().equals(ministry)));
    return new MinistryActivity.Reports(
        byOwn.getOrDefault(true, List.of()), byOwn.getOrDefault(false, List.of()));
  }

  private static String latest(String condition, CommitmentCriteria seen) {
    return "select l.id from (select r.id from overview_report r"
        + " join overview_commitment c on c.ref = r.ref where not r.carried and "
        + condition
        + seen.andSql()
        + " order by r.id desc limit :most) l";
  }

  List<RequestLine> requests(MinistryCode ministry, Viewer viewer, Instant since, int most) {
    CommitmentCriteria seen = new CommitmentCriteria().inSeriesOf(viewer);
    return jdbc.sql(
            """
            select r.id, r.ref, r.kind, r.party, r.action_item_id, r.wanted, r.granted, r.reason,
                   r.asked_at, r.asked_by, r.status, r.decided_at, r.decided_by, r.decision_reason,
                   r.title, r.step
            from overview_request r
            join overview_commitment c on c.ref = r.ref
            where r.party = :party
              and r.ref in (select l.ref from overview_lead l where l.ministry = :ministry)
              and (r.status = 'ASKED' or (r.decision_reason is not null and r.decided_at >= :since))%s
            order by coalesce(r.decided_at, r.asked_at) desc, r.id desc
            limit :most
            """
                .formatted(seen.andSql()))
        .params(seen.parameters())
        .param("party", ministry.party().value())
        .param("ministry", ministry.value())
        .param("since", OffsetDateTime.ofInstant(since, ZoneOffset.UTC))
        .param("most", most)
        .query(
            (row, n) -> {
              String step = row.getString("step");
              return new RequestLine(
                  JdbcRequests.request(row, n),
                  CommitmentRows.title(row),
                  step == null ? null : Step.of(step));
            })
        .list();
  }

  List<QuestionLine> questions(MinistryCode ministry, Viewer viewer, int most) {
    CommitmentCriteria seen = new CommitmentCriteria().inSeriesOf(viewer);
    return jdbc.sql(
            """
            select q.id, q.ref, q.from_ministry, q.to_ministry, q.text, q.asked_at, c.title
            from overview_question q
            join overview_commitment c on c.ref = q.ref
            join overview_lead l on l.ref = q.ref and l.ministry = :ministry
            where q.answered_at is null and c.status = 'IN_PROGRESS'
              and (q.to_ministry like :party or q.from_ministry like :party)%s
            order by q.asked_at, q.id
            limit :most
            """
                .formatted(seen.andSql()))
        .params(seen.parameters())
        .param("ministry", ministry.value())
        .param("party", ministry.party() + "-%")
        .param("most", most)
        .query(
            (row, n) -> {
              MinistryCode to = new MinistryCode(row.getString("to_ministry"));
              return new QuestionLine(
                  row.getLong("id"),
                  new CommitmentRef(row.getString("ref")),
                  CommitmentRows.title(row),
                  new MinistryCode(row.getString("from_ministry")),
                  to,
                  row.getString("text"),
                  row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                  to.party().equals(ministry.party()));
            })
        .list();
  }
}
