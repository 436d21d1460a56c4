package eu.jalon.pages.commitments;

import eu.jalon.actionitem.evidence.Contributions;
import eu.jalon.commitment.Commitment;
import eu.jalon.directory.Person;
import eu.jalon.shared.MinistryCode;
import java.util.Optional;

/** The part that a reader's ministry has in a commitment; the text is {@code work.role.<name>}. */
enum MinistryRole {
  ACCOUNTABLE,
  LEAD,
  ASSOCIATED;

  /** Empty if the ministry has none. */
  static Optional<MinistryRole> of(Commitment commitment, Person person) {
    Optional<MinistryCode> lead = person.workplace().filter(commitment.leads()::include);
    if (lead.isPresent()) {
      return lead.map(
          own -> own.party().equals(commitment.leads().accountable()) ? ACCOUNTABLE : LEAD);
    }
    return Contributions.isAssociated(commitment, person)
        ? Optional.of(ASSOCIATED)
        : Optional.empty();
  }
}
