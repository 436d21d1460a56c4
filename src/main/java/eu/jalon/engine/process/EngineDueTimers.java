package eu.jalon.engine.process;

import eu.jalon.commitment.process.DueTimers;
import eu.jalon.shared.CommitmentRef;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Runs due timers of the process instance of a commitment and of those that it calls. */
@Component
class EngineDueTimers implements DueTimers {

  private final RuntimeService runtime;
  private final ManagementService management;

  EngineDueTimers(RuntimeService runtime, ManagementService management) {
    this.runtime = runtime;
    this.management = management;
  }

  @Override
  public void run(CommitmentRef ref) {
    Set<String> instances =
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(ref.value()).list().stream()
            .map(ProcessInstance::getId)
            .collect(Collectors.toSet());
    management.createJobQuery().timers().executable().list().stream()
        .filter(job -> instances.contains(job.getProcessInstanceId()))
        .map(Job::getId)
        .forEach(management::executeJob);
  }
}
