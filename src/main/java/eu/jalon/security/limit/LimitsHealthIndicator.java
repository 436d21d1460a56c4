package eu.jalon.security.limit;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * Names the users and addresses that were held back in the last quarter of an hour; details are for
 * administrators. Refusing is what the limits are for, so the status stays {@code UP}.
 */
@Component
class LimitsHealthIndicator extends AbstractHealthIndicator {

  private final LimitRejections heldBack;

  LimitsHealthIndicator(LimitRejections heldBack) {
    this.heldBack = heldBack;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    builder.up();
    heldBack.lately().forEach(builder::withDetail);
  }
}
