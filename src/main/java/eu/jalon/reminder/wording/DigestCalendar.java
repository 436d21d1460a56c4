package eu.jalon.reminder.wording;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.mail.message.CalendarFile;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calendar file of a digest: one event for each due date that is new to the recipient. */
final class DigestCalendar {

  private final EmailMessages texts;
  private final LinkProperties links;

  DigestCalendar(EmailMessages texts, LinkProperties links) {
    this.texts = texts;
    this.links = links;
  }

  /** The file, earliest due date first; empty without new due dates. */
  Optional<CalendarFile> of(List<DigestItem> items) {
    Map<String, CalendarFile.Event> events = new LinkedHashMap<>();
    items.stream()
        .filter(item -> item.firstMention() && item.isOwn())
        .sorted(DigestItem.BY_URGENCY)
        .forEach(item -> events.put(item.view().item().id(), event(item)));
    return events.isEmpty()
        ? Optional.empty()
        : Optional.of(new CalendarFile(texts.text("calendar.file"), List.copyOf(events.values())));
  }

  private CalendarFile.Event event(DigestItem item) {
    ActionItem action = item.view().item();
    String title = EmailMessages.oneLine(item.view().title().in(texts.language()));
    String theme = EmailMessages.oneLine(item.view().theme().title().in(texts.language()));
    return new CalendarFile.Event(
        action.id() + "@" + links.host(),
        item.dateChanges(),
        item.due().day(),
        texts.text("calendar.summary", texts.step(action.step()), title),
        action.ref() + " · " + theme,
        URI.create(links.toActionItem(action.id())));
  }
}
