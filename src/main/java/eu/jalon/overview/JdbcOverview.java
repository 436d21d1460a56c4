package eu.jalon.overview;

import eu.jalon.actionitem.form.Step;
import eu.jalon.commitment.CommitmentCriteria;
import eu.jalon.commitment.CommitmentRows;
import eu.jalon.directory.Viewer;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Queries for the home page; the number of statements does not depend on the number of commitments.
 */
@Repository
class JdbcOverview {

  private static final List<String> DECISIONS =
      Arrays.stream(Step.values()).filter(Step::byCoordination).map(Step::key).toList();

  private final JdbcClient jdbc;

  JdbcOverview(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A row of one of the three lists; which columns it has depends on the list. */
  private record Row(
      String list,
      int total,
      String step,
      String item,
      CommitmentRef ref,
      LocalText title,
      String ministry,
      @Nullable LocalDate dueOn,
      @Nullable Instant since) {}

  /**
   * Returns the pending decisions of a coordinating team by step with the oldest of each, the
   * unanswered questions to its party with the oldest, and the open items due in a period, earliest
   * first; with one statement.
   */
  Overview.Lists lists(
      MinistryCode team, Viewer viewer, LocalDate from, LocalDate until, int most) {
    CommitmentCriteria where = inSeriesOf(viewer);
    List<Row> rows =
        jdbc.sql(
                LISTS
                    .replace("${viewer}", where.andSql())
                    .replace(
                        "${item_viewer}",
                        new CommitmentCriteria().inSeriesOf(viewer, "i").andSql()))
            .params(where.parameters())
            .param("team", team.value())
            .param("steps", DECISIONS)
            .param("party", team.party() + "-%")
            .param("from", from)
            .param("until", until)
            .param("most", most)
            .query(JdbcOverview::row)
            .list();
    return new Overview.Lists(
        of("DECISION", rows)
            .map(
                row ->
                    new PendingDecisions(
                        Step.of(row.step()),
                        row.total(),
                        new PendingDecisions.Oldest(
                            row.item(),
                            row.ref(),
                            row.title(),
                            Objects.requireNonNull(row.since()))))
            .toList(),
        of("QUESTION", rows)
            .map(
                row ->
                    new PendingQuestions(
                        row.total(), row.ref(), row.title(), Objects.requireNonNull(row.since())))
            .findFirst(),
        of("DUE", rows)
            .map(
                row ->
                    new Overview.DueItem(
                        row.item(),
                        row.ref(),
                        row.title(),
                        Step.of(row.step()),
                        new MinistryCode(row.ministry()),
                        Objects.requireNonNull(row.dueOn())))
            .toList(),
        of("DUE", rows).mapToInt(Row::total).findFirst().orElse(0));
  }

  private static Stream<Row> of(String list, List<Row> rows) {
    return rows.stream().filter(row -> row.list().equals(list));
  }

  private static Row row(ResultSet row, int n) throws SQLException {
    OffsetDateTime since = row.getObject("since", OffsetDateTime.class);
    return new Row(
        row.getString("list"),
        row.getInt("total"),
        row.getString("step"),
        row.getString("id"),
        new CommitmentRef(row.getString("ref")),
        CommitmentRows.title(row),
        row.getString("ministry"),
        row.getObject("due_on", LocalDate.class),
        since == null ? null : since.toInstant());
  }

  private static final String LISTS =
      """
      select l.list, l.total, l.step, l.id, l.ref, c.title, l.ministry, l.due_on, l.since
      from
        (select 'DECISION' as list, w.total, w.step, w.id, w.ref, w.ministry,
                cast(null as date) as due_on, w.created_at as since
         from
           (select i.id, i.ref, i.step, i.ministry, i.created_at,
                   count(*) over (partition by i.step) as total,
                   row_number() over (partition by i.step order by i.created_at, i.id) as place
            from overview_item i
            join overview_commitment c on c.ref = i.ref
            where i.ministry = :team and i.status = 'OPEN' and i.step in (:steps)${viewer}) w
         where w.place = 1
         union all
         select 'QUESTION', q.total, '', '', q.ref, q.to_ministry, null, q.asked_at
         from
           (select q.id, q.ref, q.to_ministry, q.asked_at, count(*) over () as total
            from overview_question q
            join overview_commitment c on c.ref = q.ref
            where q.answered_at is null and q.to_ministry like :party
              and c.status = 'IN_PROGRESS'${viewer}
            order by q.asked_at, q.id
            limit 1) q
         union all
         select 'DUE', d.total, d.step, d.id, d.ref, d.ministry, d.due_on, null
         from
           (select i.id, i.ref, i.step, i.ministry, i.due_on, count(*) over () as total
            from overview_item i
            where i.status = 'OPEN' and i.due_on >= :from and i.due_on <= :until
              and i.on_time_until >= :from${item_viewer}
            order by i.due_on, i.ref, i.id
            limit :most) d) l
      join overview_commitment c on c.ref = l.ref
      order by l.due_on, l.since, l.step, l.ref, l.id
      """;

  /** Returns how many commitments of one meeting were carried over to which other ones. */
  Map<MeetingId, List<MeetingBalance.Carried>> carried(Viewer viewer) {
    CommitmentCriteria where = inSeriesOf(viewer);
    Map<MeetingId, List<MeetingBalance.Carried>> carried = new HashMap<>();
    jdbc.sql(
            """
            select f.meeting_id as meeting, c.meeting_id as target, count(*) as number
            from overview_commitment c
            join overview_commitment f on f.ref = c.carried_from%s
            group by f.meeting_id, c.meeting_id
            order by f.meeting_id, c.meeting_id
            """
                .formatted(where.sql()))
        .params(where.parameters())
        .query(
            (RowCallbackHandler)
                row ->
                    carried
                        .computeIfAbsent(
                            new MeetingId(row.getString("meeting")), from -> new ArrayList<>())
                        .add(
                            new MeetingBalance.Carried(
                                new MeetingId(row.getString("target")), row.getInt("number"))));
    return carried;
  }

  private record RefAndTitle(CommitmentRef ref, LocalText title) {}

  /** Returns the titles of the given commitments. */
  Map<CommitmentRef, LocalText> titles(Viewer viewer, Collection<CommitmentRef> refs) {
    CommitmentCriteria where = inSeriesOf(viewer);
    return jdbc
        .sql(
            "select c.ref, c.title from overview_commitment c where c.ref in (:refs)"
                + where.andSql())
        .params(where.parameters())
        .param("refs", refs.stream().map(CommitmentRef::value).toList())
        .query(
            (row, n) ->
                new RefAndTitle(new CommitmentRef(row.getString("ref")), CommitmentRows.title(row)))
        .list()
        .stream()
        .collect(Collectors.toMap(RefAndTitle::ref, RefAndTitle::title));
  }

  private static CommitmentCriteria inSeriesOf(Viewer viewer) {
    return new CommitmentCriteria().inSeriesOf(viewer);
  }
}
