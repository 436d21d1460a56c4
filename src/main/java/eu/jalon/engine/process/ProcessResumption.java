package eu.jalon.engine.process;

import eu.jalon.actionitem.form.Step;
import eu.jalon.commitment.process.CommitmentProcesses;
import eu.jalon.commitment.process.CommitmentProcesses.Position;
import eu.jalon.engine.model.ModelElements;
import eu.jalon.shared.PartyCode;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.runtime.ActivityInstance;

/** Moves the parties of a process that was started again to where they were. */
final class ProcessResumption {

  private final FollowUp followUp;
  private final CommitmentProcesses.Start start;

  ProcessResumption(FollowUp followUp, CommitmentProcesses.Start start) {
    this.followUp = followUp;
    this.start = start;
  }

  void moveTo(Map<PartyCode, Position> positions) {
    Map<PartyCode, ActivityInstance> parts = followUp.parts();
    positions.forEach(
        (party, position) -> {
          ActivityInstance part = parts.get(party);
          if (part != null) {
            move(party, part, Step.of(position.step()), position.completed());
          }
        });
  }

  private void move(PartyCode party, ActivityInstance part, Step step, boolean completed) {
    switch (step) {
      case TAKE_CHARGE -> {
        // a process starts there
      }
      case FINAL_EVALUATION -> followUp.move(part, ModelElements.FINAL_EVALUATION);
      case VALIDATE ->
          followUp.move(part, completed ? ModelElements.PARTY_VALIDATED : ModelElements.VALIDATE);
      default -> {
        followUp.putOnTrack(
            party,
            part,
            start.track(),
            party.equals(start.leads().accountable()),
            Optional.of(step.key()));
        if (step == Step.EVIDENCE && completed) {
          followUp.moveOnTrack(party, ModelElements.INTERVAL_END);
        }
      }
    }
  }
}
