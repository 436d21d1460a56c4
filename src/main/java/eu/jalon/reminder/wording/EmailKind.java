package eu.jalon.reminder.wording;

import eu.jalon.mail.Email;

/** What emails are about. */
public enum EmailKind {
  /** A person's reminders of the day. */
  DIGEST,
  /** A coordinator sends reminders manually; about the manual reminder. */
  HAND,
  /** One party asks the other; about the question. */
  QUESTION,
  /** The other party answered; about the question. */
  ANSWER;

  /** The kind of an email, whether it was planned or sent again. */
  public static EmailKind of(Email email) {
    return valueOf(email.kind());
  }
}
