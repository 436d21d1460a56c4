package eu.jalon.reminder;

import java.time.LocalDate;
import java.util.Map;

/** Until when nobody is reminded of which items, because somebody said that he is on it. */
public record Pauses(Map<String, LocalDate> byItem) {

  static final Pauses NONE = new Pauses(Map.of());

  /** The first day on which reminders go on; long past where there is no pause. */
  public LocalDate until(String actionItemId) {
    return byItem.getOrDefault(actionItemId, LocalDate.MIN);
  }
}
