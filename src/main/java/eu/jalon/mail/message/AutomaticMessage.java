package eu.jalon.mail.message;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;

/** A message with a fixed Message-ID that records whether it was transmitted completely. */
public final class AutomaticMessage extends SMTPMessage {

  /** Shared: without a session, JavaMail searches every jar for its services per message. */
  private static final Session SESSION = Session.getInstance(new Properties());

  private final String messageId;
  private byte @Nullable [] fixedBytes;
  private boolean transmitted;
  private BooleanSupplier hasLease = () -> true;

  AutomaticMessage(String messageId) {
    super(SESSION);
    this.messageId = messageId;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }

  @Override
  public void writeTo(OutputStream out, String[] ignoredHeaders)
      throws IOException, MessagingException {
    transmitted = false;
    byte[] bytes = fixedBytes;
    if (bytes == null) {
      super.writeTo(out, ignoredHeaders);
    } else {
      out.write(bytes);
    }
    if (!hasLease.getAsBoolean()) {
      throw new IOException("The lease expired before the end of the message was sent");
    }
    transmitted = true;
  }

  /** Sets the bytes that {@link #writeTo} writes from now on. */
  void fix(byte[] bytes) {
    fixedBytes = bytes;
  }

  /**
   * Resets {@link #isTransmitted} before the message is sent.
   *
   * @param lease checked before the end of the message is sent; until then the relay discards an
   *     aborted message
   */
  public void startSending(BooleanSupplier lease) {
    hasLease = lease;
    transmitted = false;
  }

  /** Whether the whole message was transmitted, apart from the end-of-data mark. */
  public boolean isTransmitted() {
    return transmitted;
  }
}
