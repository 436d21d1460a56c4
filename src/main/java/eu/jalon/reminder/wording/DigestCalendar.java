package eu.jalon.reminder.wording;

import eu.jalon.mail.message.CalendarFile;
import eu.jalon.reminder.CancelledEntry;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The calendar file of a digest: one event for each due date from today on that is new to the
 * recipient, and a cancellation of each entry that is no longer theirs (RFC 5545, 3.8.1.11).
 */
final class DigestCalendar {

  private final EmailMessages texts;
  private final DeadlineEvents events;

  DigestCalendar(EmailMessages texts, DeadlineEvents events) {
    this.texts = texts;
    this.events = events;
  }

  /** The file, earliest due date first; empty without new due dates and cancellations. */
  Optional<CalendarFile> of(
      List<DigestItem> items, List<CancelledEntry> cancelled, LocalDate today) {
    Map<String, CalendarFile.Event> byItem = new LinkedHashMap<>();
    items.stream()
        .filter(item -> item.firstMention() && item.isOwn())
        .filter(item -> !item.due().day().isBefore(today))
        .sorted(DigestItem.BY_URGENCY)
        .forEach(item -> byItem.put(item.view().item().id(), event(item)));
    cancelled.forEach(
        entry -> byItem.putIfAbsent(entry.actionItemId(), events.cancelled(entry, texts)));
    return byItem.isEmpty()
        ? Optional.empty()
        : Optional.of(new CalendarFile(texts.text("calendar.file"), List.copyOf(byItem.values())));
  }

  private CalendarFile.Event event(DigestItem item) {
    return events.event(item.view(), item.due().day(), item.dateChanges(), texts);
  }
}
