package eu.jalon.mail.mailbox;

import eu.jalon.mail.message.HeaderText;

/** The mailbox of delivery reports cannot be read now; unread messages remain in it. */
public class MailboxUnreachableException extends Exception {

  private static final long serialVersionUID = 1L;

  MailboxUnreachableException(BounceMailboxSettings mailbox, Exception cause) {
    super(mailbox + " cannot be read: " + HeaderText.of(String.valueOf(cause.getMessage())), cause);
  }
}
