package eu.jalon.intake.version;

import eu.jalon.shared.Language;
import java.time.Instant;
import java.util.UUID;

/**
 * A version of a declaration in another language than the one its drafts were made from.
 *
 * @param version counts the changes of its pairs
 */
public record LanguageVersion(
    UUID id,
    UUID declaration,
    Language language,
    String fileName,
    Instant uploadedAt,
    int version) {}
