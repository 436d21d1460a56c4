package eu.jalon.commitment.request;

import eu.jalon.commitment.JdbcCommitments;
import eu.jalon.commitment.process.RequestKind;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores requests about commitments, and the coordinators' closing decisions. */
@Repository
public class JdbcRequests {

  private static final String SELECT =
      """
      select id, ref, kind, party, action_item_id, wanted, granted, reason, asked_at, asked_by,
             status, decided_by, decided_at, decision_reason
      from commitment_request
      """;

  private final JdbcClient jdbc;

  JdbcRequests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Replaces a ministry that pending requests ask for. */
  public void replaceWanted(MinistryCode from, MinistryCode to) {
    jdbc.sql(
            """
            update commitment_request
            set wanted = :to
            where wanted = :from and kind = 'REASSIGNMENT' and status in ('ASKED', 'GRANTED')
            """)
        .param("to", to.value())
        .param("from", from.value())
        .update();
  }

  public void add(CommitmentRequest request) {
    boolean decided = request.status() == CommitmentRequest.Status.GRANTED;
    jdbc.sql(
            """
            insert into commitment_request
              (ref, kind, party, action_item_id, wanted, reason, asked_at, asked_by, status,
               decided_by)
            values (:ref, :kind, :party, :item, :wanted, :reason, :at, :by, :status, :decidedBy)
            """)
        .param("ref", request.ref().value())
        .param("kind", request.kind().name())
        .param("party", request.party().value())
        .param("item", request.actionItemId())
        .param("wanted", request.wanted())
        .param("reason", request.reason())
        .param("at", JdbcCommitments.utc(request.askedAt()))
        .param("by", request.askedBy().value())
        .param("status", request.status().name())
        .param("decidedBy", decided ? request.askedBy().value() : null)
        .update();
  }

  /** Returns the pending or granted request of a kind; there is at most one. */
  public Optional<CommitmentRequest> pending(CommitmentRef ref, RequestKind kind) {
    return jdbc.sql(
            SELECT + " where ref = :ref and kind = :kind and status in ('ASKED', 'GRANTED')")
        .param("ref", ref.value())
        .param("kind", kind.name())
        .query(JdbcRequests::request)
        .optional();
  }

  /** Returns the requests about a commitment that wait for a decision. */
  public List<CommitmentRequest> pending(CommitmentRef ref) {
    return jdbc.sql(SELECT + " where ref = :ref and status = 'ASKED' order by id")
        .param("ref", ref.value())
        .query(JdbcRequests::request)
        .list();
  }

  /** Returns a request; empty if it is unknown. */
  public Optional<CommitmentRequest> find(long id) {
    return jdbc.sql(SELECT + " where id = :id")
        .param("id", id)
        .query(JdbcRequests::request)
        .optional();
  }

  /** Returns the requests about a commitment that wait, then those decided, latest first. */
  public List<CommitmentRequest> shown(CommitmentRef ref) {
    return jdbc.sql(
            SELECT
                + """
                where ref = :ref and (status = 'ASKED' or decision_reason is not null)
                order by case when status = 'ASKED' then 0 else 1 end, decided_at desc, id desc
                """)
        .param("ref", ref.value())
        .query(JdbcRequests::request)
        .list();
  }

  /**
   * Records a decision on a pending request.
   *
   * @param granted what was granted, if it is not what was requested
   */
  public void decide(
      long id,
      CommitmentRequest.Status status,
      @Nullable String granted,
      Instant at,
      PersonId by,
      String reason) {
    jdbc.sql(
            """
            update commitment_request
            set status = :status, granted = :granted, decided_at = :at, decided_by = :by,
                decision_reason = :reason
            where id = :id and status = 'ASKED'
            """)
        .param("status", status.name())
        .param("granted", granted)
        .param("at", JdbcCommitments.utc(at))
        .param("by", by.value())
        .param("reason", reason)
        .param("id", id)
        .update();
  }

