package eu.jalon.reminder.explain;

import eu.jalon.directory.Person;
import eu.jalon.directory.Viewer;
import eu.jalon.reminder.JdbcPauses;
import eu.jalon.reminder.Pauses;
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
public class LastReminders {

  private final JdbcLastReminders rows;
  private final JdbcPauses pauses;
  private final Clock clock;

  LastReminders(JdbcLastReminders rows, JdbcPauses pauses, Clock clock) {
    this.rows = rows;
    this.pauses = pauses;
    this.clock = clock;
  }

  /** By the ids of the items; one of which nothing is known is absent. */
  public Map<String, LastReminder> of(Collection<String> actionItemIds, Person reader) {
    Viewer.requireCoordinator(reader);
    if (actionItemIds.isEmpty()) {
      return Map.of();
    }
    LocalDate today = BrusselsTime.today(clock);
    Map<String, List<JdbcLastReminders.Row>> byItem =
        rows.of(actionItemIds).stream().collect(Collectors.groupingBy(JdbcLastReminders.Row::item));
    Pauses paused = pauses.of(actionItemIds);
    Map<String, LastReminder> last = new HashMap<>();
    for (String id : actionItemIds) {
      LocalDate until = paused.until(id);
      LastReminder reminder =
          remind(byItem.getOrDefault(id, List.of()), until.isAfter(today) ? until : null);
      if (!reminder.equals(LastReminder.NONE)) {
        last.put(id, reminder);
      }
    }
    return last;
  }

  private static LastReminder remind(
      List<JdbcLastReminders.Row> rows, @Nullable LocalDate pausedUntil) {
    List<LastReminder.Told> told =
        eachOnce(
            rows.stream().flatMap(row -> row.told().stream()).toList(), LastReminder.Told::person);
    LocalDate last = told.isEmpty() ? LocalDate.MIN : told.get(0).on();
    List<LastReminder.Held> held =
        eachOnce(
            rows.stream()
                .flatMap(row -> row.held().stream())
                .filter(each -> !each.on().isBefore(last))
                .filter(each -> told.stream().noneMatch(t -> t.person().equals(each.person())))
                .toList(),
            each -> String.valueOf(each.person()));
    return new LastReminder(told, held, pausedUntil);
  }

  /** Of several rows of one person the first, which is the latest. */
  private static <T> List<T> eachOnce(List<T> rows, Function<T, Object> person) {
    Map<Object, T> first = new LinkedHashMap<>();
    rows.forEach(row -> first.putIfAbsent(person.apply(row), row));
    return List.copyOf(first.values());
  }
}
