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
 * @param lasting whether it may be sent on a later day than its own
 */
public record NewLetter(
    PersonId person,
    EmailAddress to,
    LocalDate on,
    String kind,
    Language language,
    String subject,
    List<CommitmentRef> refs,
    Duration delay,
    boolean lasting) {

  /** A letter that is true on its day only. */
  public NewLetter(
      PersonId person,
      EmailAddress to,
      LocalDate on,
      String kind,
      Language language,
      String subject,
      List<CommitmentRef> refs,
      Duration delay) {
    this(person, to, on, kind, language, subject, refs, delay, false);
  }

  public NewLetter {
    refs = refs.stream().distinct().sorted().toList();
  }
}
