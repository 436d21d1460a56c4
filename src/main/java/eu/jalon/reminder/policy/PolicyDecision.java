package eu.jalon.reminder.policy;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a line of the reminder policy says.
 *
 * @param rule the line's id in the table
 * @param stage the stage, told once to each person for each due date
 * @param repeat after how many working days the stage is told again; 0 for never
 * @param alsoHear who hears beside those who have to do it
 */
public record PolicyDecision(
    String rule, boolean remind, ReminderStage stage, int repeat, Set<CopyRecipient> alsoHear) {

  public PolicyDecision {
    Set<CopyRecipient> copy = EnumSet.noneOf(CopyRecipient.class);
    copy.addAll(alsoHear);
    alsoHear = Collections.unmodifiableSet(copy);
  }
}
