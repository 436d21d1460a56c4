package eu.jalon.intake;

import eu.jalon.commitment.Leads;
import eu.jalon.commitment.Track;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.shared.Country;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The drafts of a declaration, counted without gaps however they are split and merged. */
@Repository
class JdbcDraftItems {

  private final JdbcClient jdbc;
  private final NamedParameterJdbcOperations batches;

  JdbcDraftItems(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  List<DraftItem> of(UUID id) {
    return jdbc.sql(
            """
            select n, theme, position, source_text, title_fr, title_nl, track, lead_be, lead_fr,
                   accountable, associated, deadline_rule, left_out, version
            from draft_item
            where declaration_id = :id
            order by n
            """)
        .param("id", id)
        .query(JdbcDraftItems::item)
        .list();
  }

  void insert(UUID id, List<DraftItem> items) {
    batches.batchUpdate(
        """
        insert into draft_item
          (declaration_id, n, theme, position, source_text, title_fr, title_nl, track, lead_be,
           lead_fr, accountable, associated, deadline_rule, left_out, version)
        values
          (:id, :n, :theme, :position, :text, :titleFr, :titleNl, :track, :leadBe,
           :leadFr, :accountable, :associated, :deadline, :leftOut, :version)
        """,
        items.stream().map(item -> parameters(id, item)).toArray(MapSqlParameterSource[]::new));
  }

  /** Writes a draft over the version it names, and gives it a new one. */
  int update(UUID id, DraftItem item, int newVersion) {
    return batches.update(
        """
        update draft_item
        set source_text = :text, title_fr = :titleFr, title_nl = :titleNl, track = :track,
            lead_be = :leadBe, lead_fr = :leadFr, accountable = :accountable,
            associated = :associated, deadline_rule = :deadline, left_out = :leftOut,
            version = :newVersion
        where declaration_id = :id and n = :n and version = :version
        """,
        parameters(id, item).addValue("newVersion", newVersion));
  }

  void delete(UUID id, int n) {
    jdbc.sql("delete from draft_item where declaration_id = :id and n = :n")
        .param("id", id)
        .param("n", n)
        .update();
  }

  /**
   * Moves all drafts after a number by one place; by way of negative numbers, since the key is
   * checked row by row. Whoever still knows them by their old number holds a lower version.
   *
   * @param by 1 or -1
   */
  void shift(UUID id, int after, int by, int newVersion) {
    jdbc.sql(
            """
            update draft_item
            set n = -(n + :by), version = :newVersion
            where declaration_id = :id and n > :after
            """)
        .param("by", by)
        .param("newVersion", newVersion)
        .param("id", id)
        .param("after", after)
        .update();
    jdbc.sql("update draft_item set n = -n where declaration_id = :id and n < 0")
        .param("id", id)
        .update();
  }

  /** Counts the places of a theme anew; what is left out takes none. */
  void renumber(UUID id, int theme) {
    jdbc.sql(
            """
            update draft_item
            set position =
              (select count(*) from draft_item e
               where e.declaration_id = draft_item.declaration_id and e.theme = draft_item.theme
                 and e.n <= draft_item.n and not e.left_out)
            where declaration_id = :id and theme = :theme
            """)
        .param("id", id)
        .param("theme", theme)
        .update();
  }

  private static MapSqlParameterSource parameters(UUID id, DraftItem item) {
    return new MapSqlParameterSource("id", id)
        .addValue("n", item.n())
        .addValue("theme", item.theme())
        .addValue("position", item.position())
        .addValue("text", item.text())
        .addValue("titleFr", item.title().fr())
        .addValue("titleNl", item.title().nl())
        .addValue("track", item.track().name())
        .addValue("leadBe", item.owners().leadBe().value())
        .addValue("leadFr", item.owners().leadFr().value())
        .addValue("accountable", item.owners().accountable().name())
        .addValue(
            "associated",
            item.owners().associated().stream()
                .map(MinistryCode::value)
                .collect(Collectors.joining(",")))
        .addValue("deadline", item.deadline().toString())
        .addValue("leftOut", item.leftOut())
        .addValue("version", item.version());
  }

  private static DraftItem item(ResultSet row, int n) throws SQLException {
    return new DraftItem(
        row.getInt("n"),
        row.getInt("theme"),
        row.getInt("position"),
        row.getString("source_text"),
        LocalText.of(row.getString("title_fr"), row.getString("title_nl")),
        Track.valueOf(row.getString("track")),
        new Leads(
            new MinistryCode(row.getString("lead_be")),
            new MinistryCode(row.getString("lead_fr")),
            Country.valueOf(row.getString("accountable")),
            Arrays.stream(row.getString("associated").split(","))
                .filter(code -> !code.isEmpty())
                .map(MinistryCode::new)
                .toList()),
        DeadlineRule.parse(row.getString("deadline_rule")),
        row.getBoolean("left_out"),
        row.getInt("version"));
  }
}
