package eu.jalon.outbox;

import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.Language;
import eu.jalon.shared.PersonId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/**
 * A letter to be queued; its text is composed when it is sent.
 *
 * @param delay how long it waits before it may be sent
 * @param subject the subject as things stand now, replaced by the composed one at sending
 */
public record NewLetter(
    PersonId person,
    EmailAddress to,
    LocalDate on,
    String kind,
    Language language,
    String subject,
    List<CommitmentRef> refs,
    Duration delay) {

  public NewLetter {
    refs = refs.stream().distinct().sorted().toList();
  }
}
