package eu.jalon.intake.draft;

import eu.jalon.commitment.Leads;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The owners of a step, as far as they are known.
 *
 * @param leads the known lead ministries, ordered by party
 */
public record DraftOwners(
    SortedMap<PartyCode, MinistryCode> leads,
    @Nullable PartyCode accountable,
    List<MinistryCode> associated) {

  /** No owner is known. */
  public static final DraftOwners NONE = new DraftOwners(new TreeMap<>(), null, List.of());

  public DraftOwners {
    leads.forEach(Leads::checkParty);
    Collection<MinistryCode> known = leads.values();
    associated =
        associated.stream().filter(code -> !known.contains(code)).distinct().sorted().toList();
    leads = Collections.unmodifiableSortedMap(new TreeMap<>(leads));
  }

  /** The known lead ministries, ordered by party. */
  public List<MinistryCode> all() {
    return List.copyOf(leads.values());
  }

  public @Nullable MinistryCode lead(PartyCode party) {
    return leads.get(party);
  }

  /** Returns the known leads with those of other owners, which win for the parties they name. */
  public SortedMap<PartyCode, MinistryCode> with(Collection<MinistryCode> others) {
    SortedMap<PartyCode, MinistryCode> together = new TreeMap<>(leads);
    others.forEach(lead -> together.put(lead.party(), lead));
    return together;
  }

  /** The owners of a commitment; nothing may be missing. */
  public Leads complete() {
    if (leads.isEmpty() || accountable == null) {
      throw new IllegalStateException("a draft without its owners is incomplete");
    }
    return new Leads(leads, accountable, associated);
  }
}
