package eu.jalon.actionitem;

import eu.jalon.actionitem.form.Step;
import eu.jalon.commitment.deadline.DueOffset;

/**
 * An open action item of a migrated process instance, with its step and due-date offset in the new
 * model.
 */
public record MigratedItem(String id, Step step, DueOffset offset) {}
