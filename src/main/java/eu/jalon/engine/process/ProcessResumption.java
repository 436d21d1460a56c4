package eu.jalon.engine.process;

import eu.jalon.actionitem.form.Step;
import eu.jalon.commitment.process.CommitmentProcesses;
import eu.jalon.engine.model.ModelElements;
import eu.jalon.shared.PartyCode;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.runtime.ActivityInstance;

/** Moves the parties of a process that was started again to the steps at which they were. */
final class ProcessResumption {

  private static final Map<Step, String> OWN_TASKS =
      Map.of(
          Step.FINAL_EVALUATION, ModelElements.FINAL_EVALUATION,
          Step.VALIDATE, ModelElements.VALIDATE);

  private final FollowUp followUp;
  private final CommitmentProcesses.Start start;

  ProcessResumption(FollowUp followUp, CommitmentProcesses.Start start) {
    this.followUp = followUp;
    this.start = start;
  }

  /**
   * Moves them.
   *
   * @param steps the key of the step of each party; empty for a party that had been validated
   */
  void moveTo(Map<PartyCode, Optional<String>> steps) {
    Map<PartyCode, ActivityInstance> parts = followUp.parts();
    steps.forEach(
        (party, step) -> {
          ActivityInstance part = parts.get(party);
          if (part != null) {
            move(party, part, step.map(Step::of));
          }
        });
  }

  private void move(PartyCode party, ActivityInstance part, Optional<Step> step) {
    if (step.isEmpty()) {
      followUp.move(part, ModelElements.PARTY_VALIDATED);
    } else if (OWN_TASKS.containsKey(step.get())) {
      followUp.move(part, OWN_TASKS.getOrDefault(step.get(), ModelElements.FINAL_EVALUATION));
    } else if (step.get() != Step.TAKE_CHARGE) {
      followUp.putOnTrack(
          party,
          part,
          start.track(),
          party.equals(start.leads().accountable()),
          step.map(Step::key));
    }
  }
}
