package eu.jalon.engine.process;

import eu.jalon.actionitem.record.ActionItemRecorder;
import eu.jalon.actionitem.record.RequestRecorder;
import eu.jalon.commitment.Commitment;
import eu.jalon.engine.model.ModelElements;
import eu.jalon.engine.model.ProcessVariables;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MinistryCode;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** Brings a running process in line with a commitment that was corrected. */
final class ProcessCorrection {

  private final ProcessEngineServices engine;
  private final ActionItemRecorder recorder;

  ProcessCorrection(ProcessEngineServices engine, ActionItemRecorder recorder) {
    this.engine = engine;
    this.recorder = recorder;
  }

  void apply(Commitment before, Commitment after) {
    Optional<ProcessInstance> followUp =
        Optional.ofNullable(
            engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(after.ref().value())
                .rootProcessInstances()
                .singleResult());
    followUp.ifPresent(
        instance -> {
          setVariables(after, instance);
          handOver(before, after);
          new TrackPositions(new FollowUp(engine, instance.getId()), before, after).update();
        });
  }

  private void setVariables(Commitment after, ProcessInstance followUp) {
    Map<String, Object> variables =
        ProcessVariables.variables(recorder.expectedVariables(after.ref()));
    engine.getRuntimeService().setVariables(followUp.getId(), variables);
    for (ProcessInstance called :
        engine
            .getRuntimeService()
            .createProcessInstanceQuery()
            .superProcessInstanceId(followUp.getId())
            .list()) {
      for (String name :
          new String[] {ModelElements.TITLE, ModelElements.TRACK, ModelElements.ACCOUNTABLE}) {
        engine.getRuntimeService().setVariable(called.getId(), name, variables.get(name));
      }
    }
  }

  private void handOver(Commitment before, Commitment after) {
    CommitmentRef ref = after.ref();
    after
        .leads()
        .byParty()
        .forEach(
            (party, lead) -> {
              MinistryCode former = before.leads().lead(party);
              if (!former.equals(lead)) {
                new Reassignment(engine, recorder)
                    .apply(ref, new RequestRecorder.Reassigned(party, former, lead));
              }
            });
  }
}
