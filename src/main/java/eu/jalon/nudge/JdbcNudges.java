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

  private static final int CHUNK = 5000;

  private static final String SELECT =
      """
      select id, on_date, action_item_id, ref, person_id, audience, stage, rule, stands_for, due_on,
             letter_id, suppressed, outcome, first_told
      from nudge
      """;

  private final JdbcClient jdbc;
  private final NamedParameterJdbcOperations batches;

  JdbcNudges(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /**
   * What is on record about the given items with the due dates they have now, up to a day. A nudge
   * counts as given where its letter was sent or is on its way; not where the letter was dropped or
   * refused, where its day went by, nor where it left the item out.
   */
  Earlier earlier(Collection<String> actionItemIds, LocalDate day) {
    return new Earlier(
        jdbc.sql(
                """
                select n.action_item_id, n.due_on, n.person_id, n.audience, n.stage, n.suppressed,
                       max(n.on_date) as last_on
                from nudge n
                join action_item i on i.id = n.action_item_id and i.due_on = n.due_on
                left join letter l on l.id = n.letter_id
                where n.action_item_id in (:ids) and n.on_date <= :day and n.outcome is null
                  and (n.letter_id is null
                    or l.status in ('SENT', 'SENDING')
                    or (l.status in ('QUEUED', 'RETRY', 'UNKNOWN') and l.on_date = :day))
                group by n.action_item_id, n.due_on, n.person_id, n.audience, n.stage, n.suppressed
                """)
            .param("ids", actionItemIds)
            .param("day", day)
            .query(
                (row, n) ->
                    new Earlier.Entry(
                        new Nudge.Trace(
                            row.getString("action_item_id"),
                            new DueDate(row.getObject("due_on", LocalDate.class)),
                            person(row, "person_id"),
                            Audience.valueOf(row.getString("audience"))),
                        Stage.valueOf(row.getString("stage")),
                        suppression(row),
                        row.getObject("last_on", LocalDate.class)))
            .list());
  }

  /** Writes nudges, each beside the letter of its person where there is one. */
  void insert(LocalDate on, List<Nudge> nudges, Map<PersonId, UUID> letters) {
    for (int from = 0; from < nudges.size(); from += CHUNK) {
      List<Nudge> chunk = nudges.subList(from, Math.min(nudges.size(), from + CHUNK));
      batches.batchUpdate(
          """
          insert into nudge
            (on_date, action_item_id, ref, person_id, audience, stage, rule, stands_for, due_on,
             letter_id, suppressed, first_told)
          values
            (:on, :item, :ref, :person, :audience, :stage, :rule, :standsFor, :dueOn,
             cast(:letter as uuid), :suppressed, :firstTold)
          """,
          chunk.stream()
              .map(nudge -> row(on, nudge, letters))
              .toArray(MapSqlParameterSource[]::new));
    }
  }

  List<NudgeEntry> ofLetters(Collection<UUID> letters) {
    return jdbc.sql(SELECT + "where letter_id in (:letters) order by due_on, action_item_id, id")
        .param("letters", letters)
        .query(JdbcNudges::entry)
        .list();
  }

  /** What is on record about an item up to a day, latest first. */
  List<NudgeEntry> ofItem(String actionItemId, LocalDate until, int limit) {
    return jdbc.sql(
            SELECT
                + """
                where action_item_id = :item and on_date <= :until
                order by on_date desc, id desc
                limit :limit
                """)
        .param("item", actionItemId)
        .param("until", until)
        .param("limit", limit)
        .query(JdbcNudges::entry)
        .list();
  }

  /** Writes down why letters leave nudges out, or that they do not after all. */
  void outcomes(Map<Long, @Nullable Outcome> byId) {
    batches.batchUpdate(
        "update nudge set outcome = :outcome where id = :id",
        byId.entrySet().stream()
            .map(
                e -> {
                  Outcome outcome = e.getValue();
                  return new MapSqlParameterSource("id", e.getKey())
                      .addValue("outcome", outcome == null ? null : outcome.name());
                })
            .toArray(MapSqlParameterSource[]::new));
  }

  private static MapSqlParameterSource row(LocalDate on, Nudge nudge, Map<PersonId, UUID> letters) {
    PersonId person = nudge.recipient().map(each -> each.id()).orElse(null);
    UUID letter = person == null || nudge.suppressed().isPresent() ? null : letters.get(person);
    PersonId standsFor = nudge.standsFor();
    return new MapSqlParameterSource("on", on)
        .addValue("item", nudge.item().id())
        .addValue("ref", nudge.item().ref().value())
        .addValue("person", person == null ? null : person.value())
        .addValue("audience", nudge.audience().name())
        .addValue("stage", nudge.stage().name())
        .addValue("rule", nudge.rule())
        .addValue("standsFor", standsFor == null ? null : standsFor.value())
        .addValue("dueOn", nudge.due().day())
        .addValue("letter", letter)
        .addValue("suppressed", nudge.suppressed().map(Enum::name).orElse(null))
        .addValue("firstTold", nudge.firstTold());
  }

  private static NudgeEntry entry(ResultSet row, int n) throws SQLException {
    String outcome = row.getString("outcome");
    return new NudgeEntry(
        row.getLong("id"),
        row.getObject("on_date", LocalDate.class),
        row.getString("action_item_id"),
        new CommitmentRef(row.getString("ref")),
        person(row, "person_id"),
        Audience.valueOf(row.getString("audience")),
        Stage.valueOf(row.getString("stage")),
        row.getString("rule"),
        person(row, "stands_for"),
        new DueDate(row.getObject("due_on", LocalDate.class)),
        row.getObject("letter_id", UUID.class),
        suppression(row),
        outcome == null ? null : Outcome.valueOf(outcome),
        row.getBoolean("first_told"));
  }

  private static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
    String id = row.getString(column);
    return id == null ? null : new PersonId(id);
  }

  private static @Nullable Suppression suppression(ResultSet row) throws SQLException {
    String name = row.getString("suppressed");
    return name == null ? null : Suppression.valueOf(name);
  }
}
