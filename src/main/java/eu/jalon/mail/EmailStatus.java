package eu.jalon.mail;

/** The delivery state of an e-mail. */
public enum EmailStatus {
  /** Queued and not attempted yet. */
  QUEUED,
  /** A dispatcher has a lease on it; after the lease has expired, any dispatcher may claim it. */
  SENDING,
  /** The relay accepted it, or it was written to the mail folder. */
  SENT,
  /** Not accepted yet; it is tried again. */
  RETRY,
  /** Transmitted, but the reply was lost; it is tried again with the same Message-ID. */
  UNKNOWN,
  /** It will not be sent: see {@link NotSentReason}. */
  FAILED,
  /** It no longer needs to be sent: see {@link NotSentReason}. */
  DROPPED,
  /** The relay accepted it, and another server reported that it was not delivered. */
  BOUNCED,
  /** The reply was lost, and a resend replaced it. */
  SUPERSEDED;

  /** Whether it is not tried again. */
  public boolean isClosed() {
    return switch (this) {
      case SENT, FAILED, DROPPED, BOUNCED, SUPERSEDED -> true;
      case QUEUED, SENDING, RETRY, UNKNOWN -> false;
    };
  }
}
