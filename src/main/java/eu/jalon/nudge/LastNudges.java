package eu.jalon.nudge;

import eu.jalon.directory.Person;
import eu.jalon.register.Viewer;
import eu.jalon.shared.BrusselsTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the owners of many items were last reminded, in two statements; for coordinators. */
@Service
@Transactional(readOnly = true)
public class LastNudges {

  private final JdbcLastNudges rows;
  private final JdbcPauses pauses;
  private final Clock clock;

  LastNudges(JdbcLastNudges rows, JdbcPauses pauses, Clock clock) {
    this.rows = rows;
    this.pauses = pauses;
    this.clock = clock;
  }

  /** By the ids of the items; one of which nothing is known is absent. */
  public Map<String, LastNudge> of(Collection<String> actionItemIds, Person reader) {
    Viewer.requireCoordinator(reader);
    if (actionItemIds.isEmpty()) {
      return Map.of();
    }
    LocalDate today = BrusselsTime.today(clock);
    Map<String, List<JdbcLastNudges.Row>> byItem =
        rows.of(actionItemIds).stream().collect(Collectors.groupingBy(JdbcLastNudges.Row::item));
    Pauses paused = pauses.of(actionItemIds);
    Map<String, LastNudge> last = new HashMap<>();
    for (String id : actionItemIds) {
      LocalDate until = paused.until(id);
      LastNudge nudge =
          nudge(byItem.getOrDefault(id, List.of()), until.isAfter(today) ? until : null);
      if (!nudge.equals(LastNudge.NONE)) {
        last.put(id, nudge);
      }
    }
    return last;
  }

  private static LastNudge nudge(List<JdbcLastNudges.Row> rows, @Nullable LocalDate pausedUntil) {
    List<LastNudge.Told> told =
        eachOnce(
            rows.stream().flatMap(row -> row.told().stream()).toList(), LastNudge.Told::person);
    LocalDate last = told.isEmpty() ? LocalDate.MIN : told.get(0).on();
    List<LastNudge.Held> held =
        eachOnce(
            rows.stream()
                .flatMap(row -> row.held().stream())
                .filter(each -> !each.on().isBefore(last))
                .filter(each -> told.stream().noneMatch(t -> t.person().equals(each.person())))
                .toList(),
            each -> String.valueOf(each.person()));
    return new LastNudge(told, held, pausedUntil);
  }

  /** Of several rows of one person the first, which is the latest. */
  private static <T> List<T> eachOnce(List<T> rows, Function<T, Object> person) {
    Map<Object, T> first = new LinkedHashMap<>();
    rows.forEach(row -> first.putIfAbsent(person.apply(row), row));
    return List.copyOf(first.values());
  }
}
