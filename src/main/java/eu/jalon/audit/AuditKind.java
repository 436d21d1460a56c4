package eu.jalon.audit;

/** The type of an audit entry. */
public enum AuditKind {
  /** A user signed in with a password, with a passkey or at an OpenID provider. */
  SIGN_IN,
  /**
   * A wrong password or passkey, or a user that the OpenID provider authenticated but who has no
   * access.
   */
  SIGN_IN_FAILED,
  /** A delayed sign-in attempt; written once after each failure. */
  SIGN_IN_THROTTLED,
  SIGN_OUT,
  /** A user ended all their sessions. */
  SIGN_OUT_EVERYWHERE,
  /** A signed-in user was denied access, or sent an expression or an infected file. */
  REFUSAL,
  /** A request with a method that changes data, with its HTTP status (RFC 9110). */
  ACT,
  /** A person was added or changed, with the changed columns. */
  DIRECTORY,
  /** Old records were deleted, as the settings say. */
  RETENTION
}
