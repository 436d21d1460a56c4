package eu.jalon.engine.process;

import eu.jalon.engine.model.ProcessVariables;
import eu.jalon.shared.Country;
import org.springframework.beans.factory.ObjectProvider;

/** The bean {@code teams} of the models: the current coordinating ministries. */
public class CoordinationBean {

  private final ObjectProvider<ProcessVariables> variables;

  CoordinationBean(ObjectProvider<ProcessVariables> variables) {
    this.variables = variables;
  }

  /** The group of a country's coordinators. */
  public String coordination(String country) {
    return variables.getObject().coordination(Country.valueOf(country)).value();
  }
}
