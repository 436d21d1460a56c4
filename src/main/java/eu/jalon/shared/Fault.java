package eu.jalon.shared;

/**
 * A fault that an administrator should know of.
 *
 * @param subject its subject, such as the day of a missing round; empty if the kind is enough
 */
public record Fault(Kind kind, String subject) {

  /** What is wrong. */
  public enum Kind {
    /** A reminder round that was due did not run; the subject is its day, ISO 8601. */
    ROUND_MISSING,
    /** The relay has not answered for some time. */
    RELAY_AWAY,
    /** E-mails wait although the relay answers. */
    EMAILS_STUCK,
    /** The process engine has open incidents. */
    ENGINE_INCIDENTS,
    /** The clock of a node differs from the database's. */
    CLOCK,
    /** A ministry has open action items and no person; the subject is its code. */
    MINISTRY_WITHOUT_PEOPLE,
    /** The virus scanner does not answer, so uploaded files are refused. */
    VIRUS_SCANNER_AWAY
  }

  public static Fault of(Kind kind) {
    return new Fault(kind, "");
  }
}
