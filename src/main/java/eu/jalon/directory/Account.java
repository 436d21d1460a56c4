package eu.jalon.directory;

/**
 * A person's account for signing in.
 *
 * @param sessionEpoch how often the sessions of the account were ended; a session with another
 *     number is invalid
 */
public record Account(Person person, int sessionEpoch) {}
