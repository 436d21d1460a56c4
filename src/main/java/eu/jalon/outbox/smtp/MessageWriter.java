package eu.jalon.outbox.smtp;

import eu.jalon.shared.BrusselsTime;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/**
 * Writes a mail as a message (RFC 5322): text and HTML side by side, quoted-printable, so that all
 * of it is ASCII; marked as automatic (RFC 3834). The same mail always gives the same bytes.
 */
public final class MessageWriter {

  private static final String UTF_8 = "UTF-8";

  private final MailSettings settings;

  public MessageWriter(MailSettings settings) {
    this.settings = settings;
  }

  /** The Message-ID of a letter, the same each time it is sent. */
  public String messageId(UUID letter) {
    return "<" + letter + "@" + settings.from().domain() + ">";
  }

  /** The whole message as text, with CR LF line ends. */
  public String text(OutgoingMail mail) {
    return text(message(mail));
  }

  String text(AutomaticMessage message) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      message.writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException("The message cannot be written", e);
    }
    return bytes.toString(StandardCharsets.US_ASCII);
  }

  AutomaticMessage message(OutgoingMail mail) {
    try {
      AutomaticMessage message = new AutomaticMessage(messageId(mail.id()));
      message.setFrom(new InternetAddress(settings.from().value(), settings.fromName(), UTF_8));
      message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to().value(), true));
      message.setSubject(HeaderText.of(mail.subject()), UTF_8);
      message.setHeader(
          "Date",
          DateTimeFormatter.RFC_1123_DATE_TIME.format(mail.date().atZone(BrusselsTime.ZONE)));
      message.setHeader("Content-Language", mail.language().code());
      message.setHeader("Auto-Submitted", "auto-generated");
      message.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
      message.setContent(new Alternatives(mail));
      message.saveChanges();
      return message;
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("Letter " + mail.id() + " makes no message", e);
    }
  }

  /** Text first, HTML last: a reader's program takes the last it understands (RFC 2046, 5.1.4). */
  private static final class Alternatives extends MimeMultipart {

    Alternatives(OutgoingMail mail) throws MessagingException {
      contentType = "multipart/alternative; boundary=\"=_jalon_" + mail.id() + "\"";
      addBodyPart(part(mail.text(), "plain"));
      addBodyPart(part(mail.html(), "html"));
    }

    private static MimeBodyPart part(String content, String subtype) throws MessagingException {
      MimeBodyPart part = new MimeBodyPart();
      part.setText(content, UTF_8, subtype);
      part.setHeader("Content-Transfer-Encoding", "quoted-printable");
      return part;
    }
  }
}
