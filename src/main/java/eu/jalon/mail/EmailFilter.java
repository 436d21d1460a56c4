package eu.jalon.mail;

import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.Language;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import java.time.LocalDate;
import java.util.Optional;
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
 * @param series only e-mails about commitments, all of which are of these series
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
    boolean resentOnly,
    @Nullable Set<String> series) {

  private static final Pattern KIND = Pattern.compile("[A-Z]{1,20}");

  public EmailFilter {
    if (kind != null && !KIND.matcher(kind).matches()) {
      throw ValidationError.invalid("page.parameter", "kind", kind);
    }
    people = people == null ? null : Set.copyOf(people);
    series = series == null ? null : Set.copyOf(series);
  }

  public EmailFilter(
      @Nullable EmailStatus status,
      @Nullable String to,
      @Nullable Set<PersonId> people,
      @Nullable CommitmentRef ref,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      @Nullable String kind,
      @Nullable Language language,
      boolean resentOnly) {
    this(status, to, people, ref, from, until, kind, language, resentOnly, null);
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

  /** All e-mails planned for a day or later. */
  public static EmailFilter since(LocalDate day) {
    return new EmailFilter(null, null, null, null, day, null, null, null, false);
  }

  /** The same filter without the state. */
  EmailFilter inAnyState() {
    return new EmailFilter(null, to, people, ref, from, until, kind, language, resentOnly, series);
  }

  /** The same filter for e-mails of some series only; an absent set does not restrict it. */
  public EmailFilter inSeries(Optional<Set<String>> only) {
    return new EmailFilter(
        status, to, people, ref, from, until, kind, language, resentOnly, only.orElse(null));
  }
}
