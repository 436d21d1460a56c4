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
 * One past or forecast reminder of an item.
 *
 * @param toldOn the day of the earlier reminder of this stage, if that is why there is none
 */
record ReminderRow(Said said, @Nullable LocalDate toldOn) {

  /** The reminders of one day. */
  record Day(LocalDate on, List<ReminderRow> reminders) {}

  /** The rows, each with the day of the recipient's earlier reminder, if recorded. */
  static List<ReminderRow> of(List<Said> said, List<Said> history) {
    return said.stream().map(each -> new ReminderRow(each, toldBefore(each, history))).toList();
  }

  /** Groups the reminders by day, in their order. */
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
