package eu.jalon.intake.store;

import eu.jalon.intake.document.Span;
import eu.jalon.intake.draft.DraftField;
import eu.jalon.intake.draft.DraftItem;
import eu.jalon.intake.draft.DraftOrigin;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lead ministries of the drafts of a declaration. */
@Repository
class JdbcDraftLeads {

  /** The lead of one party in the draft of a number. */
  record Lead(int n, PartyCode party, MinistryCode ministry, @Nullable DraftOrigin origin) {}

  private final JdbcClient jdbc;
  private final NamedParameterJdbcOperations batches;

  JdbcDraftLeads(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** Returns the leads of a declaration by the number of the draft. */
  Map<Integer, List<Lead>> of(UUID id) {
    return jdbc
        .sql(
            """
            select n, party, ministry, origin, source_start, source_end
            from draft_lead
            where declaration_id = :id
            """)
        .param("id", id)
        .query(JdbcDraftLeads::lead)
        .list()
        .stream()
        .collect(Collectors.groupingBy(Lead::n));
  }

  /** Returns the leads that were kept before an act, by the number of the draft. */
  Map<Integer, List<Lead>> before(UUID id, int act) {
    return jdbc
        .sql(
            """
            select n, party, ministry, origin, source_start, source_end
            from draft_lead_earlier
            where declaration_id = :id and act = :act
            """)
        .param("id", id)
        .param("act", act)
        .query(JdbcDraftLeads::lead)
        .list()
        .stream()
        .collect(Collectors.groupingBy(Lead::n));
  }

  /** Deletes the leads of all drafts of a declaration. */
  void delete(UUID id) {
    jdbc.sql("delete from draft_lead where declaration_id = :id").param("id", id).update();
  }

  void insert(UUID id, List<DraftItem> items) {
    batches.batchUpdate(
        """
        insert into draft_lead
          (declaration_id, n, party, ministry, origin, source_start, source_end)
        values
          (:id, :n, :party, :ministry, :origin, :start, :end)
        """,
        items.stream()
            .flatMap(
                item ->
                    item.owners().leads().values().stream().map(lead -> parameters(id, item, lead)))
            .toArray(MapSqlParameterSource[]::new));
  }

  /** Writes the leads of a draft over those it had. */
  void replace(UUID id, DraftItem item) {
    jdbc.sql("delete from draft_lead where declaration_id = :id and n = :n")
        .param("id", id)
        .param("n", item.n())
        .update();
    insert(id, List.of(item));
  }

  private static MapSqlParameterSource parameters(UUID id, DraftItem item, MinistryCode lead) {
    DraftOrigin origin = item.origin(DraftField.lead(lead.party()));
    Span span = origin == null ? Span.NONE : origin.span();
    return new MapSqlParameterSource("id", id)
        .addValue("n", item.n())
        .addValue("party", lead.party().value())
        .addValue("ministry", lead.value())
        .addValue("origin", origin == null ? null : origin.kind().name())
        .addValue("start", span.start())
        .addValue("end", span.end());
  }

  private static Lead lead(ResultSet row, int n) throws SQLException {
    String kind = row.getString("origin");
    Span span = new Span(row.getInt("source_start"), row.getInt("source_end"));
    return new Lead(
        row.getInt("n"),
        new PartyCode(row.getString("party")),
        new MinistryCode(row.getString("ministry")),
        kind == null ? null : new DraftOrigin(DraftOrigin.Kind.valueOf(kind), span));
  }
}
