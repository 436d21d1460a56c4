package eu.jalon.reminder.policy;

import java.util.List;
import java.util.Set;

/** A reminder policy as read from DMN: returns the rules that match, without validating them. */
public interface ReminderPolicy {

  /** The inputs of the table, with their variable names. */
  enum Input {
    DAYS_LEFT("daysLeft"),
    STEP("step"),
    TRACK("track"),
    PRIORITY("priority"),
    LAST_PROGRESS("lastProgress");

    private final String key;

    Input(String key) {
      this.key = key;
    }

    public String key() {
      return key;
    }
  }

  List<PolicyRule> rules();

  /** The decision of every matching rule; exactly one for each situation if the table is valid. */
  List<PolicyDecision> matching(ReminderSituation situation);

  /** The string and number literals in the conditions on an input. */
  Set<String> mentioned(Input input);
}
