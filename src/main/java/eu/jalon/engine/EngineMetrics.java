package eu.jalon.engine;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** A gauge on the process engine's open incidents, such as jobs without retries left. */
@Component
class EngineMetrics implements MeterBinder {

  private final RuntimeService runtime;
  private final ManagementService jobs;

  EngineMetrics(RuntimeService runtime, ManagementService jobs) {
    this.runtime = runtime;
    this.jobs = jobs;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("jalon.engine.incidents", this, EngineMetrics::incidents)
        .description("Open incidents of the process engine")
        .register(registry);
    Gauge.builder("jalon.engine.jobs.due", this, EngineMetrics::dueJobs)
        .description("Jobs of the process engine that are due")
        .register(registry);
  }

  private double dueJobs() {
    return jobs.createJobQuery().executable().count();
  }

  private double incidents() {
    return runtime.createIncidentQuery().count();
  }
}
