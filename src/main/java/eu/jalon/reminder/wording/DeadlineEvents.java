package eu.jalon.reminder.wording;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItemView;
import eu.jalon.mail.message.CalendarFile;
import eu.jalon.reminder.CancelledEntry;
import eu.jalon.shared.Language;
import java.net.URI;
import java.time.LocalDate;
import org.springframework.context.MessageSource;

/** The events of calendars: one for the due date of each action item. */
public final class DeadlineEvents {

  private final MessageSource messages;
  private final LinkProperties links;

  DeadlineEvents(MessageSource messages, LinkProperties links) {
    this.messages = messages;
    this.links = links;
  }

  /** The event of an item with a due date, in a language. */
  public CalendarFile.Event event(ActionItemView view, Language language) {
    LocalDate day = view.item().dueOn().orElseThrow().day();
    return event(view, day, 0, new EmailMessages(messages, language));
  }

  CalendarFile.Event event(
      ActionItemView view, LocalDate day, int dateChanges, EmailMessages texts) {
    ActionItem action = view.item();
    String title = EmailMessages.oneLine(view.titleOutside().in(texts.language()));
    String theme = texts.theme(view.theme(), view.restricted());
    return new CalendarFile.Event(
        action.id() + "@" + links.host(),
        dateChanges,
        day,
        texts.text("calendar.summary", texts.step(action.step()), title),
        action.ref() + " · " + theme,
        URI.create(links.toActionItem(action.id())),
        false);
  }

  /** The cancellation of an entry; its sequence is higher than that of the entry. */
  CalendarFile.Event cancelled(CancelledEntry entry, EmailMessages texts) {
    return new CalendarFile.Event(
        entry.actionItemId() + "@" + links.host(),
        entry.dateChanges() + 1,
        entry.day(),
        texts.text("calendar.cancelled", entry.ref()),
        "",
        URI.create(links.toActionItem(entry.actionItemId())),
        true);
  }

  /** The URL of a person's calendar. */
  public String feedUrl(String token) {
    return links.to("/api/calendar/" + token + ".ics");
  }
}
