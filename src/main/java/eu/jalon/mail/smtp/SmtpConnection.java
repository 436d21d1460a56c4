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

/** An SMTP connection for consecutive messages (RFC 5321). */
final class SmtpConnection implements Relay.Connection {

  private static final Logger log = LoggerFactory.getLogger(SmtpConnection.class);

  /** The time limit for replies to NOOP and QUIT. */
  private static final Duration SHORT_TIMEOUT = Duration.ofSeconds(30);

  private final Transport transport;
  private final RefusedAddresses refused;
  private final ReplyTimeout timeout;
  private final Duration messageTimeout;
  private boolean toBeChecked;
  private boolean tooSlow;

  /**
   * Wraps an open transport.
   *
   * @param timeout the time limit of the transport's sockets
   * @param messageTimeout the time limit for all replies to one message
   */
  SmtpConnection(
      Transport transport,
      RefusedAddresses refused,
      ReplyTimeout timeout,
      Duration messageTimeout) {
    this.transport = transport;
    this.refused = refused;
    this.timeout = timeout;
    this.messageTimeout = messageTimeout;
  }

  @Override
  public DeliveryResult send(WrittenMessage written, BooleanSupplier hasLease) {
    AutomaticMessage message = written.message();
    OutgoingMessage mail = written.mail();
    message.startSending(hasLease);
    timeout.start(messageTimeout);
    try {
      if (transport instanceof SMTPTransport smtp && smtp.supportsExtension("DSN")) {
        // Delivery reports contain it even without the headers of the message (RFC 3461, 4.4).
        message.setMailExtension("ENVID=" + mail.id());
      }
      transport.sendMessage(message, message.getAllRecipients());
      return new DeliveryResult(DeliveryResult.Result.ACCEPTED, lastReply());
    } catch (MessagingException e) {
      toBeChecked = true;
      tooSlow = isTimeout(e);
      String reply = SmtpReply.describe(e);
      SmtpReply.addressRefused(e)
          .ifPresent(status -> refused.refused(mail.to(), status, reply, mail.id()));
      return new DeliveryResult(result(e, message), reply);
    }
  }

  /** Without a reply code, the result depends on whether the whole message was transmitted. */
  private static DeliveryResult.Result result(
      MessagingException failure, AutomaticMessage message) {
    int code = SmtpReply.code(failure);
    if (code >= 500 && !SmtpReply.isAboutSender(failure)) {
      return DeliveryResult.Result.REFUSED;
    }
    return code == SmtpReply.NONE && message.isTransmitted()
        ? DeliveryResult.Result.UNKNOWN
        : DeliveryResult.Result.REFUSED_FOR_NOW;
  }

  private String lastReply() {
    String reply = transport instanceof SMTPTransport smtp ? smtp.getLastServerResponse() : null;
    return reply == null ? "" : reply.strip();
  }

  @Override
  public boolean isOpen() {
    return !tooSlow && (!toBeChecked || isConnected());
  }

  @Override
  public boolean isTooSlow() {
    return tooSlow;
  }

  private static boolean isTimeout(MessagingException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SocketTimeoutException) {
        return true;
      }
    }
    return false;
  }

  private boolean isConnected() {
    timeout.start(SHORT_TIMEOUT);
    toBeChecked = !transport.isConnected();
    return !toBeChecked;
  }

  @Override
  public void close() {
    timeout.start(SHORT_TIMEOUT);
    try {
      transport.close();
    } catch (MessagingException e) {
      log.debug("The connection to the relay was not closed properly", e);
    }
  }
}
