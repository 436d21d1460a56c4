package eu.jalon.pages.emails;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.mail.EmailFilter;
import eu.jalon.mail.EmailSort;
import eu.jalon.mail.EmailStatus;
import eu.jalon.pages.frame.FormValues;
import eu.jalon.pages.frame.ListLink;
import eu.jalon.reminder.wording.EmailKind;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.Choice;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The filters of the email list as request parameters.
 *
 * @param status a state of emails
 * @param to an account or a mail address
 * @param on a single day, used by links; the same as from and until that day
 * @param series the series of the list, if the address names one
 */
record EmailQuery(
    @Nullable String status,
    @Nullable String to,
    @Nullable String ministry,
    @Nullable String ref,
    @Nullable String from,
    @Nullable String until,
    @Nullable String kind,
    @Nullable String language,
    @Nullable String again,
    @Nullable String on,
    @Nullable String sort,
    @Nullable String series) {

  EmailQuery {
    status = Choice.given(status);
    to = Choice.given(to);
    ministry = Choice.given(ministry);
    ref = Choice.given(ref);
    from = Choice.given(from == null ? on : from);
    until = Choice.given(until == null ? on : until);
    kind = Choice.given(kind);
    language = Choice.given(language);
    again = Choice.given(again);
    on = null;
    sort = Choice.given(sort);
    series = Choice.given(series);
  }

  /** The filter; refuses unknown values. */
  EmailFilter filter(Directory directory) {
    if (to != null && to.length() > 254) {
      throw ValidationError.invalid("list.textTooLong", to.length(), 254);
    }
    LocalDate first = from == null ? null : FormValues.day(from);
    LocalDate last = until == null ? null : FormValues.day(until);
    if (first != null && last != null && last.isBefore(first)) {
      throw ValidationError.invalid("list.period", first, last);
    }
    EmailKind about = Choice.optional(EmailKind.class, "kind", kind);
    return new EmailFilter(
        Choice.optional(EmailStatus.class, "status", status),
        to,
        ministry == null ? null : people(new MinistryCode(ministry), directory),
        ref == null ? null : new CommitmentRef(ref.toUpperCase(Locale.ROOT)),
        first,
        last,
        about == null ? null : about.name(),
        Choice.optionalLanguage("language", language),
        "true".equals(again));
  }

  /** All people of a ministry, and its mailbox. */
  private static Set<PersonId> people(MinistryCode code, Directory directory) {
    Set<PersonId> people = new HashSet<>();
    directory.staff().getOrDefault(code, List.of()).stream().map(Person::id).forEach(people::add);
    Ministry ministry = directory.ministriesByCode().get(code);
    if (ministry != null) {
      people.add(ministry.mailboxId());
    }
    return people;
  }

  /** The sort order, the latest first if none is given; refuses unknown columns. */
  EmailSort order() {
    return sort == null ? EmailSort.LATEST : EmailSort.of(sort);
  }

  /** Whether anything is filtered. */
  public boolean narrows() {
    return Stream.of(status, to, ministry, ref, from, until, kind, language, again)
        .anyMatch(Objects::nonNull);
  }

  ListLink link() {
    return ListLink.to("/emails")
        .with(ListLink.SERIES, series)
        .with("status", status)
        .with("to", to)
        .with("ministry", ministry)
        .with("ref", ref)
        .with("from", from)
        .with("until", until)
        .with("kind", kind)
        .with("language", language)
        .with("again", again)
        .with("sort", sort);
  }
}
