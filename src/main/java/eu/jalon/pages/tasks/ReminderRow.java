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
 * What one person was or would be told, as the page of an item's reminders shows it.
 *
 * @param toldOn when he heard of it at this stage, where that is why he does not hear again
 */
record ReminderRow(Entry entry, @Nullable LocalDate toldOn) {

  /** The reminders of one day. */
  record Day(LocalDate on, List<ReminderRow> reminders) {}

  /** Each with the day its reader was told before, as far as that is on record. */
  static List<ReminderRow> of(List<Entry> entries, List<Entry> history) {
    return entries.stream().map(each -> new ReminderRow(each, toldBefore(each, history))).toList();
  }

  /** By day, in the order in which they come. */
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
