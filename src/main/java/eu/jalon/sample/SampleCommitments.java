package eu.jalon.sample;

import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.commitment.Leads;
import eu.jalon.commitment.NewCommitment;
import eu.jalon.commitment.Track;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.Country;
import eu.jalon.shared.MinistryCode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** The sample's entries as commitments, their relative dates counted from the first start. */
final class SampleCommitments {

  private static final String START = "start";

  private SampleCommitments() {}

  static NewCommitment commitment(SampleFile.CommitmentEntry entry, LocalDate start) {
    SampleFile.Closed closed = entry.closed();
    return new NewCommitment(
        new CommitmentRef(entry.ref()),
        entry.title(),
        entry.summary(),
        Track.valueOf(entry.track()),
        owners(entry),
        deadline(entry.deadline(), start),
        null,
        closed == null
            ? null
            : new NewCommitment.Closing(
                CommitmentStatus.valueOf(closed.status()), day(closed.on())));
  }

  /** {@code start-24} and {@code start+5} count from the first start; the rest are rules. */
  private static DeadlineRule deadline(String text, LocalDate start) {
    return text.startsWith(START)
        ? new DeadlineRule.Fixed(
            start.plusDays(Integer.parseInt(text.substring(START.length()))), Optional.empty())
        : DeadlineRule.parse(text);
  }

  private static Leads owners(SampleFile.CommitmentEntry entry) {
    return new Leads(
        lead(entry.leads(), Country.BE),
        lead(entry.leads(), Country.FR),
        Country.valueOf(entry.accountable()),
        entry.associated().stream().map(MinistryCode::new).toList());
  }

  static MinistryCode lead(Map<String, String> leads, Country country) {
    String code = leads.get(country.name());
    if (code == null) {
      throw new IllegalArgumentException("leads: none for " + country + " in " + leads);
    }
    return new MinistryCode(code);
  }

  /** A day, or the first of a month where only the month is known. */
  static LocalDate day(String text) {
    return LocalDate.parse(isMonth(text) ? text + "-01" : text);
  }

  static boolean isMonth(String text) {
    return text.length() == 7;
  }
}
