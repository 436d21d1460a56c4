package eu.jalon.operation.standby;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Gauges of this node's clock and of whether it stands aside. */
@Component
class StandbyMetrics implements MeterBinder {

  private static final double MILLIS = 1000;

  private final Standby standby;

  StandbyMetrics(Standby standby) {
    this.standby = standby;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("jalon.clock.offset", standby, each -> each.offset().toMillis() / MILLIS)
        .description("How far this node's clock is ahead of the database's")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("jalon.standby", standby, each -> each.reason().isPresent() ? 1 : 0)
        .description("1 if this node plans and sends nothing, otherwise 0")
        .register(registry);
  }
}
