package eu.jalon.commitment.action;

import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.Leads;
import eu.jalon.commitment.NewCommitment;
import eu.jalon.commitment.Track;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.commitment.entry.ManualEntry;
import eu.jalon.commitment.proposal.Proposal;
import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.TextPolicy;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is to be corrected in a commitment; what is absent stays.
 *
 * @param titles the new titles by language; a blank one removes the title in that language
 * @param summaries the same of the summary
 * @param theme the number of another theme of the same meeting
 * @param leads the new lead ministries of some of the parties that take part
 * @param associated all associated ministries
 * @param restricted whether it is to be restricted
 */
public record Correction(
    Map<Language, String> titles,
    Map<Language, String> summaries,
    @Nullable Integer theme,
    @Nullable Track track,
    @Nullable PartyCode accountable,
    Map<PartyCode, MinistryCode> leads,
    @Nullable List<MinistryCode> associated,
    @Nullable DeadlineRule deadline,
    @Nullable Boolean restricted) {

  public Correction {
    titles = checked(titles, Correction::title);
    summaries =
        checked(
            summaries,
            text -> TextPolicy.MULTI_LINE.checked("summary", text, ManualEntry.MAX_SUMMARY));
    leads.forEach(Leads::checkParty);
    leads = Map.copyOf(leads);
  }

  public static Correction deadline(DeadlineRule rule) {
    return new Correction(Map.of(), Map.of(), null, null, null, Map.of(), null, rule, null);
  }

  /** Another lead ministry of its party. */
  public static Correction lead(MinistryCode ministry) {
    return new Correction(
        Map.of(), Map.of(), null, null, null, Map.of(ministry.party(), ministry), null, null, null);
  }

  public static Correction accountable(PartyCode party) {
    return new Correction(Map.of(), Map.of(), null, null, party, Map.of(), null, null, null);
  }

  /** Returns the same correction without the values that the given acts change. */
  public Correction without(List<Proposal.Act> acts) {
    Map<PartyCode, MinistryCode> own = new LinkedHashMap<>(leads);
    @Nullable PartyCode kept = accountable;
    @Nullable DeadlineRule rule = deadline;
    for (Proposal.Act act : acts) {
      switch (act.kind()) {
        case EXTENSION -> rule = null;
        case LEAD -> own.remove(new MinistryCode(act.value()).party());
        case ACCOUNTABLE -> kept = null;
        case WITHDRAWAL, CLOSING, CLOSING_UNDONE -> {
          // not part of a correction
        }
      }
    }
    return new Correction(titles, summaries, theme, track, kept, own, associated, rule, restricted);
  }

  private static String title(String text) {
    return TextPolicy.SINGLE_LINE.checked("title", text, NewCommitment.MAX_TITLE);
  }

  private static Map<Language, String> checked(
      Map<Language, String> texts, UnaryOperator<String> check) {
    Map<Language, String> checked = new LinkedHashMap<>();
    texts.forEach((language, text) -> checked.put(language, check.apply(text)));
    return checked;
  }

  /**
   * Returns the corrected title.
   *
   * @param required the languages in which a title cannot be removed
   */
  public LocalText title(Commitment commitment, Collection<Language> required) {
    titles.forEach(
        (language, text) -> {
          if (text.isBlank()
              && required.contains(language)
              && commitment.title().find(language).isPresent()) {
            throw ValidationError.invalid("commitment.titleMissing", language);
          }
        });
    return merged(commitment.title(), titles)
        .orElseThrow(() -> ValidationError.invalid("commitment.noTitle"));
  }

  /** Returns the corrected summary; empty if there is none. */
  public Optional<LocalText> summary(Commitment commitment) {
    return merged(commitment.summary(), summaries);
  }

  private static Optional<LocalText> merged(
      @Nullable LocalText former, Map<Language, String> changes) {
    Map<Language, String> texts =
        former == null ? new LinkedHashMap<>() : new LinkedHashMap<>(former.texts());
    changes.forEach(
        (language, text) -> {
          if (text.isBlank()) {
            texts.remove(language);
          } else {
            texts.put(language, text);
          }
        });
    return texts.isEmpty() ? Optional.empty() : Optional.of(new LocalText(texts));
  }

  /**
   * Returns the corrected leads.
   *
   * @throws ValidationError {@code commitment.noLead} for a party that does not take part
   */
  public Leads leads(Commitment commitment) {
    SortedMap<PartyCode, MinistryCode> byParty = new TreeMap<>(commitment.leads().byParty());
    leads.forEach(
        (party, ministry) -> {
          if (byParty.put(party, ministry) == null) {
            throw ValidationError.invalid("commitment.noLead", party);
          }
        });
    return new Leads(
        byParty,
        accountable == null ? commitment.leads().accountable() : accountable,
        associated == null ? commitment.leads().associated() : associated);
  }
}
