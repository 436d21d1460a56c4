package eu.jalon.security.login;

import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * Limits how often e-mails for forgotten passwords can be asked for from one network, whether or
 * not there are such accounts.
 */
@Component
public class PasswordMailThrottle extends HourlyThrottle {

  /** The maximum number of requests of a network in an hour. */
  public static final int MAX_PER_HOUR = 10;

  PasswordMailThrottle(Clock clock) {
    super(MAX_PER_HOUR, clock);
  }
}
