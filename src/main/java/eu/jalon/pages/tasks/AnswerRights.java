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
 * What somebody can answer to a reminder; the services check the same again.
 *
 * @param onIt whether the item is his ministry's
 * @param moreTime whether he leads the commitment or coordinates
 * @param notOurs whether the item's ministry leads on his side, so that another one could
 * @param others the ministries that could
 * @param decides whether what he asks for happens at once
 */
record AnswerRights(
    boolean onIt, boolean moreTime, boolean notOurs, List<Ministry> others, boolean decides) {

  static AnswerRights of(Person person, ActionItem item, Commitment commitment, Directory all) {
    MinistryCode own = person.workplace().orElse(null);
    boolean decides = person.is(Role.COORDINATOR);
    boolean leads = own != null && commitment.leads().lead(own.country()).equals(own);
    boolean running = commitment.status() == CommitmentStatus.IN_PROGRESS;
    boolean moreTime = running && (leads || decides);
    MinistryCode lead = commitment.leads().lead(item.ministry().country());
    boolean sameCountry = own != null && own.country() == item.ministry().country();
    boolean notOurs = moreTime && sameCountry && lead.equals(item.ministry());
    List<Ministry> others = notOurs ? others(lead, all) : List.of();
    return new AnswerRights(
        Optional.of(item.ministry()).equals(person.workplace()),
        moreTime,
        notOurs && !others.isEmpty(),
        others,
        decides);
  }

  private static List<Ministry> others(MinistryCode lead, Directory all) {
    return all.ministries().stream()
        .filter(ministry -> ministry.country() == lead.country())
        .filter(ministry -> !ministry.coordination() && !ministry.code().equals(lead))
        .toList();
  }
}
