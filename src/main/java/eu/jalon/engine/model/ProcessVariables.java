package eu.jalon.engine.model;

import eu.jalon.actionitem.record.ActionItemRecorder;
import eu.jalon.commitment.process.CommitmentProcesses;
import eu.jalon.directory.Directory;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.Country;
import eu.jalon.shared.MinistryCode;
import java.util.HashMap;
import java.util.Map;
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
    Map<String, Object> variables = variables(recorder.expectedVariables(ref));
    // Only instances of the first version of the model have these.
    variables.put("coordinationBe", coordination(Country.BE).value());
    variables.put("coordinationFr", coordination(Country.FR).value());
    return variables;
  }

  /** The coordinating ministry of a country. */
  public MinistryCode coordination(Country country) {
    return directory.coordinationOf(country);
  }

  /** The variables of a process that is started. */
  public static Map<String, Object> variables(CommitmentProcesses.Start start) {
    Map<String, Object> variables = new HashMap<>();
    variables.put(ModelElements.REF, start.ref().value());
    variables.put(ModelElements.TITLE, start.title());
    variables.put(ModelElements.LEAD_BE, start.leads().leadBe().value());
    variables.put(ModelElements.LEAD_FR, start.leads().leadFr().value());
    variables.put(ModelElements.TRACK, ModelElements.TRACKS.get(start.track()));
    variables.put(ModelElements.ACCOUNTABLE, start.leads().accountable().name());
    return variables;
  }
}
