package eu.jalon.reminder.news;

/** How people are told of a change; the first way that applies to a person is the only one. */
enum Telling {
  /** At once, by an e-mail of its own. */
  AT_ONCE,
  /** By the reminder of the action item that the change opens for them. */
  ACTION_ITEM,
  /** In their next digest. */
  NEXT_DIGEST
}
