package eu.jalon.actionitem;

import eu.jalon.commitment.deadline.DueOffset;

/** A new action item with its due-date offset from the process model. */
public record OpenedItem(ActionItem item, DueOffset offset) {}
