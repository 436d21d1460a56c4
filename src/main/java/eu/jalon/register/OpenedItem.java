package eu.jalon.register;

/** A new action item with the offset that its model gives it. */
public record OpenedItem(ActionItem item, DueOffset offset) {}
