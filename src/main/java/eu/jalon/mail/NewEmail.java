package eu.jalon.mail;

import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.Language;
import eu.jalon.shared.PersonId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An email to be queued; its text is composed when it is sent.
 *
 * @param aboutId the id of what an email of this kind is about, 0 where the kind needs none
 * @param delay how long it waits before it may be sent
 * @param subject the subject as things stand now, replaced by the composed one at sending
 * @param lasting whether it may be sent on a later day than its own
 * @param again the email that it sends again, if it does
 */
public record NewEmail(
    PersonId person,
    EmailAddress to,
    LocalDate on,
    String kind,
    long aboutId,
    Language language,
    String subject,
    List<CommitmentRef> refs,
    Duration delay,
    boolean lasting,
    Email.@Nullable Again again) {

  /** An email that is true on its day only. */
  public NewEmail(
      PersonId person,
      EmailAddress to,
      LocalDate on,
      String kind,
      Language language,
      String subject,
      List<CommitmentRef> refs,
      Duration delay) {
    this(person, to, on, kind, 0, language, subject, refs, delay, false, null);
  }

  /** An email about one thing, which may be sent on a later day than its own. */
  public NewEmail about(long id) {
    return new NewEmail(person, to, on, kind, id, language, subject, refs, delay, true, again);
  }

  public NewEmail {
    refs = refs.stream().distinct().sorted().toList();
  }
}
