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

/** Reads the relay's own answer out of JavaMail's chain of exceptions. */
final class SmtpReply {

  /** No reply code: the line broke before the relay answered. */
  static final int NONE = -1;

  /** No such mailbox, not a local one, not a name that is allowed. */
  private static final Set<Integer> ADDRESS_CODES = Set.of(550, 551, 553);

  /** What a permanent failure is that says no more. */
  private static final String UNSPECIFIED = "5.0.0";

  private SmtpReply() {}

  /**
   * The reply code nearest to the cause, which is the answer to the address where that was refused:
   * JavaMail calls even a 450 "invalid addresses".
   */
  static int code(MessagingException failure) {
    int nearest = NONE;
    for (Exception each = failure; each != null; each = next(each)) {
      int code = ownCode(each);
      if (code >= 400) {
        nearest = code;
      }
    }
    return nearest;
  }

  /**
   * Whether the relay refused us rather than the recipient: a fault of settings, not of an email.
   */
  static boolean isAboutSender(MessagingException failure) {
    for (Exception each = failure; each != null; each = next(each)) {
      if (each instanceof SMTPSenderFailedException
          || (each instanceof SMTPSendFailedException send
              && String.valueOf(send.getCommand()).startsWith("MAIL"))) {
        return true;
      }
    }
    return false;
  }

  /**
   * The status that an address was refused with for good (RFC 3463): 5.1.x, or a reply that says so
   * by its own code (RFC 5321, 4.2.2); empty where the relay refused anything else.
   */
  static Optional<String> addressRefused(MessagingException failure) {
    for (Exception each = failure; each != null; each = next(each)) {
      if (each instanceof SMTPAddressFailedException address) {
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

  /** The relay's words, or the last exception's, on one line. */
  static String describe(MessagingException failure) {
    String words = failure.toString();
    for (Exception each = failure; each != null; each = next(each)) {
      String message = each.getMessage();
      if (message != null && (ownCode(each) >= 400 || next(each) == null)) {
        words = ownCode(each) >= 400 ? message : each.getClass().getSimpleName() + ": " + message;
      }
    }
    return HeaderText.of(words);
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
