package eu.jalon.commitment.entry;

import eu.jalon.commitment.process.RequestKind;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MeetingId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stores which commitments, requests and proposals the closing of a meeting ended, so that it can
 * be taken back.
 */
@Repository
public class JdbcClosedCommitments {

  private final JdbcClient jdbc;
  private final NamedParameterJdbcOperations batches;

  JdbcClosedCommitments(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** Adds commitments that a closing is about to end, with their requests and proposals. */
  public void add(MeetingId meeting, Collection<CommitmentRef> refs) {
    MapSqlParameterSource[] rows =
        refs.stream()
            .map(
                ref ->
                    new MapSqlParameterSource("meeting", meeting.value())
                        .addValue("ref", ref.value()))
            .toArray(MapSqlParameterSource[]::new);
    batches.batchUpdate(
        "insert into closed_commitment (meeting_id, ref) values (:meeting, :ref)", rows);
    batches.batchUpdate(
        """
        update commitment_request set ended_with = :meeting
        where ref = :ref and status = 'ASKED'
        """,
        rows);
    batches.batchUpdate(
        "update proposal set ended_with = :meeting where ref = :ref and status = 'OPEN'", rows);
  }

  /**
   * Lets the requests and proposals about a commitment that a closing ended wait again.
   *
   * @return the kinds of the requests
   */
  public List<RequestKind> revive(MeetingId meeting, CommitmentRef ref) {
    List<RequestKind> kinds =
        jdbc.sql(
                """
                select kind from commitment_request
                where ended_with = :meeting and ref = :ref
                order by id
                """)
            .param("meeting", meeting.value())
            .param("ref", ref.value())
            .query((row, n) -> RequestKind.valueOf(row.getString("kind")))
            .list();
    for (String ended :
        List.of(
            "update commitment_request set status = 'ASKED', ended_with = null",
            "update proposal set status = 'OPEN', ended_with = null")) {
      jdbc.sql(ended + " where ended_with = :meeting and ref = :ref")
          .param("meeting", meeting.value())
          .param("ref", ref.value())
          .update();
    }
    return kinds;
  }

  /** Returns the commitments that a closing ended, by reference. */
  public List<CommitmentRef> of(MeetingId meeting) {
    return refs(
        "select ref from closed_commitment where meeting_id = :meeting order by ref", meeting);
  }

  /** Returns the commitments that continue them, each with the one that it continues. */
  public Map<CommitmentRef, CommitmentRef> continuing(MeetingId meeting) {
    Map<CommitmentRef, CommitmentRef> former = new LinkedHashMap<>();
    jdbc.sql(
            """
            select c.ref, c.carried_from
            from commitment c
            join closed_commitment k on k.ref = c.carried_from
            where k.meeting_id = :meeting
            order by c.ref
            """)
        .param("meeting", meeting.value())
        .query(
            (RowCallbackHandler)
                row ->
                    former.put(
                        new CommitmentRef(row.getString("ref")),
                        new CommitmentRef(row.getString("carried_from"))));
    return former;
  }

  private List<CommitmentRef> refs(String sql, MeetingId meeting) {
    return jdbc.sql(sql)
        .param("meeting", meeting.value())
        .query((row, n) -> new CommitmentRef(row.getString("ref")))
        .list();
  }

  /**
   * Returns a commitment with an act since a closing: one that continues another one and has a
   * history of its own, one that was reopened, or one that is new for the next meeting.
   */
  public Optional<CommitmentRef> changed(MeetingId meeting, MeetingId next) {
    return jdbc.sql(
            """
            select c.ref
            from commitment c
            left join closed_commitment k on k.ref = c.carried_from and k.meeting_id = :meeting
            where (c.due_meeting_id = :next and k.ref is null)
               or (k.ref is not null
                 and (c.status <> 'IN_PROGRESS'
                   or exists (select 1 from commitment_change h
                              where h.ref = c.ref and h.what <> 'ENTERED')
                   or exists (select 1 from question q where q.ref = c.ref)))
               or (c.status = 'IN_PROGRESS'
                 and exists (select 1 from closed_commitment o
                             where o.ref = c.ref and o.meeting_id = :meeting))
            order by c.ref
            fetch first 1 rows only
            """)
        .param("meeting", meeting.value())
        .param("next", next.value())
        .query((row, n) -> new CommitmentRef(row.getString("ref")))
        .optional();
  }

  /**
   * Deletes commitments without any act, with all that belongs to them; who follows one follows the
   * one that it continued.
   */
  public void discard(CommitmentRef ref) {
    jdbc.sql(
            """
            insert into commitment_follower (ref, person_id, followed_at)
            select c.carried_from, f.person_id, f.followed_at
            from commitment_follower f
            join commitment c on c.ref = f.ref
            where f.ref = :ref and not exists
              (select 1 from commitment_follower o
               where o.ref = c.carried_from and o.person_id = f.person_id)
            """)
        .param("ref", ref.value())
        .update();
    for (String table :
        List.of(
            "commitment_lead",
            "commitment_associate",
            "commitment_search",
            "commitment_change",
            "commitment_follower",
            "commitment_earlier",
            "progress_report")) {
      jdbc.sql("delete from " + table + " where ref = :ref").param("ref", ref.value()).update();
    }
    jdbc.sql("delete from commitment where ref = :ref").param("ref", ref.value()).update();
  }

  /** Forgets what a closing ended. */
  public void delete(MeetingId meeting) {
    jdbc.sql("delete from closed_commitment where meeting_id = :meeting")
        .param("meeting", meeting.value())
        .update();
  }
}
