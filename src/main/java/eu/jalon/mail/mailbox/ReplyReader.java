package eu.jalon.mail.mailbox;

import eu.jalon.mail.message.AttachedFiles;
import eu.jalon.mail.message.HeaderText;
import eu.jalon.mail.message.MessageWriter;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.text.TextPolicy;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Date;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads replies to e-mails. The mailbox accepts mail from any sender, so sizes are limited and
 * malformed messages are skipped.
 */
final class ReplyReader {

  private static final Logger log = LoggerFactory.getLogger(ReplyReader.class);

  private static final int MAX_DEPTH = 6;
  private static final int MAX_PARTS = 50;
  private static final int MAX_SUBJECT = 300;
  private static final int MAX_TEXT = 20_000;

  /** What programs put before the subject of a reply or of a forwarded message. */
  private static final Pattern REPLY_PREFIX =
      Pattern.compile(
          "^(?:(?:re|ref|rép|rep|tr|fw|fwd|antw|antwoord|doorst|aw|wg)\\s*(?:\\[\\d+])?\\s*:\\s*)+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** How out-of-office notices begin whose program sets no header of RFC 3834. */
  private static final Pattern AUTOMATIC_SUBJECT =
      Pattern.compile(
          "^(?:automatic reply|auto(?:-|\\s)?reply|out of (?:the )?office|réponse automatique|"
              + "absence du bureau|message d['’]absence|automatisch antwoord|afwezig|afwezigheid|"
              + "automatische antwort|abwesenheit)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final List<String> AUTOMATIC_PRECEDENCES =
      List.of("bulk", "junk", "list", "auto_reply");

  private @Nullable String plain;
  private @Nullable String html;
  private int files;
  private int parts;

  private ReplyReader() {}

  /**
   * The reply in a message; empty if the message is malformed, has no sender, or is a report to
   * which no one has to react.
   *
   * @param report the delivery report in the message
   */
  static Optional<IncomingReply> read(byte[] message, Optional<DeliveryReport> report) {
    try {
      MimeMessage mime = new MimeMessage((Session) null, new ByteArrayInputStream(message));
      EmailAddress from = sender(mime);
      Optional<EmailAddress> about = report.flatMap(DeliveryReport::unmatchedFailure);
      if (from == null || (mime.isMimeType("multipart/report") && about.isEmpty())) {
        return Optional.empty();
      }
      ReplyReader reader = new ReplyReader();
      reader.readPart(mime, 0);
      return Optional.of(reader.reply(mime, from, about, message));
    } catch (MessagingException | IOException | RuntimeException e) {
      log.debug("Skipped a malformed message", e);
      return Optional.empty();
    }
  }

  private IncomingReply reply(
      MimeMessage mime, EmailAddress from, Optional<EmailAddress> about, byte[] message)
      throws MessagingException {
    String header = first(mime, "Subject");
    String subject = HeaderText.of(header.isEmpty() ? "" : decoded(mime));
    Set<UUID> emails = new LinkedHashSet<>();
    Optional<PersonId> thread = Optional.empty();
    for (String name : List.of("In-Reply-To", "References")) {
      for (String value : all(mime, name)) {
        MessageWriter.emailIds(value).limit(MAX_PARTS).forEach(emails::add);
        thread = thread.or(() -> MessageWriter.person(value));
      }
    }
    Date sent = mime.getSentDate();
    return new IncomingReply(
        key(first(mime, "Message-ID"), message),
        List.copyOf(emails),
        thread,
        about,
        from,
        bounded(REPLY_PREFIX.matcher(subject).replaceFirst(""), MAX_SUBJECT),
        text(),
        files,
        about.isEmpty() && isAutomatic(mime, subject),
        sent == null ? null : sent.toInstant());
  }

  private static @Nullable EmailAddress sender(MimeMessage mime) throws MessagingException {
    Address[] from = mime.getFrom();
    if (from == null || from.length == 0 || !(from[0] instanceof InternetAddress address)) {
      return null;
    }
    return EmailAddress.of(address.getAddress()).orElse(null);
  }

  private static boolean isAutomatic(MimeMessage mime, String subject) throws MessagingException {
    String submitted = first(mime, "Auto-Submitted").toLowerCase(Locale.ROOT);
    return !(submitted.isEmpty() || submitted.equals("no"))
        || AUTOMATIC_PRECEDENCES.contains(first(mime, "Precedence").toLowerCase(Locale.ROOT))
        || !all(mime, "X-Autoreply").isEmpty()
        || !all(mime, "X-Autorespond").isEmpty()
        || first(mime, "Return-Path").equals("<>")
        || AUTOMATIC_SUBJECT.matcher(subject).find();
  }

  private void readPart(Part part, int depth) throws MessagingException, IOException {
    parts++;
    if (parts > MAX_PARTS || depth > MAX_DEPTH) {
      return;
    }
    if (part.isMimeType("multipart/*") && part.getContent() instanceof MimeMultipart nested) {
      for (int i = 0; i < nested.getCount(); i++) {
        readPart(nested.getBodyPart(i), depth + 1);
      }
    } else if (AttachedFiles.isBody(part) && part.isMimeType("text/html")) {
      html = html == null ? HtmlMail.text(content(part)) : html;
    } else if (AttachedFiles.isBody(part) && part.isMimeType("text/*")) {
      plain = plain == null ? content(part) : plain;
    } else {
      files++;
    }
  }

  /** The text of a part; one in an unknown character set is read as UTF-8. */
  private static String content(Part part) throws MessagingException, IOException {
    try {
      return part.getContent().toString();
    } catch (IOException unknownCharset) {
      return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String text() {
    String read = plain == null || plain.isBlank() ? html : plain;
    return read == null ? "" : bounded(TextPolicy.MULTI_LINE.cleaned(read, " ").strip(), MAX_TEXT);
  }

  private static String bounded(String text, int longest) {
    return TextPolicy.length(text) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest));
  }

  private static String decoded(MimeMessage mime) throws MessagingException {
    String subject = mime.getSubject();
    return subject == null ? "" : subject;
  }

  private static String first(MimeMessage mime, String name) throws MessagingException {
    List<String> values = all(mime, name);
    return values.isEmpty() ? "" : values.get(0).strip();
  }

  private static List<String> all(MimeMessage mime, String name) throws MessagingException {
    String[] values = mime.getHeader(name);
    return values == null ? List.of() : List.of(values);
  }

  private static String key(String messageId, byte[] message) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(
              digest.digest(
                  messageId.isEmpty() ? message : messageId.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
