package eu.jalon.operation.standby;

import java.util.Optional;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Reports a node that stands aside as {@code STANDBY}, which does not require a restart. */
@Component
class StandbyHealthIndicator extends AbstractHealthIndicator {

  private static final Status STANDBY = new Status("STANDBY", "This node plans and sends nothing");

  private final Standby standby;

  StandbyHealthIndicator(Standby standby) {
    super("The database's clock cannot be read");
    this.standby = standby;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    Optional<StandbyReason> reason = standby.reason();
    builder.status(reason.isPresent() ? STANDBY : Status.UP);
    reason.ifPresent(why -> builder.withDetail("reason", why));
    builder.withDetail("clockOffset", standby.offset());
  }
}
