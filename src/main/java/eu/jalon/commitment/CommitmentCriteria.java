package eu.jalon.commitment;

import eu.jalon.directory.Viewer;
import eu.jalon.shared.MinistryCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A WHERE clause put together from fixed conditions and named parameters. */
public final class CommitmentCriteria {

  private static final String OF_MINISTRY =
      """
      (c.lead_be = :%1$s or c.lead_fr = :%1$s or exists
        (select 1 from commitment_associate a where a.ref = c.ref and a.ministry = :%1$s))
      """;

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> parameters = new LinkedHashMap<>();

  public CommitmentCriteria and(String condition) {
    conditions.add(condition);
    return this;
  }

  public CommitmentCriteria and(String condition, String name, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      parameters.put(name, value);
    }
    return this;
  }

  public CommitmentCriteria visibleTo(Viewer viewer) {
    return ofMinistry("viewer", viewer.only().orElse(null));
  }

  /** How the database comes by the words that are looked for; each way finds the same. */
  enum Words {
    /** It reads all of them. */
    READ,

    /** It asks its index when it thinks that is best. */
    INDEXED,

    /** It asks its index first; it cannot know by itself that a word is rare. */
    INDEXED_FIRST,

    /** It goes through the list and looks at the words of each; it cannot know that many match. */
    ONE_BY_ONE
  }

  CommitmentCriteria matching(CommitmentFilter filter, LocalDate today, Words how) {
    and(
        "c.meeting_id = :origin",
        "origin",
        filter.origin() == null ? null : filter.origin().value());
    and("c.theme = :theme", "theme", filter.theme());
    ofMinistry("ministry", filter.ministry());
    and("c.track = :track", "track", name(filter.track()));
    and("c.status = :status", "status", name(filter.status()));
    and("c.health = :health", "health", name(filter.health()));
    if (filter.overdue()) {
      and("c.status = 'IN_PROGRESS' and c.due_on < :today", "today", today);
    }
    and("c.accountable = :accountable", "accountable", name(filter.accountable()));
    and("c.due_on >= :dueFrom", "dueFrom", filter.dueFrom());
    and("c.due_on <= :dueUntil", "dueUntil", filter.dueUntil());
    return filter.text() == null ? this : saying(SearchText.query(filter.text()), how);
  }

  /** The index knows single words, LIKE also what follows what. */
  private CommitmentCriteria saying(SearchText.Query query, Words how) {
    boolean indexed = how != Words.READ;
    CommitmentCriteria words = new CommitmentCriteria();
    if (indexed && !query.isEmpty()) {
      words.and("s.lexemes @@ cast(:lexemes as tsquery)", "lexemes", query.lexemes());
    }
    List<String> patterns = indexed ? query.phrases() : query.patterns();
    for (int i = 0; i < patterns.size(); i++) {
      words.and("s.words like :words" + i, "words" + i, patterns.get(i));
    }
    parameters.putAll(words.parameters);
    return words.conditions.isEmpty()
        ? this
        : and(
            switch (how) {
              case READ, INDEXED -> among(words, "");
              case INDEXED_FIRST -> among(words, " offset 0");
              case ONE_BY_ONE ->
                  "exists (select 1 from commitment_search s"
                      + words.and("s.ref = c.ref").sql()
                      + " offset 0)";
            });
  }

  private static String among(CommitmentCriteria words, String end) {
    return "c.ref in (select s.ref from commitment_search s" + words.sql() + end + ")";
  }

  private CommitmentCriteria ofMinistry(String name, @Nullable MinistryCode ministry) {
    return and(OF_MINISTRY.formatted(name), name, ministry == null ? null : ministry.value());
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }

  public String sql() {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  public Map<String, Object> parameters() {
    return parameters;
  }
}
