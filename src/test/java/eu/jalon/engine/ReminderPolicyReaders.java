package eu.jalon.engine;

import eu.jalon.engine.dmn.DmnReminderPolicyReader;
import eu.jalon.reminder.policy.ReminderPolicyReader;

/** Gives tests of other modules the DMN policy reader without a process engine. */
public final class ReminderPolicyReaders {

  private ReminderPolicyReaders() {}

  public static ReminderPolicyReader dmn() {
    return new DmnReminderPolicyReader();
  }
}
