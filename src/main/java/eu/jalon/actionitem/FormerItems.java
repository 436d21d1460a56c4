package eu.jalon.actionitem;

import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.Commitments;
import eu.jalon.directory.Person;
import eu.jalon.directory.Viewer;
import eu.jalon.shared.MinistryCode;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happened to items that a link or an open page still shows. */
@Service
@Transactional(readOnly = true)
public class FormerItems {

  /** An item is closed in the transaction of the change that ended its commitment. */
  private static final Duration SAME_CHANGE = Duration.ofSeconds(5);

  private final JdbcActionItems items;
  private final Commitments commitments;

  FormerItems(JdbcActionItems items, Commitments commitments) {
    this.items = items;
    this.commitments = commitments;
  }

  /**
   * An item that another ministry has now.
   *
   * @param change the change of the lead from the reader's ministry
   */
  public record HandedOver(ActionItemView view, CommitmentChange change) {}

  /**
   * Returns an item that the person's ministry had to hand over and may no longer see; of a
   * restricted commitment only the reference.
   */
  public Optional<HandedOver> handedOver(String id, Person person) {
    String own = person.workplace().map(MinistryCode::value).orElse("");
    return items
        .find(id, Viewer.EVERYTHING)
        .flatMap(
            view ->
                commitments.changes(view.item().ref()).stream()
                    .filter(change -> change.type() == CommitmentChange.Type.REASSIGNED)
                    .filter(change -> own.equals(change.from()))
                    .findFirst()
                    .map(change -> handedOver(view, change)));
  }

  private static HandedOver handedOver(ActionItemView view, CommitmentChange change) {
    return view.restricted()
        ? new HandedOver(view.outside(), change.withoutReason())
        : new HandedOver(view, change);
  }

  /** Returns the change of the commitment by which an item was dropped. */
  public Optional<CommitmentChange> dropping(ActionItem item) {
    if (item.status() != ActionItem.Status.DROPPED || item.closedAt() == null) {
      return Optional.empty();
    }
    return commitments.changes(item.ref()).stream()
        .filter(
            change ->
                Duration.between(change.at(), item.closedAt()).abs().compareTo(SAME_CHANGE) < 0)
        .findFirst();
  }
}
