package eu.jalon.intake.store;

import eu.jalon.commitment.Track;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.intake.document.Span;
import eu.jalon.intake.draft.DraftField;
import eu.jalon.intake.draft.DraftFlag;
import eu.jalon.intake.draft.DraftItem;
import eu.jalon.intake.draft.DraftOrigin;
import eu.jalon.intake.draft.DraftOwners;
import eu.jalon.intake.draft.DraftTitles;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.text.TextColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The drafts of a declaration, counted without gaps however they are split and merged. */
@Repository
public class JdbcDraftItems {

  private final JdbcClient jdbc;
  private final NamedParameterJdbcOperations batches;
  private final JdbcDraftLeads leads;

  JdbcDraftItems(JdbcClient jdbc, NamedParameterJdbcOperations batches, JdbcDraftLeads leads) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.leads = leads;
  }

  private static final String COLUMNS =
      """
      n, theme, position, source_text, title, track, accountable,
      associated, deadline_rule, track_origin, accountable_origin, deadline_origin, deadline_start,
      deadline_end, flags, list, source_start, source_end, restricted, left_out,
      version
      """;

  private static final String CONTENT =
      """
      source_text = :text, title = :title, track = :track, accountable = :accountable,
      associated = :associated, deadline_rule = :deadline, track_origin = :trackOrigin,
      accountable_origin = :accountableOrigin, deadline_origin = :deadlineOrigin,
      deadline_start = :deadlineStart, deadline_end = :deadlineEnd, flags = :flags,
      source_start = :sourceStart, source_end = :sourceEnd, restricted = :restricted,
      left_out = :leftOut
      """;

  public List<DraftItem> of(UUID id) {
    Map<Integer, List<JdbcDraftLeads.Lead>> known = leads.of(id);
    return jdbc.sql("select " + COLUMNS + " from draft_item where declaration_id = :id order by n")
        .param("id", id)
        .query((row, number) -> item(row, known))
        .list();
  }

  public Optional<DraftItem> find(UUID id, int n) {
    Map<Integer, List<JdbcDraftLeads.Lead>> known = leads.of(id);
    return jdbc.sql("select " + COLUMNS + " from draft_item where declaration_id = :id and n = :n")
        .param("id", id)
        .param("n", n)
        .query((row, number) -> item(row, known))
        .optional();
  }

  public void insert(UUID id, List<DraftItem> items) {
    batches.batchUpdate(
        """
        insert into draft_item
          (declaration_id, n, theme, position, source_text, title, track,
           accountable, associated, deadline_rule, track_origin,
           accountable_origin, deadline_origin, deadline_start, deadline_end, flags, list,
           source_start, source_end, restricted, left_out, version)
        values
          (:id, :n, :theme, :position, :text, :title, :track,
           :accountable, :associated, :deadline, :trackOrigin,
           :accountableOrigin, :deadlineOrigin, :deadlineStart, :deadlineEnd, :flags, :list,
           :sourceStart, :sourceEnd, :restricted, :leftOut, :version)
        """,
        items.stream().map(item -> parameters(id, item)).toArray(MapSqlParameterSource[]::new));
    leads.insert(id, items);
  }

  /** Writes a draft over the version it names, and gives it a new one. */
  public int update(UUID id, DraftItem item, int newVersion) {
    int updated =
        batches.update(
            "update draft_item set "
                + CONTENT
                + """
                , version = :newVersion
                where declaration_id = :id and n = :n and version = :version
                """,
            parameters(id, item).addValue("newVersion", newVersion));
    if (updated == 1) {
      leads.replace(id, item);
    }
    return updated;
  }

  /**
   * A draft to be written over one that is kept.
   *
   * @param before the number under which it is kept now, 0 for one that is not kept yet
   */
  public record Placed(int before, DraftItem item) {}

  /** Writes all drafts of a declaration anew; those that are not among them are deleted. */
  public void replace(UUID id, List<Placed> placed) {
    Set<Integer> known =
        placed.stream().map(Placed::before).filter(n -> n > 0).collect(Collectors.toSet());
    batch(
        "delete from draft_item where declaration_id = :id and n = :n",
        of(id).stream()
            .map(DraftItem::n)
            .filter(n -> !known.contains(n))
            .map(n -> new MapSqlParameterSource("id", id).addValue("n", n)));
    leads.delete(id);
    jdbc.sql("update draft_item set n = -n where declaration_id = :id").param("id", id).update();
    batch(
        "update draft_item set "
            + CONTENT
            + """
            , n = :n, theme = :theme, position = :position, list = :list, version = :version
            where declaration_id = :id and n = -:before
            """,
        placed.stream()
            .filter(one -> one.before() > 0)
            .map(one -> parameters(id, one.item()).addValue("before", one.before())));
    leads.insert(id, placed.stream().filter(one -> one.before() > 0).map(Placed::item).toList());
    insert(id, placed.stream().filter(one -> one.before() == 0).map(Placed::item).toList());
  }

  /** The drafts that were kept before an act, each over the one that it is now. */
  public List<Placed> before(UUID id, int act) {
    Map<Long, Integer> now =
        jdbc
            .sql("select id, n from draft_item where declaration_id = :id")
            .param("id", id)
            .query((row, n) -> Map.entry(row.getLong("id"), row.getInt("n")))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    Map<Integer, List<JdbcDraftLeads.Lead>> known = leads.before(id, act);
    return jdbc.sql(
            "select id, "
                + COLUMNS
                + """
                from draft_item_earlier
                where declaration_id = :id and act = :act
                order by n
                """)
        .param("id", id)
        .param("act", act)
        .query((row, n) -> new Placed(now.getOrDefault(row.getLong("id"), 0), item(row, known)))
        .list();
  }

  private void batch(String sql, Stream<MapSqlParameterSource> rows) {
    MapSqlParameterSource[] all = rows.toArray(MapSqlParameterSource[]::new);
    if (all.length > 0) {
      batches.batchUpdate(sql, all);
    }
  }

  /** Higher than every version that a user can have seen. */
  public int revision(UUID id) {
    return jdbc.sql(
            "select coalesce(max(version), 0) + 1 from draft_item where declaration_id = :id")
        .param("id", id)
        .query(Integer.class)
        .single();
  }

  public void delete(UUID id, int n) {
    jdbc.sql("delete from draft_item where declaration_id = :id and n = :n")
        .param("id", id)
        .param("n", n)
        .update();
  }

  /**
   * Moves all drafts after a number by one place; by way of negative numbers, since the key is
   * checked row by row. A request with the old number carries a lower version.
   *
   * @param by 1 or -1
   */
  public void shift(UUID id, int after, int by, int newVersion) {
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
  public void renumber(UUID id, int theme) {
    List<int[]> rows =
        jdbc.sql(
                """
                select n, position, left_out from draft_item
                where declaration_id = :id and theme = :theme
                order by n
                """)
            .param("id", id)
            .param("theme", theme)
            .query(
                (row, n) ->
                    new int[] {
                      row.getInt("n"), row.getInt("position"), row.getBoolean("left_out") ? 0 : 1
                    })
            .list();
    List<MapSqlParameterSource> moved = new ArrayList<>();
    int place = 0;
    for (int[] row : rows) {
      place += row[2];
      if (row[1] != place) {
        moved.add(
            new MapSqlParameterSource("id", id).addValue("n", row[0]).addValue("place", place));
      }
    }
    batch(
        "update draft_item set position = :place where declaration_id = :id and n = :n",
        moved.stream());
  }

  /** Puts drafts into another theme. */
  public void move(UUID id, Set<Integer> numbers, int theme, int newVersion) {
    batch(
        """
        update draft_item set theme = :theme, version = :newVersion
        where declaration_id = :id and n = :n
        """,
        numbers.stream()
            .map(
                n ->
                    new MapSqlParameterSource("id", id)
                        .addValue("n", n)
                        .addValue("theme", theme)
                        .addValue("newVersion", newVersion)));
  }

  private static MapSqlParameterSource parameters(UUID id, DraftItem item) {
    MapSqlParameterSource parameters =
        new MapSqlParameterSource("id", id)
            .addValue("n", item.n())
            .addValue("theme", item.theme())
            .addValue("position", item.position())
            .addValue("text", item.text())
            .addValue("title", TextColumn.write(item.title().texts()))
            .addValue("track", text(item.track()))
            .addValue("accountable", text(item.owners().accountable()))
            .addValue(
                "associated",
                item.owners().associated().stream()
                    .map(MinistryCode::value)
                    .collect(Collectors.joining(",")))
            .addValue("deadline", text(item.deadline()))
            .addValue(
                "flags",
                item.flags().stream().map(DraftFlag::name).collect(Collectors.joining(",")))
            .addValue("list", item.list())
            .addValue("sourceStart", item.span().start())
            .addValue("sourceEnd", item.span().end())
            .addValue("restricted", item.restricted(), Types.BOOLEAN)
            .addValue("leftOut", item.leftOut())
            .addValue("version", item.version());
    origin(parameters, "track", item.origin(DraftField.TRACK));
    origin(parameters, "accountable", item.origin(DraftField.ACCOUNTABLE));
    origin(parameters, "deadline", item.origin(DraftField.DEADLINE));
    return parameters;
  }

  private static void origin(
      MapSqlParameterSource parameters, String field, @Nullable DraftOrigin origin) {
    Span span = origin == null ? Span.NONE : origin.span();
    parameters
        .addValue(field + "Origin", origin == null ? null : origin.kind().name())
        .addValue(field + "Start", span.start())
        .addValue(field + "End", span.end());
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static DraftItem item(ResultSet row, Map<Integer, List<JdbcDraftLeads.Lead>> leads)
      throws SQLException {
    List<JdbcDraftLeads.Lead> own = leads.getOrDefault(row.getInt("n"), List.of());
    Map<DraftField, DraftOrigin> origins = new HashMap<>();
    origin(row, "track", Span.NONE).ifPresent(origin -> origins.put(DraftField.TRACK, origin));
    origin(row, "accountable", Span.NONE)
        .ifPresent(origin -> origins.put(DraftField.ACCOUNTABLE, origin));
    origin(row, "deadline", new Span(row.getInt("deadline_start"), row.getInt("deadline_end")))
        .ifPresent(origin -> origins.put(DraftField.DEADLINE, origin));
    SortedMap<PartyCode, MinistryCode> ministries = new TreeMap<>();
    for (JdbcDraftLeads.Lead lead : own) {
      ministries.put(lead.party(), lead.ministry());
      if (lead.origin() != null) {
        origins.put(DraftField.lead(lead.party()), lead.origin());
      }
    }
    return new DraftItem(
        row.getInt("n"),
        row.getInt("theme"),
        row.getInt("position"),
        row.getString("source_text"),
        new DraftTitles(TextColumn.texts(row.getString("title"))),
        parsed(row.getString("track"), Track::valueOf),
        new DraftOwners(
            ministries,
            parsed(row.getString("accountable"), PartyCode::new),
            parts(row.getString("associated")).map(MinistryCode::new).toList()),
        parsed(row.getString("deadline_rule"), DeadlineRule::parse),
        origins,
        parts(row.getString("flags")).map(DraftFlag::valueOf).toList(),
        row.getInt("list"),
        new Span(row.getInt("source_start"), row.getInt("source_end")),
        row.getObject("restricted", Boolean.class),
        row.getBoolean("left_out"),
        row.getInt("version"));
  }

  private static Optional<DraftOrigin> origin(ResultSet row, String field, Span span)
      throws SQLException {
    return Optional.ofNullable(row.getString(field + "_origin"))
        .map(kind -> new DraftOrigin(DraftOrigin.Kind.valueOf(kind), span));
  }

  private static <T> @Nullable T parsed(@Nullable String text, Function<String, T> parser) {
    return text == null ? null : parser.apply(text);
  }

  private static Stream<String> parts(String joined) {
    return Arrays.stream(joined.split(",", -1)).filter(part -> !part.isEmpty());
  }
}
