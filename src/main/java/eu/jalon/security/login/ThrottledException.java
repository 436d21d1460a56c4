package eu.jalon.security.login;

import org.springframework.security.authentication.LockedException;

/** A sign-in that must wait, whether or not its password is right. */
public class ThrottledException extends LockedException {

  private static final long serialVersionUID = 1L;

  ThrottledException() {
    super("Too many attempts");
  }
}
