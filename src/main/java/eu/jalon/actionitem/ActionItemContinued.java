package eu.jalon.actionitem;

/**
 * Published when an action item goes on as another one: its commitment was carried over, or that
 * was taken back.
 *
 * @param from the id of the item that ended
 * @param to the id of the item that continues it
 */
public record ActionItemContinued(String from, String to) {}
