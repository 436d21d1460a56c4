package eu.jalon.pages.tasks;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.shared.MinistryCode;
import java.util.List;
import java.util.Optional;

/**
 * The answers available to a user; the services check the same rights again.
 *
 * @param onIt whether the item belongs to the user's ministry
 * @param moreTime whether the user leads the commitment or coordinates
 * @param notOurs whether the item's ministry is the lead of the user's party, so that another could
 *     replace it
 * @param others the possible replacements
 * @param release whether the user may release the item
 * @param assign whether the user may assign the item
 * @param decides whether requests of the user are applied at once
 */
record AnswerRights(
    boolean onIt,
    boolean moreTime,
    boolean notOurs,
    List<Ministry> others,
    boolean release,
    boolean assign,
    boolean decides) {

  static AnswerRights of(Person person, ActionItem item, Commitment commitment, Directory all) {
    MinistryCode own = person.workplace().orElse(null);
    boolean decides = person.is(Role.COORDINATOR);
    boolean leads = own != null && commitment.leads().include(own);
    boolean running = commitment.status() == CommitmentStatus.IN_PROGRESS;
    boolean moreTime = running && (leads || decides);
    MinistryCode lead = commitment.leads().lead(item.ministry().party());
    boolean sameParty = own != null && own.party().equals(item.ministry().party());
    boolean notOurs = moreTime && sameParty && lead.equals(item.ministry());
    List<Ministry> others = notOurs ? others(lead, all) : List.of();
    return new AnswerRights(
        Optional.of(item.ministry()).equals(person.workplace()),
        moreTime,
        notOurs && !others.isEmpty(),
        others,
        item.assignee() != null && item.isReleasableBy(person),
        item.isAssignableBy(person),
        decides);
  }

  private static List<Ministry> others(MinistryCode lead, Directory all) {
    return all.ministries().stream()
        .filter(ministry -> ministry.party().equals(lead.party()))
        .filter(ministry -> !ministry.coordination() && !ministry.code().equals(lead))
        .toList();
  }
}
