package eu.jalon.operation.alarm;

import eu.jalon.shared.Fault;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** A gauge of the faults of each kind that are not over. */
@Component
class AlarmMetrics implements MeterBinder {

  private final AlarmWatch alarms;

  AlarmMetrics(AlarmWatch alarms) {
    this.alarms = alarms;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (Fault.Kind kind : Fault.Kind.values()) {
      Gauge.builder("jalon.alarms", this, metrics -> metrics.count(kind))
          .description("Faults that are not over, by kind")
          .tag("kind", kind.name())
          .register(registry);
    }
  }

  private long count(Fault.Kind kind) {
    return alarms.raised().stream().filter(alarm -> alarm.fault().kind() == kind).count();
  }
}
