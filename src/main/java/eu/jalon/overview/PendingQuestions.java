package eu.jalon.overview;

import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.LocalText;
import java.time.Instant;

/**
 * The questions that a country has not answered.
 *
 * @param ref the commitment of the one that has waited longest
 * @param since when that one was asked
 */
public record PendingQuestions(int count, CommitmentRef ref, LocalText title, Instant since) {}
