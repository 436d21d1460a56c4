package eu.jalon.mail.message;

import eu.jalon.shared.text.FileName;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Parses messages written by {@link MessageWriter}. */
public final class MessageReader {

  private static final List<String> SHOWN =
      List.of(
          "From",
          "To",
          "Subject",
          "Date",
          "Message-ID",
          "In-Reply-To",
          "Content-Language",
          "Auto-Submitted");

  private final List<ParsedMessage.Attachment> attachments = new ArrayList<>();
  private String text = "";
  private String html = "";

  private MessageReader() {}

  /**
   * Parses a message.
   *
   * @param sent whether it was sent
   */
  public static ParsedMessage read(String message, boolean sent) {
    try {
      MimeMessage mime =
          new MimeMessage(
              (Session) null,
              new ByteArrayInputStream(message.getBytes(StandardCharsets.US_ASCII)));
      MessageReader reader = new MessageReader();
      reader.readPart(mime);
      return new ParsedMessage(sent, headers(mime), reader.text, reader.html, reader.attachments);
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("A stored message cannot be parsed", e);
    }
  }

  private static List<ParsedMessage.Header> headers(MimeMessage mime)
      throws MessagingException, IOException {
    List<ParsedMessage.Header> headers = new ArrayList<>();
    for (String name : SHOWN) {
      String value = mime.getHeader(name, ", ");
      if (value != null) {
        String decoded = MimeUtility.decodeText(MimeUtility.unfold(value));
        headers.add(new ParsedMessage.Header(name, HeaderText.of(decoded)));
      }
    }
    return headers;
  }

  private void readPart(Part part) throws MessagingException, IOException {
    Object content = part.getContent();
    if (content instanceof MimeMultipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        readPart(parts.getBodyPart(i));
      }
    } else if (Part.ATTACHMENT.equals(part.getDisposition())) {
      attachments.add(
          new ParsedMessage.Attachment(
              FileName.of(Objects.requireNonNullElse(part.getFileName(), "")).value(),
              new ContentType(part.getContentType()).getBaseType(),
              new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8)));
    } else if (part.isMimeType("text/html")) {
      html = content.toString();
    } else {
      text = content.toString().replace("\r\n", "\n");
    }
  }
}
