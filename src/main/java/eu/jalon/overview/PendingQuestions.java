package eu.jalon.overview;

import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.LocalText;
import java.time.Instant;

/**
 * The unanswered questions to a party.
 *
 * @param ref the commitment of the oldest question
 * @param since when the oldest question was asked
 */
public record PendingQuestions(int count, CommitmentRef ref, LocalText title, Instant since) {}
