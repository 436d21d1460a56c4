package eu.jalon.security.limit;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * Lists the users and addresses rejected by limits in the last 15 minutes, as details for
 * administrators. Rejections are normal operation, so the status stays {@code UP}.
 */
@Component
class LimitsHealthIndicator extends AbstractHealthIndicator {

  private final LimitRejections rejections;

  LimitsHealthIndicator(LimitRejections rejections) {
    this.rejections = rejections;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    builder.up();
    rejections.recent().forEach(builder::withDetail);
  }
}
