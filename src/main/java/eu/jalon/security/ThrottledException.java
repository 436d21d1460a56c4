package eu.jalon.security;

import org.springframework.security.authentication.LockedException;

/** A sign-in that must wait, whether or not its password is right. */
class ThrottledException extends LockedException {

  private static final long serialVersionUID = 1L;

  ThrottledException() {
    super("Too many attempts");
  }
}
