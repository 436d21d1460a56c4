package eu.jalon.engine.process;

import eu.jalon.actionitem.record.ActionItemRecorder;
import eu.jalon.actionitem.record.RequestRecorder;
import eu.jalon.engine.model.ModelElements;
import eu.jalon.engine.model.ProcessVariables;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The beans that expressions in models can name; without this list they could name every bean of
 * the application.
 */
public final class ModelBeans {

  private final ObjectProvider<ActionItemRecorder> recorder;
  private final ObjectProvider<RequestRecorder> requests;
  private final ObjectProvider<ProcessVariables> variables;

  public ModelBeans(
      ObjectProvider<ActionItemRecorder> recorder,
      ObjectProvider<RequestRecorder> requests,
      ObjectProvider<ProcessVariables> variables) {
    this.recorder = recorder;
    this.requests = requests;
    this.variables = variables;
  }

  public Map<Object, Object> all() {
    JavaDelegate applyExtension =
        execution -> requests.getObject().applyExtension(refOf(execution));
    JavaDelegate applyReassignment = this::reassign;
    JavaDelegate intervalMissed = this::intervalMissed;
    return Map.of(
        "evidenceInterval",
        new EvidenceIntervalBean(recorder),
        "requests",
        new RequestBean(requests),
        "teams",
        new CoordinationBean(variables),
        "applyExtension",
        applyExtension,
        "applyReassignment",
        applyReassignment,
        "intervalMissed",
        intervalMissed);
  }

  private void reassign(DelegateExecution execution) {
    CommitmentRef ref = refOf(execution);
    new Reassignment(execution.getProcessEngineServices(), recorder.getObject())
        .apply(ref, requests.getObject().applyReassignment(ref));
  }

  private void intervalMissed(DelegateExecution execution) {
    recorder
        .getObject()
        .intervalMissed(
            refOf(execution),
            new MinistryCode((String) execution.getVariable(ModelElements.LEAD)),
            new PersonId("system"));
  }

  private static CommitmentRef refOf(DelegateExecution execution) {
    return new CommitmentRef(execution.getProcessBusinessKey());
  }
}
