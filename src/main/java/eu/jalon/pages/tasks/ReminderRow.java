package eu.jalon.pages.tasks;

import eu.jalon.reminder.explain.Explanation.Said;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one person was or would be told, as the page of an item's reminders shows it.
 *
 * @param toldOn when he heard of it at this stage, where that is why he does not hear again
 */
record ReminderRow(Said said, @Nullable LocalDate toldOn) {

  /** The reminders of one day. */
  record Day(LocalDate on, List<ReminderRow> reminders) {}

  /** Each with the day its reader was told before, as far as that is on record. */
  static List<ReminderRow> of(List<Said> said, List<Said> history) {
    return said.stream().map(each -> new ReminderRow(each, toldBefore(each, history))).toList();
  }

  /** By day, in the order in which they come. */
  static List<Day> byDay(List<Said> history) {
    Map<LocalDate, List<ReminderRow>> days = new LinkedHashMap<>();
    for (Said said : history) {
      days.computeIfAbsent(said.on(), on -> new ArrayList<>()).add(new ReminderRow(said, null));
    }
    return days.entrySet().stream().map(day -> new Day(day.getKey(), day.getValue())).toList();
  }

  private static @Nullable LocalDate toldBefore(Said said, List<Said> history) {
    return history.stream()
        .filter(earlier -> earlier.suppression() == null && earlier.outcome() == null)
        .filter(earlier -> !earlier.on().isAfter(said.on()))
        .filter(earlier -> earlier.stage() == said.stage() && earlier.due().equals(said.due()))
        .filter(earlier -> Objects.equals(earlier.person(), said.person()))
        .map(Said::on)
        .findFirst()
        .orElse(null);
  }
}
