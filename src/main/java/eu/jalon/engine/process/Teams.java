package eu.jalon.engine.process;

import eu.jalon.engine.model.ProcessVariables;
import eu.jalon.shared.Country;
import org.springframework.beans.factory.ObjectProvider;

/** Who coordinates, as the directory has it when a model asks. */
public class Teams {

  private final ObjectProvider<ProcessVariables> facts;

  Teams(ObjectProvider<ProcessVariables> facts) {
    this.facts = facts;
  }

  /** The group of a country's coordinators. */
  public String coordination(String country) {
    return facts.getObject().coordination(Country.valueOf(country)).value();
  }
}
