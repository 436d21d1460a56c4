package eu.jalon.intake.tracking;

import eu.jalon.commitment.ProgressStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The progress that drafts bring with them. */
@Repository
public class JdbcDraftReports {

  private final JdbcClient jdbc;
  private final NamedParameterJdbcOperations batches;

  JdbcDraftReports(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** Adds reports by the number of the draft. */
  void insert(UUID declaration, Map<Integer, DraftReport> reports) {
    batches.batchUpdate(
        """
        insert into draft_report (draft_id, status, text)
        select i.id, cast(:status as varchar(12)), cast(:text as varchar(4000))
        from draft_item i
        where i.declaration_id = :declaration and i.n = :n
        """,
        reports.entrySet().stream()
            .map(
                entry ->
                    new MapSqlParameterSource("declaration", declaration)
                        .addValue("n", entry.getKey())
                        .addValue("status", entry.getValue().status().name())
                        .addValue("text", entry.getValue().text()))
            .toArray(MapSqlParameterSource[]::new));
  }

  /** The reports of a declaration by the number of the draft. */
  public Map<Integer, DraftReport> of(UUID declaration) {
    Map<Integer, DraftReport> reports = new HashMap<>();
    jdbc.sql(
            """
            select i.n, r.status, r.text
            from draft_report r
            join draft_item i on i.id = r.draft_id
            where i.declaration_id = :declaration
            """)
        .param("declaration", declaration)
        .query(
            (row, n) ->
                reports.put(
                    row.getInt("n"),
                    new DraftReport(
                        ProgressStatus.valueOf(row.getString("status")), row.getString("text"))))
        .list();
    return reports;
  }
}
