package eu.jalon.reminder.wording;

import eu.jalon.shared.Fault;
import eu.jalon.shared.Language;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.context.MessageSource;

/** Writes the content of e-mails about faults to administrators. */
public final class AlarmWriter {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final MessageSource messages;
  private final LinkProperties links;

  AlarmWriter(MessageSource messages, LinkProperties links) {
    this.messages = messages;
    this.links = links;
  }

  /** Says what is wrong. */
  public String sentence(Fault fault, Language language) {
    return sentence(messages, fault, language);
  }

  /** Says what is wrong, with the messages {@code fault.<kind>}. */
  public static String sentence(MessageSource messages, Fault fault, Language language) {
    String subject =
        fault.kind() == Fault.Kind.ROUND_MISSING
            ? language.rules().day(LocalDate.parse(fault.subject()))
            : fault.subject();
    return messages.getMessage("fault." + fault.kind(), new Object[] {subject}, language.locale());
  }

  /**
   * Writes an e-mail.
   *
   * @param sentence what is wrong, in the recipient's language
   * @param noticed when the fault was noticed, Europe/Brussels
   */
  public EmailContent write(String sentence, Language language, LocalDateTime noticed) {
    EmailMessages texts = new EmailMessages(messages, language);
    String day = texts.longDate(noticed.toLocalDate());
    return new EmailContent(
        language.code(),
        sentence,
        day,
        texts.text("tagline"),
        texts.text("greeting"),
        texts.text("alarm.intro"),
        null,
        List.of(
            new EmailContent.Section(
                texts.text("alarm.heading"),
                "",
                List.of(),
                List.of(item(sentence, language, day, TIME.format(noticed), texts)),
                "",
                links.baseUrl())),
        new EmailContent.Footer(
            texts.text("alarm.why"),
            List.of(),
            texts.text("alarm.once"),
            List.of(),
            texts.text("automatic")));
  }

  private EmailContent.Item item(
      String sentence, Language language, String day, String time, EmailMessages texts) {
    String label = texts.text("alarm.noticed");
    return new EmailContent.Item(
        "Jalon",
        texts.text("alarm.operation"),
        sentence,
        language.code(),
        List.of(),
        label,
        day,
        time,
        EmailContent.Urgency.LATE,
        links.to("/people"),
        texts.text("alarm.button"),
        List.of(),
        List.of(texts.labelled(label, day + ", " + time)));
  }
}
