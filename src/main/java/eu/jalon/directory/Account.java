package eu.jalon.directory;

/**
 * A person as somebody who can sign in.
 *
 * @param sessionEpoch how often his sessions were ended; one made under another number is over
 */
public record Account(Person person, int sessionEpoch) {}
