package eu.jalon.sample;

import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.commitment.Leads;
import eu.jalon.commitment.NewCommitment;
import eu.jalon.commitment.Track;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Converts entries of the sample file to commitments; relative dates count from the first start.
 */
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
        leads(entry),
        deadline(entry.deadline(), start),
        null,
        closed == null
            ? null
            : new NewCommitment.Closing(
                CommitmentStatus.valueOf(closed.status()), day(closed.on())));
  }

  /**
   * Parses {@code start-24} and {@code start+5}, days relative to the first start, or a deadline
   * rule.
   */
  private static DeadlineRule deadline(String text, LocalDate start) {
    return text.startsWith(START)
        ? new DeadlineRule.Fixed(
            start.plusDays(Integer.parseInt(text.substring(START.length()))), Optional.empty())
        : DeadlineRule.parse(text);
  }

  private static Leads leads(SampleFile.CommitmentEntry entry) {
    return Leads.of(
        entry.leads().values().stream().map(MinistryCode::new).toList(),
        new PartyCode(entry.accountable()),
        entry.associated().stream().map(MinistryCode::new).toList());
  }

  static MinistryCode lead(Map<String, String> leads, PartyCode party) {
    String code = leads.get(party.value());
    if (code == null) {
      throw new IllegalArgumentException("No lead of " + party + " in " + leads);
    }
    return new MinistryCode(code);
  }

  /** Parses a date, or a month as its first day. */
  static LocalDate day(String text) {
    return LocalDate.parse(isMonth(text) ? text + "-01" : text);
  }

  static boolean isMonth(String text) {
    return text.length() == 7;
  }
}
