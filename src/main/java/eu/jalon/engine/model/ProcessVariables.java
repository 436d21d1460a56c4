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

/** The variables that a process takes from its commitment, and must agree with all its life. */
@Component
public class ProcessVariables {

  private final ActionItemRecorder ledger;
  private final Directory directory;

  ProcessVariables(ActionItemRecorder ledger, Directory directory) {
    this.ledger = ledger;
    this.directory = directory;
  }

  /** What the process of a commitment must hold now, by the register. */
  public Map<String, Object> of(CommitmentRef ref) {
    Map<String, Object> facts = variables(ledger.expectedVariables(ref));
    // Only instances of the first model have these.
    facts.put("coordinationBe", coordination(Country.BE).value());
    facts.put("coordinationFr", coordination(Country.FR).value());
    return facts;
  }

  public MinistryCode coordination(Country country) {
    return directory.coordinationOf(country);
  }

  public static Map<String, Object> variables(CommitmentProcesses.Start start) {
    Map<String, Object> variables = new HashMap<>();
    variables.put(ModelElements.REF, start.ref().value());
    variables.put(ModelElements.TITLE_FR, start.titleFr());
    variables.put(ModelElements.TITLE_NL, start.titleNl());
    variables.put(ModelElements.LEAD_BE, start.leads().leadBe().value());
    variables.put(ModelElements.LEAD_FR, start.leads().leadFr().value());
    variables.put(ModelElements.TRACK, ModelElements.TRACKS.get(start.track()));
    variables.put(ModelElements.ACCOUNTABLE, start.leads().accountable().name());
    return variables;
  }
}
