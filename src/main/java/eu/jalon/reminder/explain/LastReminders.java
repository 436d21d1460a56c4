package eu.jalon.reminder.explain;

import eu.jalon.directory.Person;
import eu.jalon.directory.Today;
import eu.jalon.directory.Viewer;
import eu.jalon.reminder.JdbcPauses;
import eu.jalon.reminder.Pauses;
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

/** Reads the last reminders of many items with two SQL statements; for coordinators. */
@Service
@Transactional(readOnly = true)
public class LastReminders {

  private final JdbcLastReminders rows;
  private final JdbcPauses pauses;
  private final Today today;

  LastReminders(JdbcLastReminders rows, JdbcPauses pauses, Today today) {
    this.rows = rows;
    this.pauses = pauses;
    this.today = today;
  }

  /** The last reminders by item id; without items that have none. */
  public Map<String, LastReminder> of(Collection<String> actionItemIds, Person reader) {
    Viewer.requireCoordinator(reader);
    if (actionItemIds.isEmpty()) {
      return Map.of();
    }
    LocalDate day = today.of(reader);
    Map<String, List<JdbcLastReminders.Row>> byItem =
        rows.of(actionItemIds).stream().collect(Collectors.groupingBy(JdbcLastReminders.Row::item));
    Pauses paused = pauses.of(actionItemIds);
    Map<String, LastReminder> last = new HashMap<>();
    for (String id : actionItemIds) {
      LocalDate until = paused.until(id);
      LastReminder reminder =
          lastReminder(byItem.getOrDefault(id, List.of()), until.isAfter(day) ? until : null);
      if (!reminder.equals(LastReminder.NONE)) {
        last.put(id, reminder);
      }
    }
    return last;
  }

  private static LastReminder lastReminder(
      List<JdbcLastReminders.Row> rows, @Nullable LocalDate pausedUntil) {
    List<LastReminder.Sent> sent =
        firstPerPerson(
            rows.stream().flatMap(row -> row.sent().stream()).toList(), LastReminder.Sent::person);
    LocalDate last = sent.isEmpty() ? LocalDate.MIN : sent.get(0).on();
    List<LastReminder.Suppressed> suppressed =
        firstPerPerson(
            rows.stream()
                .flatMap(row -> row.suppressed().stream())
                .filter(row -> !row.on().isBefore(last))
                .filter(row -> sent.stream().noneMatch(s -> s.person().equals(row.person())))
                .toList(),
            row -> String.valueOf(row.person()));
    return new LastReminder(sent, suppressed, pausedUntil);
  }

  /** The first row of each person, which is the latest. */
  private static <T> List<T> firstPerPerson(List<T> rows, Function<T, Object> person) {
    Map<Object, T> first = new LinkedHashMap<>();
    rows.forEach(row -> first.putIfAbsent(person.apply(row), row));
    return List.copyOf(first.values());
  }
}
