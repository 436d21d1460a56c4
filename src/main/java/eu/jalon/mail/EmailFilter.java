package eu.jalon.mail;

import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.Language;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A filter of e-mails; absent criteria match all.
 *
 * @param to a person id or an e-mail address
 * @param people the recipient is one of these
 * @param from the first planned day
 * @param until the last planned day
 * @param kind a kind, as in {@link Email#kind}
 * @param resentOnly only resends
 */
public record EmailFilter(
    @Nullable EmailStatus status,
    @Nullable String to,
    @Nullable Set<PersonId> people,
    @Nullable CommitmentRef ref,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    @Nullable String kind,
    @Nullable Language language,
    boolean resentOnly) {

  private static final Pattern KIND = Pattern.compile("[A-Z]{1,20}");

  public EmailFilter {
    if (kind != null && !KIND.matcher(kind).matches()) {
      throw ValidationError.invalid("page.parameter", "kind", kind);
    }
    people = people == null ? null : Set.copyOf(people);
  }

  public EmailFilter(
      @Nullable EmailStatus status,
      @Nullable String to,
      @Nullable CommitmentRef ref,
      @Nullable LocalDate on) {
    this(status, to, null, ref, on, on, null, null, false);
  }

  public static EmailFilter none() {
    return new EmailFilter(null, null, null, null);
  }

  /** The same filter without the state. */
  EmailFilter inAnyState() {
    return new EmailFilter(null, to, people, ref, from, until, kind, language, resentOnly);
  }
}
