package eu.jalon.reminder.wording;

import eu.jalon.mail.message.CalendarFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calendar file of a digest: one event for each due date that is new to the recipient. */
final class DigestCalendar {

  private final EmailMessages texts;
  private final DeadlineEvents events;

  DigestCalendar(EmailMessages texts, DeadlineEvents events) {
    this.texts = texts;
    this.events = events;
  }

  /** The file, earliest due date first; empty without new due dates. */
  Optional<CalendarFile> of(List<DigestItem> items) {
    Map<String, CalendarFile.Event> byItem = new LinkedHashMap<>();
    items.stream()
        .filter(item -> item.firstMention() && item.isOwn())
        .sorted(DigestItem.BY_URGENCY)
        .forEach(item -> byItem.put(item.view().item().id(), event(item)));
    return byItem.isEmpty()
        ? Optional.empty()
        : Optional.of(new CalendarFile(texts.text("calendar.file"), List.copyOf(byItem.values())));
  }

  private CalendarFile.Event event(DigestItem item) {
    return events.event(item.view(), item.due().day(), item.dateChanges(), texts);
  }
}
