package eu.jalon.intake.draft;

import eu.jalon.shared.Language;
import eu.jalon.shared.MeetingId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A declaration that was received, under review or launched.
 *
 * @param language the language of the document
 */
public record DeclarationSummary(
    UUID id,
    MeetingId summit,
    String fileName,
    Language language,
    Instant uploadedAt,
    @Nullable Instant launched,
    int items) {

  public Optional<Instant> launchedAt() {
    return Optional.ofNullable(launched);
  }
}
