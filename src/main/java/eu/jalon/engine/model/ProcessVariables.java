package eu.jalon.engine.model;

import eu.jalon.actionitem.record.ActionItemRecorder;
import eu.jalon.commitment.process.CommitmentProcesses;
import eu.jalon.directory.Directory;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The process variables that must equal the values of the commitment as long as the process runs.
 */
@Component
public class ProcessVariables {

  private final ActionItemRecorder recorder;
  private final Directory directory;

  ProcessVariables(ActionItemRecorder recorder, Directory directory) {
    this.recorder = recorder;
    this.directory = directory;
  }

  /** The current values of a commitment's process variables. */
  public Map<String, Object> of(CommitmentRef ref) {
    return variables(recorder.expectedVariables(ref));
  }

  /** The coordinating ministry of a party. */
  public MinistryCode coordination(PartyCode party) {
    return directory.coordinationOf(party);
  }

  /** The variables of a process that is started. */
  public static Map<String, Object> variables(CommitmentProcesses.Start start) {
    Map<String, Object> variables = new HashMap<>();
    variables.put(ModelElements.REF, start.ref().value());
    variables.put(ModelElements.TITLE, start.title());
    start
        .leads()
        .byParty()
        .forEach((party, lead) -> variables.put(ModelElements.lead(party.value()), lead.value()));
    variables.put(
        ModelElements.PARTIES,
        start.leads().parties().stream().map(PartyCode::value).collect(Collectors.joining(",")));
    variables.put(ModelElements.TRACK, ModelElements.TRACKS.get(start.track()));
    variables.put(ModelElements.ACCOUNTABLE, start.leads().accountable().value());
    return variables;
  }
}
