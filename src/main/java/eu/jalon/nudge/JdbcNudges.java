package eu.jalon.nudge;

import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Nudges as rows, read and written many at a time. */
@Repository
class JdbcNudges {

  private static final int CHUNK = 1000;

  private static final String SELECT =
      """
      select on_date, action_item_id, ref, person_id, audience, stage, due_on, letter_id, suppressed
      from nudge
      """;

  private final JdbcClient jdbc;
  private final NamedParameterJdbcOperations batches;

  JdbcNudges(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** Everything on record about the given items. */
  Earlier earlier(Collection<String> actionItemIds) {
    return new Earlier(
        jdbc.sql(
                """
                select distinct action_item_id, due_on, person_id, audience, stage, suppressed
                from nudge
                where action_item_id in (:ids)
                """)
            .param("ids", actionItemIds)
            .query(
                (row, n) ->
                    new Earlier.Entry(
                        new Nudge.Trace(
                            row.getString("action_item_id"),
                            new DueDate(row.getObject("due_on", LocalDate.class)),
                            person(row),
                            Audience.valueOf(row.getString("audience"))),
                        new Stage(row.getString("stage")),
                        suppression(row)))
            .list());
  }

  /** Writes nudges, each beside the letter of its person where there is one. */
  void insert(LocalDate on, List<Nudge> nudges, Map<PersonId, UUID> letters) {
    for (int from = 0; from < nudges.size(); from += CHUNK) {
      List<Nudge> chunk = nudges.subList(from, Math.min(nudges.size(), from + CHUNK));
      batches.batchUpdate(
          """
          insert into nudge
            (on_date, action_item_id, ref, person_id, audience, stage, due_on, letter_id,
             suppressed)
          values
            (:on, :item, :ref, :person, :audience, :stage, :dueOn, cast(:letter as uuid),
             :suppressed)
          """,
          chunk.stream()
              .map(nudge -> row(on, nudge, letters))
              .toArray(MapSqlParameterSource[]::new));
    }
  }

  List<NudgeEntry> ofLetter(UUID letter) {
    return jdbc.sql(SELECT + "where letter_id = :letter order by due_on, action_item_id")
        .param("letter", letter)
        .query(JdbcNudges::entry)
        .list();
  }

  List<NudgeEntry> ofItem(String actionItemId, int limit) {
    return jdbc.sql(
            SELECT + "where action_item_id = :item order by on_date desc, id desc limit :limit")
        .param("item", actionItemId)
        .param("limit", limit)
        .query(JdbcNudges::entry)
        .list();
  }

  List<NudgeEntry> about(CommitmentRef ref, int limit) {
    return jdbc.sql(SELECT + "where ref = :ref order by on_date desc, id desc limit :limit")
        .param("ref", ref.value())
        .param("limit", limit)
        .query(JdbcNudges::entry)
        .list();
  }

  private static MapSqlParameterSource row(LocalDate on, Nudge nudge, Map<PersonId, UUID> letters) {
    PersonId person = nudge.recipient().map(each -> each.id()).orElse(null);
    UUID letter = person == null ? null : letters.get(person);
    return new MapSqlParameterSource("on", on)
        .addValue("item", nudge.item().id())
        .addValue("ref", nudge.item().ref().value())
        .addValue("person", person == null ? null : person.value())
        .addValue("audience", nudge.audience().name())
        .addValue("stage", nudge.stage().code())
        .addValue("dueOn", nudge.due().day())
        .addValue("letter", letter)
        .addValue("suppressed", nudge.suppressed().map(Enum::name).orElse(null));
  }

  private static NudgeEntry entry(ResultSet row, int n) throws SQLException {
    return new NudgeEntry(
        row.getObject("on_date", LocalDate.class),
        row.getString("action_item_id"),
        new CommitmentRef(row.getString("ref")),
        person(row),
        Audience.valueOf(row.getString("audience")),
        row.getString("stage"),
        new DueDate(row.getObject("due_on", LocalDate.class)),
        row.getObject("letter_id", UUID.class),
        suppression(row));
  }

  private static @Nullable PersonId person(ResultSet row) throws SQLException {
    String id = row.getString("person_id");
    return id == null ? null : new PersonId(id);
  }

  private static @Nullable Suppression suppression(ResultSet row) throws SQLException {
    String name = row.getString("suppressed");
    return name == null ? null : Suppression.valueOf(name);
  }
}
