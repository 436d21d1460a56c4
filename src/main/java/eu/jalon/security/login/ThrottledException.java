package eu.jalon.security.login;

import org.springframework.security.authentication.LockedException;

/** A sign-in attempt rejected by {@link LoginThrottle} without checking its password. */
public class ThrottledException extends LockedException {

  private static final long serialVersionUID = 1L;

  ThrottledException() {
    super("Too many attempts");
  }
}
