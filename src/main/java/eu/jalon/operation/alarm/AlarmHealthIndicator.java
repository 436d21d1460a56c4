package eu.jalon.operation.alarm;

import java.util.List;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Reports faults as {@code ALARM} with their kinds, which does not require a restart. */
@Component
class AlarmHealthIndicator extends AbstractHealthIndicator {

  private static final Status ALARM = new Status("ALARM", "There are faults");

  private final AlarmWatch alarms;

  AlarmHealthIndicator(AlarmWatch alarms) {
    super("The alarms cannot be read");
    this.alarms = alarms;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    List<Alarm> raised = alarms.raised();
    builder.status(raised.isEmpty() ? Status.UP : ALARM);
    raised.forEach(
        alarm ->
            builder.withDetail(
                (alarm.fault().kind() + " " + alarm.fault().subject()).strip(), alarm.since()));
  }
}
