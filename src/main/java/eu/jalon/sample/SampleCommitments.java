package eu.jalon.sample;

import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.commitment.Leads;
import eu.jalon.commitment.NewCommitment;
import eu.jalon.commitment.Track;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Converts entries of the sample file to commitments, and what was done on them to acts. */
final class SampleCommitments {

  private SampleCommitments() {}

  static NewCommitment commitment(SampleFile.CommitmentEntry entry, SampleDay days) {
    SampleFile.Closed closed = entry.closed();
    return new NewCommitment(
        entry.ref(),
        entry.title(),
        entry.summary(),
        Track.valueOf(entry.track()),
        leads(entry),
        deadline(entry.deadline(), days),
        null,
        closed == null
            ? null
            : new NewCommitment.Closing(
                CommitmentStatus.valueOf(closed.status()), days.of(closed.on())));
  }

  /** Parses a day relative to the first start, or a deadline rule. */
  static DeadlineRule deadline(String text, SampleDay days) {
    return SampleDay.isRelative(text)
        ? new DeadlineRule.Fixed(days.of(text), Optional.empty())
        : DeadlineRule.parse(text);
  }

  private static Leads leads(SampleFile.CommitmentEntry entry) {
    return Leads.of(
        entry.leads().values().stream().map(MinistryCode::new).toList(),
        entry.accountable(),
        entry.associated().stream().map(MinistryCode::new).toList());
  }

  /** Returns what the leads of a commitment completed. */
  static List<SampleAct> progress(SampleFile.CommitmentEntry entry) {
    List<SampleAct> acts = new ArrayList<>();
    orEmpty(entry.taken())
        .forEach(
            (party, on) ->
                acts.add(
                    new SampleAct.Complete(on, entry.ref(), lead(entry, party), Map.of(), null)));
    orEmpty(entry.progress())
        .forEach(
            (party, completed) ->
                completed.forEach(
                    item ->
                        acts.add(
                            new SampleAct.Complete(
                                item.on(),
                                entry.ref(),
                                lead(entry, party),
                                fields(item),
                                item.file()))));
    return acts;
  }

  private static <V> Map<PartyCode, V> orEmpty(@Nullable Map<PartyCode, V> map) {
    return map == null ? Map.of() : map;
  }

  private static MinistryCode lead(SampleFile.CommitmentEntry entry, PartyCode party) {
    String lead = entry.leads().get(party);
    if (lead == null) {
      throw new IllegalArgumentException("No lead of " + party + " in " + entry.ref());
    }
    return new MinistryCode(lead);
  }

  private static Map<String, String> fields(SampleFile.CompletedItem item) {
    String note = item.takeCharge();
    if (note != null) {
      return Map.of("takeChargeNote", note);
    }
    String status = item.report();
    String text = item.text();
    if (status == null || text == null) {
      throw new IllegalArgumentException("A completed item needs takeCharge, or report and text");
    }
    return Map.of("progressStatus", status, "progressText", text);
  }
}
