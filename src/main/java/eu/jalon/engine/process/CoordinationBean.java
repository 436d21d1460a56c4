package eu.jalon.engine.process;

import eu.jalon.engine.model.ModelElements;
import eu.jalon.engine.model.ProcessVariables;
import eu.jalon.shared.PartyCode;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.beans.factory.ObjectProvider;

/** The bean {@code teams} of the models: the parties that take part and who acts for them. */
public class CoordinationBean {

  private static final String SEPARATOR = ",";

  private final ObjectProvider<ProcessVariables> variables;

  CoordinationBean(ObjectProvider<ProcessVariables> variables) {
    this.variables = variables;
  }

  /** The group of a party's coordinators. */
  public String coordination(String party) {
    return variables.getObject().coordination(new PartyCode(party)).value();
  }

  /** The number of parties in a list of codes. */
  public int count(String parties) {
    return parties.split(SEPARATOR, -1).length;
  }

  /** The party at a place of a list of codes, from 0. */
  public String party(String parties, int place) {
    return parties.split(SEPARATOR, -1)[place];
  }

  /** The group of the lead ministry of the party whose part an execution is in. */
  public String lead(DelegateExecution execution) {
    String party = (String) execution.getVariable(ModelElements.SIDE);
    return (String) execution.getVariable(ModelElements.lead(party));
  }
}
