package eu.jalon.mail.message;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;

/** A message that keeps its own Message-ID and knows whether all of it was handed to the relay. */
public final class AutomaticMessage extends SMTPMessage {

  /** Without one, JavaMail looks for its services in every jar again for each message. */
  private static final Session SESSION = Session.getInstance(new Properties());

  private final String messageId;
  private byte @Nullable [] fixed;
  private boolean writtenOut;
  private BooleanSupplier ours = () -> true;

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
    writtenOut = false;
    byte[] whole = fixed;
    if (whole == null) {
      super.writeTo(out, ignoredHeaders);
    } else {
      out.write(whole);
    }
    if (!ours.getAsBoolean()) {
      throw new IOException("The lease ran out before the final dot");
    }
    writtenOut = true;
  }

  /** From here on it is written as it was written down, without being encoded again. */
  void fix(byte[] bytes) {
    fixed = bytes;
  }

  /**
   * Forgets what was written so far; from here on only what goes to the relay counts.
   *
   * @param stillOurs asked before the final dot, the last moment at which a relay discards all of
   *     it
   */
  public void startSending(BooleanSupplier stillOurs) {
    ours = stillOurs;
    writtenOut = false;
  }

  /** Whether nothing but the relay's word on the final dot was missing. */
  public boolean isWrittenOut() {
    return writtenOut;
  }
}
