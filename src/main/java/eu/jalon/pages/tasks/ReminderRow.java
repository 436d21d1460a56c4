package eu.jalon.pages.tasks;

import eu.jalon.reminder.explain.Explanation.Entry;
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
record ReminderRow(Entry entry, @Nullable LocalDate toldOn) {

  /** The reminders of one day. */
  record Day(LocalDate on, List<ReminderRow> reminders) {}

  /** The rows, each with the day of the recipient's earlier reminder, if recorded. */
  static List<ReminderRow> of(List<Entry> entries, List<Entry> history) {
    return entries.stream().map(each -> new ReminderRow(each, toldBefore(each, history))).toList();
  }

  /** Groups the reminders by day, in their order. */
  static List<Day> byDay(List<Entry> history) {
    Map<LocalDate, List<ReminderRow>> days = new LinkedHashMap<>();
    for (Entry entry : history) {
      days.computeIfAbsent(entry.on(), on -> new ArrayList<>()).add(new ReminderRow(entry, null));
    }
    return days.entrySet().stream().map(day -> new Day(day.getKey(), day.getValue())).toList();
  }

  private static @Nullable LocalDate toldBefore(Entry entry, List<Entry> history) {
    return history.stream()
        .filter(earlier -> earlier.suppression() == null && earlier.omission() == null)
        .filter(earlier -> !earlier.on().isAfter(entry.on()))
        .filter(earlier -> earlier.stage() == entry.stage() && earlier.due().equals(entry.due()))
        .filter(earlier -> Objects.equals(earlier.person(), entry.person()))
        .map(Entry::on)
        .findFirst()
        .orElse(null);
  }
}
