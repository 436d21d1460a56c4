package eu.jalon.reminder.wording;

import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.directory.password.PasswordLink;
import eu.jalon.shared.MinistryCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;

/** Writes the content of e-mails with a link for setting a password. */
public final class PasswordWriter {

  private final MessageSource messages;
  private final LinkProperties links;

  PasswordWriter(MessageSource messages, LinkProperties links) {
    this.messages = messages;
    this.links = links;
  }

  public String subject(Person recipient, PasswordLink.Purpose purpose) {
    EmailMessages texts = new EmailMessages(messages, recipient.language());
    return texts.subject(texts.text(key(purpose, "subject")));
  }

  /**
   * Writes an e-mail.
   *
   * @param token the token of the link
   * @param lastDay the last whole day on which the link is valid
   */
  public EmailContent write(
      Person recipient,
      PasswordLink.Purpose purpose,
      String token,
      LocalDate today,
      LocalDate lastDay,
      Map<MinistryCode, Ministry> ministries) {
    EmailMessages texts = new EmailMessages(messages, recipient.language());
    MinistryNames names = new MinistryNames(ministries, recipient.language());
    String workplace =
        recipient.workplace().map(names::name).orElse(texts.text("password.administration"));
    return new EmailContent(
        recipient.language().code(),
        subject(recipient, purpose),
        texts.longDate(today),
        texts.text("tagline"),
        texts.text("greeting"),
        texts.text(key(purpose, "intro")),
        null,
        List.of(
            new EmailContent.Section(
                texts.text("password.heading"),
                "",
                List.of(),
                List.of(item(recipient, workplace, token, lastDay, texts)),
                "",
                links.baseUrl())),
        new EmailContent.Footer(
            texts.text(key(purpose, "why")),
            List.of(),
            texts.text("password.secret"),
            List.of(),
            texts.text("automatic")));
  }

  private EmailContent.Item item(
      Person recipient, String workplace, String token, LocalDate lastDay, EmailMessages texts) {
    EmailContent.Property account =
        new EmailContent.Property(texts.text("password.label.account"), recipient.id().value());
    String dateLabel = texts.text("password.label.validUntil");
    String date = texts.longDate(lastDay);
    String once = texts.text("password.once");
    return new EmailContent.Item(
        recipient.id().value(),
        EmailMessages.oneLine(workplace),
        EmailMessages.oneLine(recipient.name().in(recipient.language())),
        recipient.name().languageIn(recipient.language()).code(),
        List.of(account),
        dateLabel,
        date,
        once,
        EmailContent.Urgency.CALM,
        links.to("/password?lang=" + recipient.language().code() + "&token=" + token),
        texts.text("password.button"),
        List.of(),
        List.of(
            texts.labelled(account.label(), account.value()),
            texts.labelled(dateLabel, date + ", " + once)));
  }

  private static String key(PasswordLink.Purpose purpose, String suffix) {
    return (purpose == PasswordLink.Purpose.INVITATION ? "invitation." : "password.") + suffix;
  }
}
