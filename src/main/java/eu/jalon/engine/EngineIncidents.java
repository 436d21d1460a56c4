package eu.jalon.engine;

import eu.jalon.shared.Fault;
import eu.jalon.shared.FaultSource;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The fault of open incidents of the process engine, such as jobs without retries left. */
@Component
class EngineIncidents implements FaultSource {

  private final RuntimeService runtime;

  EngineIncidents(RuntimeService runtime) {
    this.runtime = runtime;
  }

  @Override
  public List<Fault> faults() {
    return runtime.createIncidentQuery().count() > 0
        ? List.of(Fault.of(Fault.Kind.ENGINE_INCIDENTS))
        : List.of();
  }
}
