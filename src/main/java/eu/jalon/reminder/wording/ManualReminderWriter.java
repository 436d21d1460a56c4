package eu.jalon.reminder.wording;

import eu.jalon.shared.Language;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.MessageSource;

/** Writes the content of manual reminders: the reason, then the items. */
public final class ManualReminderWriter {

  private final MessageSource messages;
  private final DigestWriter digests;

  public ManualReminderWriter(MessageSource messages, DigestWriter digests) {
    this.messages = messages;
    this.digests = digests;
  }

  /** The subject, with the number of items and the most urgent one. */
  public String subject(Language language, List<DigestItem> items, LocalDate today) {
    EmailMessages texts = new EmailMessages(messages, language);
    DigestItem next = items.stream().min(DigestItem.BY_URGENCY).orElseThrow();
    int overdue = (int) items.stream().filter(item -> item.view().overdueDays(today) > 0).count();
    return texts.subject(
        texts.text("manual.subject", items.size())
            + DigestSubject.overdue(overdue, items.size(), texts),
        next.view().item().step(),
        next.view().titleOutside().in(language));
  }

  public EmailContent write(
      DigestWriter.Addressee addressee,
      List<DigestItem> items,
      ManualReminder reminder,
      LocalDate today) {
    return write(addressee, items, reminder, today, DigestWriter.MAX_LISTED);
  }

  /**
   * Writes a manual reminder.
   *
   * @param most the most items listed in the sections of one role
   */
  public EmailContent write(
      DigestWriter.Addressee addressee,
      List<DigestItem> items,
      ManualReminder reminder,
      LocalDate today,
      int most) {
    EmailMessages texts = new EmailMessages(messages, addressee.language());
    String ministry = addressee.ministryNames().name(reminder.from());
    return digests
        .write(addressee, new DigestContent(items, List.of()), today, most)
        .quoting(
            subject(addressee.language(), items, today),
            texts.text("manual.intro", ministry, items.size()),
            new EmailContent.Quote(
                texts.text("manual.reason"),
                items.stream().anyMatch(item -> item.view().restricted())
                    ? texts.text("restricted.reason")
                    : EmailMessages.oneLine(reminder.reason())));
  }
}
