package eu.jalon.mail;

import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.Language;
import eu.jalon.shared.PersonId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Translates a filter of e-mails to an SQL condition. */
final class EmailCriteria {

  /** E-mails without commitments, such as invitations, tell nothing of any series. */
  static final String OF_SERIES =
      """
      not exists
        (select 1 from email_commitment r
         join email_series s on s.ref = r.ref
         where r.email_id = l.id and s.series_id <> all(cast(:series as varchar array)))
      """;

  private EmailCriteria() {}

  /** A {@code where} clause; empty if the filter includes all e-mails. */
  static String of(EmailFilter filter, Map<String, Object> parameters) {
    List<String> conditions = new ArrayList<>();
    addRecipient(filter, conditions, parameters);
    addPeriod(filter, conditions, parameters);
    EmailStatus status = filter.status();
    if (status != null) {
      conditions.add("l.status = :status");
      parameters.put("status", status.name());
    }
    CommitmentRef ref = filter.ref();
    if (ref != null) {
      conditions.add("l.id in (select r.email_id from email_commitment r where r.ref = :ref)");
      parameters.put("ref", ref.value());
    }
    String kind = filter.kind();
    if (kind != null) {
      conditions.add("l.kind = :kind");
      parameters.put("kind", kind);
    }
    Set<String> series = filter.series();
    if (series != null) {
      conditions.add(OF_SERIES);
      parameters.put("series", series.toArray(String[]::new));
    }
    if (filter.resentOnly()) {
      conditions.add("l.resend_of is not null");
    }
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  private static void addRecipient(
      EmailFilter filter, List<String> conditions, Map<String, Object> parameters) {
    String to = filter.to();
    if (to != null) {
      conditions.add("(l.person_id = :to or lower(l.to_address) = :to)");
      parameters.put("to", to.strip().toLowerCase(Locale.ROOT));
    }
    Set<PersonId> people = filter.people();
    if (people != null) {
      conditions.add(people.isEmpty() ? "1 = 0" : "l.person_id in (:people)");
      parameters.put("people", people.stream().map(PersonId::value).toList());
    }
    Language language = filter.language();
    if (language != null) {
      conditions.add("l.language = :language");
      parameters.put("language", language.code());
    }
  }

  private static void addPeriod(
      EmailFilter filter, List<String> conditions, Map<String, Object> parameters) {
    LocalDate from = filter.from();
    if (from != null) {
      conditions.add("l.on_date >= :from");
      parameters.put("from", from);
    }
    LocalDate until = filter.until();
    if (until != null) {
      conditions.add("l.on_date <= :until");
      parameters.put("until", until);
    }
  }
}
