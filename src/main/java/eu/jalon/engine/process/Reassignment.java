package eu.jalon.engine.process;

import eu.jalon.actionitem.record.ActionItemRecorder;
import eu.jalon.actionitem.record.RequestRecorder;
import eu.jalon.engine.model.ModelElements;
import eu.jalon.shared.CommitmentRef;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

/** Reassigns the open tasks of one party to another ministry, in the follow-up and its tracks. */
final class Reassignment {

  private final ProcessEngineServices engine;
  private final ActionItemRecorder recorder;

  Reassignment(ProcessEngineServices engine, ActionItemRecorder recorder) {
    this.engine = engine;
    this.recorder = recorder;
  }

  void apply(CommitmentRef ref, RequestRecorder.Reassigned reassigned) {
    String party = reassigned.party().value();
    String lead = reassigned.to().value();
    List<ProcessInstance> instances =
        engine
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(ref.value())
            .list();
    for (ProcessInstance instance : instances) {
      String id = instance.getId();
      if (id.equals(instance.getRootProcessInstanceId())) {
        engine.getRuntimeService().setVariable(id, ModelElements.lead(party), lead);
      } else if (party.equals(engine.getRuntimeService().getVariable(id, ModelElements.SIDE))) {
        engine.getRuntimeService().setVariable(id, ModelElements.LEAD, lead);
      }
    }
    List<Task> tasks =
        engine
            .getTaskService()
            .createTaskQuery()
            .processInstanceBusinessKey(ref.value())
            .taskCandidateGroup(reassigned.from().value())
            .includeAssignedTasks()
            .list();
    for (Task task : tasks) {
      engine.getTaskService().setAssignee(task.getId(), null);
      engine.getTaskService().deleteCandidateGroup(task.getId(), reassigned.from().value());
      engine.getTaskService().addCandidateGroup(task.getId(), reassigned.to().value());
      recorder.handedOver(ref, task.getId(), reassigned.to());
    }
  }
}
