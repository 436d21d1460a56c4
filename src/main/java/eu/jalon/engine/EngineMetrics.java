package eu.jalon.engine;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** A gauge on the process engine's open incidents, such as jobs without retries left. */
@Component
class EngineMetrics implements MeterBinder {

  private final RuntimeService runtime;

  EngineMetrics(RuntimeService runtime) {
    this.runtime = runtime;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("jalon.engine.incidents", this, EngineMetrics::incidents)
        .description("Open incidents of the process engine")
        .register(registry);
  }

  private double incidents() {
    return runtime.createIncidentQuery().count();
  }
}
