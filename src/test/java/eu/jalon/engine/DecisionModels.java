package eu.jalon.engine;

import eu.jalon.nudge.CadenceTables;

/** Gives tests of other rooms the real reader of decision models, without the process engine. */
public final class DecisionModels {

  private DecisionModels() {}

  public static CadenceTables tables() {
    return new DmnCadenceTables();
  }
}