  /** Ends a pending request without a decision; returns whether it was pending. */
  public boolean end(long id, CommitmentRequest.Status status) {
    return jdbc.sql(
                "update commitment_request set status = :status where id = :id and status ="
                    + " 'ASKED'")
            .param("status", status.name())
            .param("id", id)
            .update()
        == 1;
  }

  /** Drops the pending requests and proposals about a commitment that was closed. */
  public void drop(CommitmentRef ref) {
    jdbc.sql(
            "update commitment_request set status = 'DROPPED' where ref = :ref and status ="
                + " 'ASKED'")
        .param("ref", ref.value())
        .update();
    jdbc.sql("update proposal set status = 'LAPSED' where ref = :ref and status = 'OPEN'")
        .param("ref", ref.value())
        .update();
  }

  /** Lets a request about an action item be about the one that continues it. */
  public void moveItem(String from, String to) {
    jdbc.sql(
            """
            update commitment_request set action_item_id = :to
            where action_item_id = :from and status = 'ASKED'
            """)
        .param("to", to)
        .param("from", from)
        .update();
  }

  public void markApplied(long id) {
    jdbc.sql("update commitment_request set status = 'APPLIED' where id = :id")
        .param("id", id)
        .update();
  }

  public void saveClosingDecision(
      CommitmentRef ref,
      PartyCode party,
      ClosingDecision decision,
      String reason,
      Instant at,
      PersonId by) {
    jdbc.sql("delete from closing_decision where ref = :ref and party = :party")
        .param("ref", ref.value())
        .param("party", party.value())
        .update();
    jdbc.sql(
            """
            insert into closing_decision (ref, party, decision, reason, decided_at, decided_by)
            values (:ref, :party, :decision, :reason, :at, :by)
            """)
        .param("ref", ref.value())
        .param("party", party.value())
        .param("decision", decision.name())
        .param("reason", reason)
        .param("at", JdbcCommitments.utc(at))
        .param("by", by.value())
        .update();
  }

  /** Deletes the closing decisions on a commitment that was reopened. */
  public void deleteClosingDecisions(CommitmentRef ref) {
    jdbc.sql("delete from closing_decision where ref = :ref").param("ref", ref.value()).update();
  }

  private record StoredDecision(CommitmentRef ref, PartyCode party, ClosingDecision decision) {}

  /**
   * Returns the closing decisions of each party on each commitment; those without one are missing.
   */
  public Map<CommitmentRef, Map<PartyCode, ClosingDecision>> closingDecisions(
      Collection<CommitmentRef> refs) {
    if (refs.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql("select ref, party, decision from closing_decision where ref in (:refs)")
        .param("refs", refs.stream().map(CommitmentRef::value).toList())
        .query(
            (row, n) ->
                new StoredDecision(
                    new CommitmentRef(row.getString("ref")),
                    new PartyCode(row.getString("party")),
                    ClosingDecision.valueOf(row.getString("decision"))))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                StoredDecision::ref,
                Collectors.toMap(StoredDecision::party, StoredDecision::decision)));
  }

  /** Maps a row with the columns of the table. */
  public static CommitmentRequest request(ResultSet row, int n) throws SQLException {
    String decidedBy = row.getString("decided_by");
    OffsetDateTime decidedAt = row.getObject("decided_at", OffsetDateTime.class);
    return new CommitmentRequest(
        row.getLong("id"),
        new CommitmentRef(row.getString("ref")),
        RequestKind.valueOf(row.getString("kind")),
        new PartyCode(row.getString("party")),
        row.getString("action_item_id"),
        row.getString("wanted"),
        row.getString("granted"),
        row.getString("reason"),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        new PersonId(row.getString("asked_by")),
        CommitmentRequest.Status.valueOf(row.getString("status")),
        new PersonId(decidedBy == null ? row.getString("asked_by") : decidedBy),
        decidedAt == null ? null : decidedAt.toInstant(),
        row.getString("decision_reason"));
  }
}
