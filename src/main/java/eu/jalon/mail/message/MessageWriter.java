package eu.jalon.mail.message;

import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.PersonId;
import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.util.FastByteArrayOutputStream;

/**
 * Writes e-mails as messages (RFC 5322): plain text and HTML as alternatives (RFC 2046), optionally
 * a calendar file, all in quoted-printable (RFC 2045) and thus ASCII, marked as automatic (RFC
 * 3834). The output is deterministic.
 */
public final class MessageWriter {

  private static final String UTF_8 = "UTF-8";

  /** The initial size of the buffer, in bytes. */
  private static final int BUFFER_SIZE = 16 * 1024;

  private static final Pattern EMAIL_ID =
      Pattern.compile("<(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})@[^<>\\s]{1,255}>");

  private static final Pattern THREAD =
      Pattern.compile("<thread\\.([a-z0-9_-]{2,63})@[^<>\\s]{1,255}>");

  private final SenderSettings settings;
  private final CalendarWriter calendars;

  public MessageWriter(SenderSettings settings) {
    this.settings = settings;
    this.calendars = new CalendarWriter(settings);
  }

  /** The Message-ID of an e-mail, the same for each attempt. */
  public String messageId(UUID email) {
    return "<" + email + "@" + settings.from().domain() + ">";
  }

  /** The ids of the e-mails whose Message-IDs occur in a text. */
  public static Stream<UUID> emailIds(String value) {
    return EMAIL_ID.matcher(value).results().map(found -> UUID.fromString(found.group(1)));
  }

  /**
   * The Message-ID that all e-mails to a person refer to, so that mail programs show them as one
   * thread (RFC 5322, 3.6.4). Dots of the person id become "_", which ids do not contain: a
   * Message-ID must not have two dots in a row or one at the end.
   */
  String threadId(PersonId person) {
    return "<thread." + person.value().replace('.', '_') + "@" + settings.from().domain() + ">";
  }

  /** The person whose thread occurs in a text, if it is one. */
  public static Optional<PersonId> person(String value) {
    Matcher thread = THREAD.matcher(value);
    return thread.find() ? PersonId.of(thread.group(1).replace('_', '.')) : Optional.empty();
  }

  /** The whole message without its secret, with CR LF line ends. */
  public String text(OutgoingMessage mail) {
    return write(mail).storedText();
  }

  /** Writes the message that is sent, and stored without its secret. */
  public WrittenMessage write(OutgoingMessage mail) {
    AutomaticMessage message = message(mail);
    byte[] sent = bytes(message);
    byte[] stored = mail.secret() == null ? sent : bytes(message(mail.withoutSecret()));
    return new WrittenMessage(mail, message, sent, stored);
  }

  private static byte[] bytes(AutomaticMessage message) {
    // JavaMail writes single bytes; ByteArrayOutputStream would synchronise each of them.
    FastByteArrayOutputStream bytes = new FastByteArrayOutputStream(BUFFER_SIZE);
    try {
      message.writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException("The message cannot be written", e);
    }
    return bytes.toByteArray();
  }

  private AutomaticMessage message(OutgoingMessage mail) {
    try {
      AutomaticMessage message = new AutomaticMessage(messageId(mail.id()));
      message.setFrom(new InternetAddress(settings.from().value(), settings.fromName(), UTF_8));
      EmailAddress replyTo = settings.replyTo();
      if (replyTo != null) {
        message.setReplyTo(new Address[] {new InternetAddress(replyTo.value(), true)});
      }
      message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to().value(), true));
      message.setSubject(mail.subject(), UTF_8);
      message.setHeader(
          "Date",
          DateTimeFormatter.RFC_1123_DATE_TIME.format(mail.date().atZone(BrusselsTime.ZONE)));
      message.setHeader("In-Reply-To", threadId(mail.person()));
      message.setHeader("References", threadId(mail.person()));
      message.setHeader("Content-Language", mail.language().code());
      message.setHeader("Auto-Submitted", "auto-generated");
      message.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
      message.setContent(content(mail));
      message.saveChanges();
      return message;
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(
          "E-mail " + mail.id() + " cannot be converted to a message", e);
    }
  }

  private MimeMultipart content(OutgoingMessage mail) throws MessagingException {
    CalendarFile file = mail.calendar();
    return file == null
        ? new Alternatives(mail)
        : new WithCalendar(mail, file.fileName(), calendars.text(file, mail.queuedAt()));
  }

  /** The e-mail, then its calendar file as an attachment (RFC 5545, 8.1; RFC 6047, 2.4). */
  private static final class WithCalendar extends MimeMultipart {

    WithCalendar(OutgoingMessage mail, String fileName, String calendar) throws MessagingException {
      contentType = "multipart/mixed; boundary=\"=_jalon-mixed_" + mail.id() + "\"";
      MimeBodyPart email = new MimeBodyPart();
      email.setContent(new Alternatives(mail));
      addBodyPart(email);
      MimeBodyPart file = new MimeBodyPart();
      file.setDataHandler(
          new DataHandler(
              new ByteArrayDataSource(
                  calendar.getBytes(StandardCharsets.UTF_8),
                  "text/calendar; charset=UTF-8; method=PUBLISH")));
      file.setDisposition(Part.ATTACHMENT);
      file.setFileName(fileName);
      file.setHeader("Content-Transfer-Encoding", "quoted-printable");
      addBodyPart(file);
    }
  }

  /** Plain text, then HTML: programs show the last part they support (RFC 2046, 5.1.4). */
  private static final class Alternatives extends MimeMultipart {

    Alternatives(OutgoingMessage mail) throws MessagingException {
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
