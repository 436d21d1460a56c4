package eu.jalon.actionitem;

import eu.jalon.actionitem.form.Step;
import eu.jalon.commitment.deadline.DueOffset;

/** An open action item whose process was migrated, with what the newer model says of it. */
public record MigratedItem(String id, Step step, DueOffset offset) {}
