package eu.jalon.overview;

import eu.jalon.actionitem.ActionItemView;
import eu.jalon.actionitem.JdbcActionItems;
import eu.jalon.actionitem.form.Step;
import eu.jalon.commitment.CommitmentCriteria;
import eu.jalon.directory.Viewer;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.text.TextColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

  /** Returns the open items due in a period, earliest first. */
  List<ActionItemView> due(Viewer viewer, LocalDate from, LocalDate until, int most) {
    CommitmentCriteria where = inSeriesOf(viewer);
    return jdbc.sql(
            JdbcActionItems.COLUMNS
                + """
                from overview_item i
                join overview_commitment c on c.ref = i.ref
                join overview_theme t on t.meeting_id = c.meeting_id and t.number = c.theme
                where i.status = 'OPEN' and i.due_on >= :from and i.due_on <= :until
                """
                + where.andSql()
                + " order by i.due_on, i.ref, i.id limit :most")
        .params(where.parameters())
        .param("from", from)
        .param("until", until)
        .param("most", most)
        .query(JdbcActionItems::view)
        .list();
  }

  long countDue(Viewer viewer, LocalDate from, LocalDate until) {
    CommitmentCriteria where = inSeriesOf(viewer);
    return jdbc.sql(
            "select count(*) from overview_item i "
                + commitmentsFor(viewer)
                + "where i.status = 'OPEN' and i.due_on >= :from and i.due_on <= :until"
                + where.andSql())
        .params(where.parameters())
        .param("from", from)
        .param("until", until)
        .query(Long.class)
        .single();
  }

  /**
   * Returns the number of pending decisions of a coordinating team by step, with the oldest of
   * each.
   */
  List<PendingDecisions> decisions(MinistryCode team, Viewer viewer) {
    CommitmentCriteria where = inSeriesOf(viewer);
    return jdbc.sql(
            """
            select w.id, w.ref, w.step, w.created_at, w.waiting, c.title
            from
              (select i.id, i.ref, i.step, i.created_at,
                      count(*) over (partition by i.step) as waiting,
                      row_number() over (partition by i.step order by i.created_at, i.id) as place
               from overview_item i %s
               where i.ministry = :team and i.status = 'OPEN' and i.step in (:steps)%s) as w
            join overview_commitment c on c.ref = w.ref
            where w.place = 1
            order by w.created_at, w.step
            """
                .formatted(commitmentsFor(viewer), where.andSql()))
        .params(where.parameters())
        .param("team", team.value())
        .param("steps", DECISIONS)
        .query(
            (row, n) ->
                new PendingDecisions(
                    Step.of(row.getString("step")),
                    row.getInt("waiting"),
                    new PendingDecisions.Oldest(
                        row.getString("id"),
                        new CommitmentRef(row.getString("ref")),
                        title(row),
                        row.getObject("created_at", OffsetDateTime.class).toInstant())))
        .list();
  }

  /**
   * Returns the number of unanswered questions to a party about commitments in progress, with the
   * oldest.
   */
  Optional<PendingQuestions> questions(PartyCode party, Viewer viewer) {
    CommitmentCriteria where = inSeriesOf(viewer);
    return jdbc.sql(
            """
            select q.ref, q.asked_at, c.title, count(*) over () as waiting
            from overview_question q
            join overview_commitment c on c.ref = q.ref
            where q.answered_at is null and q.to_ministry like :party
              and c.status = 'IN_PROGRESS'%s
            order by q.asked_at, q.id
            limit 1
            """
                .formatted(where.andSql()))
        .params(where.parameters())
        .param("party", party + "-%")
        .query(
            (row, n) ->
                new PendingQuestions(
                    row.getInt("waiting"),
                    new CommitmentRef(row.getString("ref")),
                    title(row),
                    row.getObject("asked_at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  private record CarryOver(MeetingId from, MeetingBalance.Carried carried) {}

  /** Returns the number of commitments of each meeting by status, with two statements. */
  Map<MeetingId, MeetingBalance> balances(Viewer viewer) {
    CommitmentCriteria where = inSeriesOf(viewer);
    Map<MeetingId, List<MeetingBalance.Carried>> carried =
        jdbc
            .sql(
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
                (row, n) ->
                    new CarryOver(
                        new MeetingId(row.getString("meeting")),
                        new MeetingBalance.Carried(
                            new MeetingId(row.getString("target")), row.getInt("number"))))
            .list()
            .stream()
            .collect(
                Collectors.groupingBy(
                    CarryOver::from, Collectors.mapping(CarryOver::carried, Collectors.toList())));
    return jdbc
        .sql(
            """
            select meeting_id,
                   sum(case when status = 'FULFILLED' then 1 else 0 end) as fulfilled,
                   sum(case when status = 'IN_PROGRESS' then 1 else 0 end) as running,
                   sum(case when status = 'CARRIED_OVER' then 1 else 0 end) as carried,
                   sum(case when status = 'WITHDRAWN' then 1 else 0 end) as withdrawn
            from overview_commitment c%s
            group by meeting_id
            """
                .formatted(where.sql()))
        .params(where.parameters())
        .query((row, n) -> balance(row, carried))
        .list()
        .stream()
        .collect(Collectors.toMap(MeetingBalance::meeting, balance -> balance));
  }

  private static MeetingBalance balance(
      ResultSet row, Map<MeetingId, List<MeetingBalance.Carried>> carried) throws SQLException {
    MeetingId meeting = new MeetingId(row.getString("meeting_id"));
    return new MeetingBalance(
        meeting,
        row.getInt("fulfilled"),
        row.getInt("running"),
        row.getInt("carried"),
        row.getInt("withdrawn"),
        carried.getOrDefault(meeting, List.of()));
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
        .query((row, n) -> new RefAndTitle(new CommitmentRef(row.getString("ref")), title(row)))
        .list()
        .stream()
        .collect(Collectors.toMap(RefAndTitle::ref, RefAndTitle::title));
  }

  /** Joins the commitments of items only where the viewer does not see all series. */
  private static String commitmentsFor(Viewer viewer) {
    return viewer.series().isEmpty() ? "" : "join overview_commitment c on c.ref = i.ref ";
  }

  private static CommitmentCriteria inSeriesOf(Viewer viewer) {
    return new CommitmentCriteria().inSeriesOf(viewer);
  }

  private static LocalText title(ResultSet row) throws SQLException {
    return TextColumn.read(row, "title");
  }
}
