package eu.jalon.overview.activity;

import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import java.time.Instant;

/**
 * An unanswered question about a commitment in progress.
 *
 * @param toAnswer whether the reader's ministry has to answer it; otherwise its party asked it
 */
public record QuestionLine(
    long id,
    CommitmentRef ref,
    LocalText title,
    MinistryCode from,
    MinistryCode to,
    String text,
    Instant askedAt,
    boolean toAnswer) {}
