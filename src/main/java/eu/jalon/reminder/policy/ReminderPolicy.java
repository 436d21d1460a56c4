package eu.jalon.reminder.policy;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** A reminder policy that was read; says which lines match, and does not judge itself. */
public interface ReminderPolicy {

  /** What a table looks at, by the names it uses. */
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

  /**
   * One line as it is written.
   *
   * @param conditions what each input has to be; empty where anything matches
   * @param remark what its author noted
   */
  record Line(String rule, Map<Input, String> conditions, PolicyDecision verdict, String remark) {}

  List<Line> lines();

  /** Every line that matches; a sound table has exactly one for each situation. */
  List<PolicyDecision> matching(ReminderSituation situation);

  /** The texts and numbers that the conditions on an input name. */
  Set<String> mentioned(Input input);
}
