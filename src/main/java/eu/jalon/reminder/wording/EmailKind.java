package eu.jalon.reminder.wording;

import eu.jalon.mail.Email;

/** The kinds of e-mails. */
public enum EmailKind {
  /** The reminders of a day to one person. */
  DIGEST,
  /** A manual reminder by a coordinator. */
  MANUAL,
  /** A question to the other lead ministry. */
  QUESTION,
  /** The answer to a question. */
  ANSWER,
  /** An act that another party proposes. */
  PROPOSAL,
  /** The answer to a proposal. */
  PROPOSAL_ANSWER,
  /** An invitation to set the first password. */
  INVITATION,
  /** A link for a person who has forgotten the password. */
  PASSWORD,
  /** A fault that an administrator should know of. */
  ALARM;

  public static EmailKind of(Email email) {
    return valueOf(email.kind());
  }
}
