package eu.jalon.mail.smtp;

import eu.jalon.mail.message.EnhancedStatus;
import eu.jalon.mail.message.HeaderText;
import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** Extracts the reply of the relay from JavaMail's chain of exceptions. */
final class SmtpReply {

  /** No reply code: the connection was lost before the reply. */
  static final int NONE = -1;

  /** Mailbox unavailable, not local, or name not allowed (RFC 5321, 4.2.3). */
  private static final Set<Integer> ADDRESS_CODES = Set.of(550, 551, 553);

  /** The status of a permanent failure without details (RFC 3463). */
  private static final String UNSPECIFIED = "5.0.0";

  private SmtpReply() {}

  /**
   * The reply code of the innermost exception, which is the reply to the address if that was
   * rejected: JavaMail reports even a 450 as "invalid addresses".
   */
  static int code(MessagingException failure) {
    int innermost = NONE;
    for (Exception e = failure; e != null; e = next(e)) {
      int code = ownCode(e);
      if (code >= 400) {
        innermost = code;
      }
    }
    return innermost;
  }

  /** Whether the relay rejected the sender: a configuration error, independent of the recipient. */
  static boolean isAboutSender(MessagingException failure) {
    for (Exception e = failure; e != null; e = next(e)) {
      if (e instanceof SMTPSenderFailedException
          || (e instanceof SMTPSendFailedException send
              && String.valueOf(send.getCommand()).startsWith("MAIL"))) {
        return true;
      }
    }
    return false;
  }

  /**
   * The enhanced status code (RFC 3463) of a permanently rejected address: 5.1.x, or an SMTP reply
   * code about the mailbox (RFC 5321, 4.2.2); empty if something else was rejected.
   */
  static Optional<String> addressRefused(MessagingException failure) {
    for (Exception e = failure; e != null; e = next(e)) {
      if (e instanceof SMTPAddressFailedException address) {
        return permanentStatus(address.getReturnCode(), String.valueOf(address.getMessage()));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> permanentStatus(int code, String reply) {
    String status = EnhancedStatus.ofReply(reply).orElse(UNSPECIFIED);
    boolean refused =
        status.equals(UNSPECIFIED)
            ? ADDRESS_CODES.contains(code)
            : status.startsWith("5.1.") && !EnhancedStatus.isAboutSender(status);
    return refused && code >= 500 ? Optional.of(status) : Optional.empty();
  }

  /** The reply of the relay, or else the message of the last exception, on one line. */
  static String describe(MessagingException failure) {
    String text = failure.toString();
    for (Exception e = failure; e != null; e = next(e)) {
      String message = e.getMessage();
      if (message != null && (ownCode(e) >= 400 || next(e) == null)) {
        text = ownCode(e) >= 400 ? message : e.getClass().getSimpleName() + ": " + message;
      }
    }
    return HeaderText.of(text);
  }

  private static int ownCode(Exception failure) {
    if (failure instanceof SMTPAddressFailedException address) {
      return address.getReturnCode();
    }
    if (failure instanceof SMTPSenderFailedException sender) {
      return sender.getReturnCode();
    }
    return failure instanceof SMTPSendFailedException send ? send.getReturnCode() : NONE;
  }

  private static @Nullable Exception next(Exception failure) {
    return failure instanceof MessagingException messaging ? messaging.getNextException() : null;
  }
}
