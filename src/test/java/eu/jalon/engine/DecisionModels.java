package eu.jalon.engine;

import eu.jalon.engine.dmn.DmnReminderPolicyReader;
import eu.jalon.reminder.policy.ReminderPolicyReader;

/** Gives tests of other rooms the real reader of decision models, without the process engine. */
public final class DecisionModels {

  private DecisionModels() {}

  public static ReminderPolicyReader tables() {
    return new DmnReminderPolicyReader();
  }
}
