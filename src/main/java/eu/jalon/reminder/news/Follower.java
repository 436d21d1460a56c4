package eu.jalon.reminder.news;

import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.PersonId;
import java.time.Instant;

/**
 * A person who follows a commitment.
 *
 * @param series the series of the commitment
 * @param since when the person began to follow it
 */
record Follower(CommitmentRef ref, PersonId person, String series, Instant since) {}
