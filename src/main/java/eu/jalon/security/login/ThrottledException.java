package eu.jalon.security.login;

import org.springframework.security.authentication.LockedException;

/** A sign-in attempt rejected without checking the password or the passkey. */
public class ThrottledException extends LockedException {

  private static final long serialVersionUID = 1L;

  public ThrottledException() {
    super("Too many attempts");
  }
}
