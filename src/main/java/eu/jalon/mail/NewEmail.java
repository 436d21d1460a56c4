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
 * An e-mail to be queued; its content is composed when it is sent.
 *
 * @param aboutId the id of its subject matter; 0 if the kind has none
 * @param delay the time before the first attempt
 * @param subject a preliminary subject, replaced when the e-mail is composed
 * @param lasting whether it may be sent on a later day than planned
 * @param resendOf the original e-mail, if this is a resend
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
    Email.@Nullable Resend resendOf) {

  /** An e-mail that may be sent on its planned day only. */
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

  /** The same e-mail with a subject matter; it may be sent on a later day than planned. */
  public NewEmail about(long id) {
    return new NewEmail(person, to, on, kind, id, language, subject, refs, delay, true, resendOf);
  }

  public NewEmail {
    refs = refs.stream().distinct().sorted().toList();
  }
}
