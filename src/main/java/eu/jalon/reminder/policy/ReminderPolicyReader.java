package eu.jalon.reminder.policy;

/** Port: reads a reminder policy from a decision model (DMN 1.3). */
public interface ReminderPolicyReader {

  /**
   * Reads a table.
   *
   * @throws eu.jalon.shared.Refusal where it is no such table: not XML, other inputs or outputs,
   *     another hit policy or expression language, an output that has no meaning here
   */
  ReminderPolicy read(String dmn);
}
