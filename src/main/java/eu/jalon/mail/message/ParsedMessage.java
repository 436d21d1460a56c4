package eu.jalon.mail.message;

import java.util.List;

/**
 * A message (RFC 5322) taken apart, to be shown.
 *
 * @param sent whether it is the very message that was handed over, and not one composed now
 * @param headers those a person may want to see, in their order
 * @param text the plain text, with LF line ends; empty where the message has none
 * @param html the HTML; empty where the message has none
 */
public record ParsedMessage(
    boolean sent, List<Header> headers, String text, String html, List<Attachment> attachments) {

  /** A header field with its value in clear. */
  public record Header(String name, String value) {}

  /** A file that goes with the email, such as {@code text/calendar}. */
  public record Attachment(String name, String type, String content) {}

  public ParsedMessage {
    headers = List.copyOf(headers);
    attachments = List.copyOf(attachments);
  }
}
