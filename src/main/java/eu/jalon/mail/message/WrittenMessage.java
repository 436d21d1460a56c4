package eu.jalon.mail.message;

import java.nio.charset.StandardCharsets;

/** A message (RFC 5322) with its final bytes. */
public final class WrittenMessage {

  private final OutgoingMessage mail;
  private final AutomaticMessage message;
  private final byte[] bytes;

  WrittenMessage(OutgoingMessage mail, AutomaticMessage message, byte[] bytes) {
    this.mail = mail;
    this.message = message;
    this.bytes = bytes.clone();
    message.fix(this.bytes);
  }

  public OutgoingMessage mail() {
    return mail;
  }

  /** The whole message, with CR LF line ends. */
  public String text() {
    return new String(bytes, StandardCharsets.US_ASCII);
  }

  public AutomaticMessage message() {
    return message;
  }
}
