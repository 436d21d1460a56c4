package eu.jalon.reminder.policy;

import java.util.Map;

/**
 * One rule of the reminder policy, as written in the DMN table.
 *
 * @param conditions the FEEL condition of each input; empty if any value matches
 * @param remark the author's annotation
 */
public record PolicyRule(
    String id,
    Map<ReminderPolicy.Input, String> conditions,
    PolicyDecision decision,
    String remark) {}
