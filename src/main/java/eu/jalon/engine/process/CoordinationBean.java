package eu.jalon.engine.process;

import eu.jalon.engine.model.ProcessVariables;
import eu.jalon.shared.PartyCode;
import org.springframework.beans.factory.ObjectProvider;

/** The bean {@code teams} of the models: the current coordinating ministries. */
public class CoordinationBean {

  private final ObjectProvider<ProcessVariables> variables;

  CoordinationBean(ObjectProvider<ProcessVariables> variables) {
    this.variables = variables;
  }

  /** The group of a party's coordinators. */
  public String coordination(String party) {
    return variables.getObject().coordination(new PartyCode(party)).value();
  }
}
