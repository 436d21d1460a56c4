package eu.jalon.outbox;

/** How far a letter has come. */
public enum LetterStatus {
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
  /** The relay will not take it, it was refused too often, or another was sent in its place. */
  FAILED,
  /** When it was to be sent, nothing was left to say. */
  DROPPED
}
