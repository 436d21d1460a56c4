package eu.jalon.audit;

/** What an entry of the audit log is about. */
public enum AuditKind {
  /** Somebody signed in, with a password or at an issuer. */
  SIGN_IN,
  /** A wrong password, or somebody an issuer vouched for who may not come in by it. */
  SIGN_IN_FAILED,
  /** A try that had to wait; written once after each failure. */
  SIGN_IN_THROTTLED,
  SIGN_OUT,
  /** Somebody ended all sessions of his. */
  SIGN_OUT_EVERYWHERE,
  /** Somebody who had signed in asked for what he may not have, or sent an expression. */
  REFUSAL,
  /** A request that was meant to change something, with its status (RFC 9110). */
  ACT,
  /** Somebody in the directory was added or changed, with the columns that changed. */
  DIRECTORY
}
