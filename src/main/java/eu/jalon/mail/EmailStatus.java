package eu.jalon.mail;

/** How far an email has come. */
public enum EmailStatus {
  /** Written down, not yet tried. */
  QUEUED,
  /** A dispatcher holds it under a lease; once the lease is over, any may take it again. */
  SENDING,
  /** The relay took it, or it was written to the mail folder. */
  SENT,
  /** Not taken yet; it is tried again. */
  RETRY,
  /** Handed over, but the answer was lost; it is tried again under the same Message-ID. */
  UNKNOWN,
  /** It will not be sent: see {@link NotSentReason}. */
  FAILED,
  /** It no longer needs to be sent: see {@link NotSentReason}. */
  DROPPED,
  /** The relay accepted it, and another server reported that it could not be delivered. */
  BOUNCED,
  /** The answer to it was lost, and another one was sent in its place. */
  SUPERSEDED;

  /** Whether it is not tried any more. */
  public boolean isClosed() {
    return switch (this) {
      case SENT, FAILED, DROPPED, BOUNCED, SUPERSEDED -> true;
      case QUEUED, SENDING, RETRY, UNKNOWN -> false;
    };
  }
}
