package eu.jalon.mail.message;

import java.util.List;

/**
 * A parsed message (RFC 5322), for display.
 *
 * @param sent whether it is the message that was sent, and not one composed now
 * @param headers the headers of interest to users
 * @param text the plain text, with LF line ends; may be empty
 * @param html the HTML; may be empty
 */
public record ParsedMessage(
    boolean sent, List<Header> headers, String text, String html, List<Attachment> attachments) {

  /** A header field with its decoded value. */
  public record Header(String name, String value) {}

  /** An attached file, such as {@code text/calendar}. */
  public record Attachment(String name, String type, String content) {}

  public ParsedMessage {
    headers = List.copyOf(headers);
    attachments = List.copyOf(attachments);
  }
}
