package eu.jalon.register;

import eu.jalon.shared.MinistryCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A WHERE clause put together from fixed conditions and named parameters. */
final class Where {

  private static final String OF_MINISTRY =
      """
      (c.lead_be = :%1$s or c.lead_fr = :%1$s or exists
        (select 1 from commitment_associate a where a.ref = c.ref and a.ministry = :%1$s))
      """;

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> parameters = new LinkedHashMap<>();

  Where and(String condition) {
    conditions.add(condition);
    return this;
  }

  Where and(String condition, String name, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      parameters.put(name, value);
    }
    return this;
  }

  Where visibleTo(Viewer viewer) {
    return ofMinistry("viewer", viewer.only().orElse(null));
  }

  Where matching(CommitmentFilter filter, LocalDate today) {
    and(
        "c.origin_id = :origin",
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
    List<String> words = filter.text() == null ? List.of() : SearchText.patterns(filter.text());
    for (int i = 0; i < words.size(); i++) {
      and("c.search_text like :word" + i + " escape '!'", "word" + i, words.get(i));
    }
    return this;
  }

  private Where ofMinistry(String name, @Nullable MinistryCode ministry) {
    return and(OF_MINISTRY.formatted(name), name, ministry == null ? null : ministry.value());
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }

  String sql() {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  Map<String, Object> parameters() {
    return parameters;
  }
}
