package eu.jalon.reminder.policy;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * The output of a policy rule.
 *
 * @param rule the id of the rule
 * @param stage the stage; one reminder per person, due date and stage, unless repeated
 * @param repeat the working days after which the reminder is repeated; 0 for never
 * @param copyTo who is reminded in addition to the owners
 */
public record PolicyDecision(
    String rule, boolean remind, ReminderStage stage, int repeat, Set<CopyRecipient> copyTo) {

  public PolicyDecision {
    Set<CopyRecipient> copy = EnumSet.noneOf(CopyRecipient.class);
    copy.addAll(copyTo);
    copyTo = Collections.unmodifiableSet(copy);
  }
}
