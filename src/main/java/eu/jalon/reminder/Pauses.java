package eu.jalon.reminder;

import java.time.LocalDate;
import java.util.Map;

/** The pauses that owners have set, by the id of the action item. */
public record Pauses(Map<String, LocalDate> byItem) {

  static final Pauses NONE = new Pauses(Map.of());

  /** The first day with reminders again; {@link LocalDate#MIN} if there is no pause. */
  public LocalDate until(String actionItemId) {
    return byItem.getOrDefault(actionItemId, LocalDate.MIN);
  }
}
