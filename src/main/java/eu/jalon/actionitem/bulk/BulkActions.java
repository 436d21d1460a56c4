package eu.jalon.actionitem.bulk;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItemView;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.commitment.Commitments;
import eu.jalon.commitment.Leads;
import eu.jalon.commitment.action.CommitmentActions;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.commitment.proposal.Proposal;
import eu.jalon.directory.Person;
import eu.jalon.directory.Viewer;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.ValidationErrors;
import eu.jalon.shared.text.FreeText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Applies one action of {@link CommitmentActions} to the commitments of several action items, all
 * or none. A commitment with several selected items is changed once.
 */
@Service
@Transactional
public class BulkActions {

  /** Maximum number of items per call. */
  public static final int MAX_ITEMS = 200;

  private final ActionItems items;
  private final Commitments commitments;
  private final CommitmentActions actions;

  BulkActions(ActionItems items, Commitments commitments, CommitmentActions actions) {
    this.items = items;
    this.commitments = commitments;
    this.actions = actions;
  }

  /**
   * Checks a selection; rejects an empty one and one of more than {@link #MAX_ITEMS} items.
   *
   * @return the ids without duplicates
   */
  public static List<String> chosen(Collection<String> actionItemIds) {
    List<String> ids = actionItemIds.stream().distinct().toList();
    if (ids.isEmpty()) {
      throw ValidationError.invalid("selection.empty");
    }
    if (ids.size() > MAX_ITEMS) {
      throw ValidationError.invalid("selection.tooMany", ids.size(), MAX_ITEMS);
    }
    return ids;
  }

  /**
   * Sets another deadline for the commitments of the items, or proposes it to the other parties.
   *
   * @param items one item of each commitment
   * @param proposed the number of commitments whose deadline waits for other parties
   */
  public record Extended(List<ActionItem> items, int proposed) {}

  /**
   * Sets another deadline for the commitments of the items, or proposes it to the other parties.
   *
   * @throws ValidationErrors naming each commitment that cannot be changed; nothing is changed then
   */
  public Extended extend(
      Collection<String> actionItemIds, DeadlineRule deadline, String reason, Person by) {
    List<Proposal> proposed = new ArrayList<>();
    List<ActionItem> done =
        apply(
            actionItemIds,
            reason,
            by,
            item -> {},
            item -> actions.extend(item.ref(), deadline, reason, by).ifPresent(proposed::add));
    return new Extended(done, proposed.size());
  }

  /**
   * Makes another ministry the lead of the commitments of the items.
   *
   * @return one item of each changed commitment, as it was before
   * @throws ValidationErrors naming each commitment that cannot be changed; nothing is changed then
   */
  public List<ActionItem> reassign(
      Collection<String> actionItemIds, MinistryCode to, String reason, Person by) {
    return apply(
        actionItemIds,
        reason,
        by,
        item -> requireLead(item, to, by),
        item -> actions.reassign(item.ref(), to, reason, by));
  }

  /** Rejects an item that does not belong to the lead of the same party as the new lead. */
  private void requireLead(ActionItem item, MinistryCode to, Person by) {
    if (!item.ministry().party().equals(to.party())) {
      throw ValidationError.invalid("selection.otherParty", item.ministry(), to);
    }
    Leads leads = commitments.get(item.ref(), by).leads();
    if (item.step().byCoordination() || !leads.include(item.ministry())) {
      throw ValidationError.invalid("selection.notLead", item.ministry());
    }
  }

  private List<ActionItem> apply(
      Collection<String> actionItemIds,
      String reason,
      Person by,
      Consumer<ActionItem> check,
      Consumer<ActionItem> action) {
    Viewer.requireCoordinator(by);
    List<String> ids = chosen(actionItemIds);
    FreeText.reason(reason);
    Map<String, ActionItemView> views = items.views(ids, by);
    List<ValidationErrors.Rejected> rejected = new ArrayList<>();
    Map<CommitmentRef, ActionItem> done = new LinkedHashMap<>();
    for (String id : ids) {
      ActionItemView view = views.get(id);
      try {
        ActionItem item = open(id, view);
        check.accept(item);
        if (done.putIfAbsent(item.ref(), item) == null) {
          action.accept(item);
        }
      } catch (ValidationError error) {
        rejected.add(
            new ValidationErrors.Rejected(view == null ? id : view.item().ref().value(), error));
      }
    }
    if (!rejected.isEmpty()) {
      throw new ValidationErrors(rejected);
    }
    return List.copyOf(done.values());
  }

  private static ActionItem open(String id, @Nullable ActionItemView view) {
    if (view == null) {
      throw ValidationError.notFound("actionItem.unknown", id);
    }
    if (view.item().status() != ActionItem.Status.OPEN) {
      throw ValidationError.conflict("actionItem.closed", view.item().ref());
    }
    return view.item();
  }
}
