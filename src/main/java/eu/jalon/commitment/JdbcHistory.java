package eu.jalon.commitment;

import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class JdbcHistory {

  private final JdbcClient jdbc;
  private final NamedParameterJdbcOperations batches;

  JdbcHistory(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  public void add(ProgressReport report) {
    jdbc.sql(
            """
            insert into progress_report
              (ref, ministry, status, text, evidence, next_on, reported_at, reported_by)
            values (:ref, :ministry, :status, :text, :evidence, :nextOn, :at, :by)
            """)
        .param("ref", report.ref().value())
        .param("ministry", report.ministry().value())
        .param("status", report.status().name())
        .param("text", report.text())
        .param("evidence", report.evidence())
        .param("nextOn", report.nextOn(), Types.DATE)
        .param("at", JdbcCommitments.utc(report.at()))
        .param("by", report.by().value())
        .update();
  }

  /** Returns the reports of a commitment, latest first. */
  public List<ProgressReport> reports(CommitmentRef ref) {
    return jdbc.sql(
            """
            select ref, ministry, status, text, evidence, next_on, reported_at, reported_by
            from progress_report
            where ref = :ref
            order by id desc
            """)
        .param("ref", ref.value())
        .query(JdbcHistory::report)
        .list();
  }

  long lastChange() {
    return jdbc.sql("select coalesce(max(id), 0) from commitment_change")
        .query(Long.class)
        .single();
  }

  /** Maps a row with all columns of a report. */
  public static ProgressReport report(ResultSet row, int n) throws SQLException {
    return new ProgressReport(
        new CommitmentRef(row.getString("ref")),
        new MinistryCode(row.getString("ministry")),
        ProgressStatus.valueOf(row.getString("status")),
        row.getString("text"),
        row.getString("evidence"),
        row.getObject("next_on", LocalDate.class),
        row.getObject("reported_at", OffsetDateTime.class).toInstant(),
        new PersonId(row.getString("reported_by")));
  }

  public void add(Collection<CommitmentChange> changes) {
    batches.batchUpdate(
        """
        insert into commitment_change
          (ref, what, old_value, new_value, reason, changed_at, changed_by)
        values (:ref, :what, :from, :to, :reason, :at, :by)
        """,
        changes.stream()
            .map(
                change ->
                    new MapSqlParameterSource("ref", change.ref().value())
                        .addValue("what", change.type().name())
                        .addValue("from", change.from())
                        .addValue("to", change.to())
                        .addValue("reason", change.reason())
                        .addValue("at", JdbcCommitments.utc(change.at()))
                        .addValue("by", change.by().value()))
            .toArray(MapSqlParameterSource[]::new));
  }

  /** Adds the same change to the history of many commitments in one statement. */
  public void addToAll(List<CommitmentRef> refs, CommitmentChange change) {
    jdbc.sql(
            """
            insert into commitment_change
              (ref, what, old_value, new_value, reason, changed_at, changed_by)
            select ref, cast(:what as varchar), cast(:from as varchar), cast(:to as varchar),
                   cast(:reason as varchar), cast(:at as timestamp with time zone),
                   cast(:by as varchar)
            from commitment
            where ref = any(:refs)
            """)
        .param("what", change.type().name())
        .param("from", change.from(), Types.VARCHAR)
        .param("to", change.to(), Types.VARCHAR)
        .param("reason", change.reason(), Types.VARCHAR)
        .param("at", JdbcCommitments.utc(change.at()))
        .param("by", change.by().value())
        .param("refs", refs.stream().map(CommitmentRef::value).toArray(String[]::new))
        .update();
  }

  /** Returns when a commitment was last fulfilled, withdrawn or carried over. */
  public Optional<Instant> lastEnd(CommitmentRef ref) {
    return jdbc.sql(
            """
            select max(changed_at) as ended_at
            from commitment_change
            where ref = :ref and what in ('FULFILLED', 'WITHDRAWN', 'CARRIED_OVER')
            having max(changed_at) is not null
            """)
        .param("ref", ref.value())
        .query((row, n) -> row.getObject("ended_at", OffsetDateTime.class).toInstant())
        .optional();
  }

  /** Returns the history of a commitment, also under earlier references, latest first. */
  List<CommitmentChange> changes(CommitmentRef ref) {
    return jdbc.sql(
            """
            select ref, what, old_value, new_value, reason, changed_at, changed_by
            from commitment_change
            where ref in (select e.earlier from commitment_earlier e where e.ref = :ref
                          union all
                          select cast(:ref as varchar))
            order by id desc
            """)
        .param("ref", ref.value())
        .query(
            (row, n) ->
                new CommitmentChange(
                    new CommitmentRef(row.getString("ref")),
                    CommitmentChange.Type.valueOf(row.getString("what")),
                    row.getString("old_value"),
                    row.getString("new_value"),
                    row.getString("reason"),
                    row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                    person(row.getString("changed_by"))))
        .list();
  }

  private static PersonId person(@Nullable String id) {
    return new PersonId(id == null ? "unknown" : id);
  }
}
