package eu.jalon.actionitem;

import eu.jalon.commitment.deadline.DueOffset;

/** A new action item with the offset that its model gives it. */
public record OpenedItem(ActionItem item, DueOffset offset) {}
