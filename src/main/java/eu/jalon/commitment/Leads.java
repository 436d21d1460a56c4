package eu.jalon.commitment;

import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.ValidationError;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The lead ministries of a commitment, one for each party that takes part, the party that is
 * accountable, and the associated ministries.
 *
 * @param byParty the lead ministries, ordered by party
 */
public record Leads(
    SortedMap<PartyCode, MinistryCode> byParty,
    PartyCode accountable,
    List<MinistryCode> associated) {

  public Leads {
    byParty.forEach(Leads::checkParty);
    if (!byParty.containsKey(accountable)) {
      throw ValidationError.invalid("commitment.accountableLead", accountable);
    }
    Collection<MinistryCode> leads = byParty.values();
    byParty = Collections.unmodifiableSortedMap(new TreeMap<>(byParty));
    associated =
        associated.stream().filter(code -> !leads.contains(code)).distinct().sorted().toList();
  }

  /**
   * Returns the leads made of one ministry of each party.
   *
   * @throws ValidationError {@code commitment.twoLeads} for two ministries of one party
   */
  public static Leads of(
      Collection<MinistryCode> leads, PartyCode accountable, List<MinistryCode> associated) {
    SortedMap<PartyCode, MinistryCode> byParty = new TreeMap<>();
    for (MinistryCode lead : leads) {
      if (byParty.put(lead.party(), lead) != null) {
        throw ValidationError.invalid("commitment.twoLeads", lead.party());
      }
    }
    return new Leads(byParty, accountable, associated);
  }

  /** Checks that a ministry can be the lead of a party. */
  public static void checkParty(PartyCode party, MinistryCode lead) {
    if (!lead.party().equals(party)) {
      throw ValidationError.invalid("commitment.lead", lead, party);
    }
  }

  /** Returns the parties that take part, ordered by code. */
  public Set<PartyCode> parties() {
    return byParty.keySet();
  }

  /** Returns the lead ministries, ordered by party. */
  public List<MinistryCode> all() {
    return List.copyOf(byParty.values());
  }

  /** Returns the lead ministry of a party; empty if the party does not take part. */
  public Optional<MinistryCode> find(PartyCode party) {
    return Optional.ofNullable(byParty.get(party));
  }

  /** Returns the lead ministry of a party that takes part. */
  public MinistryCode lead(PartyCode party) {
    @Nullable MinistryCode lead = byParty.get(party);
    if (lead == null) {
      throw ValidationError.invalid("commitment.noLead", party);
    }
    return lead;
  }

  /** Returns the same leads and associated ministries, one of them replaced. */
  public Leads replacing(MinistryCode from, MinistryCode to) {
    SortedMap<PartyCode, MinistryCode> replaced = new TreeMap<>(byParty);
    replaced.replaceAll((party, lead) -> lead.equals(from) ? to : lead);
    return new Leads(
        replaced,
        accountable,
        associated.stream().map(ministry -> ministry.equals(from) ? to : ministry).toList());
  }

  /** Returns whether the ministry is one of the leads. */
  public boolean include(MinistryCode ministry) {
    return byParty.containsValue(ministry);
  }

  /** Returns the parties that take part, other than the given one. */
  public List<PartyCode> others(PartyCode party) {
    return byParty.keySet().stream().filter(other -> !other.equals(party)).toList();
  }
}
