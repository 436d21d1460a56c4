package eu.jalon.mail.message;

import java.nio.charset.StandardCharsets;

/** A message (RFC 5322) with its final bytes. */
public final class WrittenMessage {

  private final OutgoingMessage mail;
  private final AutomaticMessage message;
  private final byte[] bytes;
  private final byte[] stored;

  /**
   * @param bytes the message as it is sent
   * @param stored the message as it is stored, without its secret
   */
  WrittenMessage(OutgoingMessage mail, AutomaticMessage message, byte[] bytes, byte[] stored) {
    this.mail = mail;
    this.message = message;
    this.bytes = bytes.clone();
    this.stored = stored.clone();
    message.fix(this.bytes);
  }

  public OutgoingMessage mail() {
    return mail;
  }

  /** The whole message as it is sent, with CR LF line ends. */
  public String text() {
    return new String(bytes, StandardCharsets.US_ASCII);
  }

  /** The whole message without its secret, with CR LF line ends. */
  public String storedText() {
    return new String(stored, StandardCharsets.US_ASCII);
  }

  public AutomaticMessage message() {
    return message;
  }
}
