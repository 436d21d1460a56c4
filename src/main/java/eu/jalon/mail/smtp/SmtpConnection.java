package eu.jalon.mail.smtp;

import eu.jalon.mail.message.AutomaticMessage;
import eu.jalon.mail.message.OutgoingMessage;
import eu.jalon.mail.message.WrittenMessage;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One SMTP connection that carries email after email (RFC 5321). */
final class SmtpConnection implements Relay.Connection {

  private static final Logger log = LoggerFactory.getLogger(SmtpConnection.class);

  /** For a relay that has nothing to do but to say that it is there, or goodbye. */
  private static final Duration SHORT = Duration.ofSeconds(30);

  private final Transport transport;
  private final RefusedAddresses refused;
  private final Deadline deadline;
  private final Duration patience;
  private boolean inDoubt;
  private boolean tooSlow;

  /**
   * A connection that was opened.
   *
   * @param deadline until when the relay's replies are read
   * @param patience how long all replies to one message may take together
   */
  SmtpConnection(
      Transport transport, RefusedAddresses refused, Deadline deadline, Duration patience) {
    this.transport = transport;
    this.refused = refused;
    this.deadline = deadline;
    this.patience = patience;
  }

  @Override
  public DeliveryResult send(WrittenMessage written, BooleanSupplier ours) {
    AutomaticMessage message = written.message();
    OutgoingMessage mail = written.mail();
    message.startSending(ours);
    deadline.begin(patience);
    try {
      if (transport instanceof SMTPTransport smtp && smtp.supportsExtension("DSN")) {
        // A report names it even where it returns nothing of the message (RFC 3461, 4.4).
        message.setMailExtension("ENVID=" + mail.id());
      }
      transport.sendMessage(message, message.getAllRecipients());
      return new DeliveryResult(DeliveryResult.Result.ACCEPTED, lastReply());
    } catch (MessagingException e) {
      inDoubt = true;
      tooSlow = isTimeout(e);
      String reply = SmtpReply.describe(e);
      SmtpReply.addressRefused(e)
          .ifPresent(status -> refused.refused(mail.to(), status, reply, mail.id()));
      return new DeliveryResult(result(e, message), reply);
    }
  }

  /** A code of the relay is its word; without one it matters whether the final dot was due. */
  private static DeliveryResult.Result result(
      MessagingException failure, AutomaticMessage message) {
    int code = SmtpReply.code(failure);
    if (code >= 500 && !SmtpReply.isAboutSender(failure)) {
      return DeliveryResult.Result.REFUSED;
    }
    return code == SmtpReply.NONE && message.isWrittenOut()
        ? DeliveryResult.Result.UNKNOWN
        : DeliveryResult.Result.REFUSED_FOR_NOW;
  }

  private String lastReply() {
    String reply = transport instanceof SMTPTransport smtp ? smtp.getLastServerResponse() : null;
    return reply == null ? "" : reply.strip();
  }

  @Override
  public boolean isOpen() {
    return !tooSlow && (!inDoubt || stillAnswers());
  }

  @Override
  public boolean isTooSlow() {
    return tooSlow;
  }

  private static boolean isTimeout(MessagingException failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SocketTimeoutException) {
        return true;
      }
    }
    return false;
  }

  private boolean stillAnswers() {
    deadline.begin(SHORT);
    inDoubt = !transport.isConnected();
    return !inDoubt;
  }

  @Override
  public void close() {
    deadline.begin(SHORT);
    try {
      transport.close();
    } catch (MessagingException e) {
      log.debug("The relay did not say goodbye", e);
    }
  }
}
