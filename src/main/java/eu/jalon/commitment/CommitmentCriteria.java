package eu.jalon.commitment;

import eu.jalon.directory.Viewer;
import eu.jalon.shared.MinistryCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds a WHERE clause on commitments from fixed conditions and named parameters. */
public final class CommitmentCriteria {

  /** The planner looks up few commitments one by one, and compares many with a hash table. */
  private static final String OF_MINISTRY =
      """
      (exists (select 1 from commitment_lead l where l.ref = c.ref and l.ministry = :%1$s)
       or exists (select 1 from commitment_associate a where a.ref = c.ref and a.ministry = :%1$s))
      """;

  /**
   * The condition on commitments {@code c} that are overdue on the day {@code :today}, as {@link
   * Commitment#overdueDays} defines it.
   */
  public static final String OVERDUE = "c.status = 'IN_PROGRESS' and c.due_on < :today";

  private static final String OF_SERIES =
      "%s.meeting_id in (select m.id from commitment_meeting m where m.series_id in"
          + " (:viewerSeries))";

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> parameters = new LinkedHashMap<>();

  /** Adds a condition without parameters. */
  public CommitmentCriteria and(String condition) {
    conditions.add(condition);
    return this;
  }

  /** Adds a condition with one named parameter, unless the value is null. */
  public CommitmentCriteria and(String condition, String name, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      parameters.put(name, value);
    }
    return this;
  }

  /** Restricts the result to commitments that the viewer may see. */
  public CommitmentCriteria visibleTo(Viewer viewer) {
    return visibleTo(viewer, "c");
  }

  /**
   * The same for another table that is joined with the commitments.
   *
   * @param table the alias of a table with a column {@code meeting_id}
   */
  CommitmentCriteria visibleTo(Viewer viewer, String table) {
    return inSeriesOf(viewer, table).ofMinistry("viewer", viewer.only().orElse(null));
  }

  /** Restricts the result to commitments of the viewer's series. */
  public CommitmentCriteria inSeriesOf(Viewer viewer) {
    return inSeriesOf(viewer, "c");
  }

  /**
   * The same for another table.
   *
   * @param table the alias of a table with a column {@code meeting_id}
   */
  public CommitmentCriteria inSeriesOf(Viewer viewer, String table) {
    Set<String> series = viewer.series().orElse(null);
    return series != null && series.isEmpty()
        ? and("1 = 0")
        : and(OF_SERIES.formatted(table), "viewerSeries", series);
  }

  /**
   * Restricts the result to commitments whose reference, title, theme, summary or source contains
   * the words; tests each row, so that other conditions should leave few.
   */
  public CommitmentCriteria containing(@Nullable String text) {
    SearchText.Query query = SearchText.query(text);
    if (query.isEmpty()) {
      return this;
    }
    CommitmentCriteria words =
        new CommitmentCriteria().and("s.ref = c.ref").containing(query, false);
    parameters.putAll(words.parameters);
    return and("exists (select 1 from commitment_search s" + words.sql() + ")");
  }

  /** Restricts the result to a filter, except for its text. */
  CommitmentCriteria matching(CommitmentFilter filter, LocalDate today) {
    and(
        "c.meeting_id = :meeting",
        "meeting",
        filter.meeting() == null ? null : filter.meeting().value());
    and("c.theme = :theme", "theme", filter.theme());
    ofMinistry("ministry", filter.ministry());
    and("c.track = :track", "track", name(filter.track()));
    and("c.status = :status", "status", name(filter.status()));
    and("c.health = :health", "health", name(filter.health()));
    if (filter.overdue()) {
      and(OVERDUE, "today", today);
    }
    and(
        "c.accountable = :accountable",
        "accountable",
        filter.accountable() == null ? null : filter.accountable().value());
    and(
        "c.ref in (select l.ref from commitment_lead l where l.ministry = :lead)",
        "lead",
        filter.lead() == null ? null : filter.lead().value());
    and("c.priority = :priority", "priority", name(filter.priority()));
    and("c.due_on >= :dueFrom", "dueFrom", filter.dueFrom());
    return and("c.due_on <= :dueUntil", "dueUntil", filter.dueUntil());
  }

  /**
   * Restricts the search texts {@code s} to those with the words. The index finds single words;
   * LIKE also checks the order of words in a phrase.
   *
   * @param indexed whether the database has an index of the words
   */
  CommitmentCriteria containing(SearchText.Query query, boolean indexed) {
    if (indexed && !query.isEmpty()) {
      and("s.lexemes @@ cast(:lexemes as tsquery)", "lexemes", query.lexemes());
    }
    List<String> patterns = indexed ? query.phrases() : query.patterns();
    for (int i = 0; i < patterns.size(); i++) {
      and("s.words like :words" + i, "words" + i, patterns.get(i));
    }
    return this;
  }

  private CommitmentCriteria ofMinistry(String name, @Nullable MinistryCode ministry) {
    return and(OF_MINISTRY.formatted(name), name, ministry == null ? null : ministry.value());
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }

  /** Returns the WHERE clause with a leading space; empty without conditions. */
  public String sql() {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  /** Returns the conditions to append to a WHERE clause, with a leading space. */
  public String andSql() {
    return conditions.isEmpty() ? "" : " and " + String.join(" and ", conditions);
  }

  public Map<String, Object> parameters() {
    return parameters;
  }
}
