package eu.jalon.reminder.policy;

/** Port: reads a reminder policy from a decision model (DMN 1.3). */
public interface ReminderPolicyReader {

  /**
   * Reads a decision table.
   *
   * @throws eu.jalon.shared.ValidationError if it is not valid XML, or has other inputs, outputs,
   *     output values, hit policy or expression language than required
   */
  ReminderPolicy read(String dmn);
}
