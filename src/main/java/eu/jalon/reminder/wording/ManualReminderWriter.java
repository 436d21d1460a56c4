package eu.jalon.reminder.wording;

import eu.jalon.shared.Language;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.MessageSource;

/** Puts what coordinators ask about by hand into words: their reason, then the items. */
public final class ManualReminderWriter {

  private final MessageSource messages;
  private final DigestWriter digests;

  public ManualReminderWriter(MessageSource messages, DigestWriter digests) {
    this.messages = messages;
    this.digests = digests;
  }

  /** Who asks, about how much, and what is the most pressing. */
  public String subject(Language language, List<DigestItem> items, LocalDate today) {
    DigestWords words = new DigestWords(messages, language);
    DigestItem next = items.stream().min(DigestItem.BY_URGENCY).orElseThrow();
    return words.subject(
        words.text("hand.subject", items.size()) + DigestWriter.late(items, today, words),
        next.view().item().step(),
        next.view().title().in(language));
  }

  public EmailText write(
      DigestWriter.Reader reader, List<DigestItem> items, ManualReminder asked, LocalDate today) {
    DigestWords words = new DigestWords(messages, reader.language());
    return digests
        .write(reader, items, today)
        .asking(
            subject(reader.language(), items, today),
            words.text("hand.intro", reader.nameOf(asked.from()), items.size()),
            new EmailText.Quote(words.text("hand.reason"), DigestWords.oneLine(asked.reason())));
  }
}
