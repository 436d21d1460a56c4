package eu.jalon.mail.mailbox;

import eu.jalon.mail.message.MessageWriter;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a delivery status notification (RFC 3464) from a multipart/report message (RFC 6522). The
 * mailbox accepts mail from any sender, so sizes are limited and malformed messages are skipped.
 */
final class DeliveryReportReader {

  private static final Logger log = LoggerFactory.getLogger(DeliveryReportReader.class);

  /** Media types with UTF-8 in addresses and headers (RFC 6533). */
  private static final String GLOBAL = "message/global-";

  private static final String GLOBAL_HEADERS = GLOBAL + "headers";

  private static final int MAX_DEPTH = 4;
  private static final int MAX_PARTS = 20;
  private static final int MAX_RECIPIENTS = 50;

  private final Set<UUID> returned = new LinkedHashSet<>();
  private final Set<UUID> answered = new LinkedHashSet<>();
  private final Set<UUID> quoted = new LinkedHashSet<>();
  private final List<DeliveryReport.Recipient> recipients = new ArrayList<>();

  private DeliveryReportReader() {}

  /** The notification in a message, which may be truncated; empty if there is none. */
  static Optional<DeliveryReport> read(byte[] message) {
    try {
      DeliveryReportReader reader = new DeliveryReportReader();
      MimeMessage read = new MimeMessage((Session) null, new ByteArrayInputStream(message));
      reader.addIds(reader.answered, read.getHeader("In-Reply-To"));
      reader.addIds(reader.answered, read.getHeader("References"));
      reader.readPart(read, 0, false);
      return reader.report();
    } catch (MessagingException | IOException | RuntimeException e) {
      log.debug("Skipped a malformed message", e);
      return Optional.empty();
    }
  }

  private Optional<DeliveryReport> report() {
    Set<UUID> emails = new LinkedHashSet<>(returned);
    emails.addAll(answered);
    emails.addAll(quoted);
    return recipients.isEmpty()
        ? Optional.empty()
        : Optional.of(new DeliveryReport(List.copyOf(emails), recipients));
  }

  /** Reads a part and its parts, except those of an enclosed message. */
  private void readPart(Part part, int depth, boolean inReport)
      throws MessagingException, IOException {
    if (part.isMimeType("multipart/*")) {
      boolean report = inReport || part.isMimeType("multipart/report");
      if (depth < MAX_DEPTH && part.getContent() instanceof MimeMultipart parts) {
        for (int i = 0; i < Math.min(parts.getCount(), MAX_PARTS); i++) {
          readPart(parts.getBodyPart(i), depth + 1, report);
        }
      }
    } else if (inReport && isOneOf(part, "message/delivery-status", GLOBAL + "delivery-status")) {
      readStatus(part);
    } else if (inReport && part.isMimeType("text/plain")) {
      // Without the returned headers, the text may contain the Message-ID.
      String text = new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      addIds(quoted, new String[] {text});
    } else if (inReport
        && isOneOf(
            part, "text/rfc822-headers", "message/rfc822", "message/global", GLOBAL_HEADERS)) {
      InternetHeaders headers = new InternetHeaders(part.getInputStream(), true);
      addIds(returned, headers.getHeader("Message-ID"));
      addIds(answered, headers.getHeader("In-Reply-To"));
      addIds(answered, headers.getHeader("References"));
    }
  }

  private static boolean isOneOf(Part part, String... types) throws MessagingException {
    for (String type : types) {
      if (part.isMimeType(type)) {
        return true;
      }
    }
    return false;
  }

  /** Reads the fields of the message, then those of each recipient (RFC 3464, 2.1). */
  private void readStatus(Part part) throws MessagingException, IOException {
    DeliveryStatus status =
        new DeliveryStatus(new ByteArrayInputStream(part.getInputStream().readAllBytes()));
    StatusFields message = new StatusFields(status.getMessageDSN());
    message.envelopeId().ifPresent(returned::add);
    // Some servers omit the empty line between the fields of the message and of the recipient.
    message.recipient().ifPresent(recipients::add);
    for (int i = 0; i < status.getRecipientDSNCount() && recipients.size() < MAX_RECIPIENTS; i++) {
      new StatusFields(status.getRecipientDSN(i)).recipient().ifPresent(recipients::add);
    }
  }

  private void addIds(Set<UUID> ids, String @Nullable [] values) {
    if (values != null) {
      for (String value : values) {
        MessageWriter.emailIds(value).limit(MAX_PARTS).forEach(ids::add);
      }
    }
  }
}
