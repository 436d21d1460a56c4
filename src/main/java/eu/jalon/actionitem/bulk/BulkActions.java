package eu.jalon.actionitem.bulk;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItemView;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.commitment.Commitments;
import eu.jalon.commitment.Leads;
import eu.jalon.commitment.action.CommitmentActions;
import eu.jalon.commitment.deadline.DeadlineRule;
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
 * What coordinators do with the commitments of several action items at once: for all of them or for
 * none, each by the rules of {@link CommitmentActions}. Two items of one commitment are one act.
 */
@Service
@Transactional
public class BulkActions {

  /** So many items are acted on at a time. */
  public static final int MOST = 200;

  private final ActionItems items;
  private final Commitments commitments;
  private final CommitmentActions acts;

  BulkActions(ActionItems items, Commitments commitments, CommitmentActions acts) {
    this.items = items;
    this.commitments = commitments;
    this.acts = acts;
  }

  /**
   * Refuses nothing and too much.
   *
   * @return the ids, each once
   */
  public static List<String> chosen(Collection<String> actionItemIds) {
    List<String> ids = actionItemIds.stream().distinct().toList();
    if (ids.isEmpty()) {
      throw ValidationError.invalid("selection.empty");
    }
    if (ids.size() > MOST) {
      throw ValidationError.invalid("selection.tooMany", ids.size(), MOST);
    }
    return ids;
  }

  /**
   * Another deadline for the commitments of these items.
   *
   * @return what was extended, one item for each commitment
   * @throws ValidationErrors naming each commitment that cannot be; nothing happens then
   */
  public List<ActionItem> extend(
      Collection<String> actionItemIds, DeadlineRule deadline, String reason, Person by) {
    return each(
        actionItemIds,
        reason,
        by,
        item -> {},
        item -> acts.extend(item.ref(), deadline, reason, by));
  }

  /**
   * Another ministry for these items: it leads their commitments from now on.
   *
   * @return what was given away, one item for each commitment, as it was before
   * @throws ValidationErrors naming each commitment that cannot be; nothing happens then
   */
  public List<ActionItem> reassign(
      Collection<String> actionItemIds, MinistryCode to, String reason, Person by) {
    return each(
        actionItemIds,
        reason,
        by,
        item -> requireLead(item, to, by),
        item -> acts.reassign(item.ref(), to, reason, by));
  }

  /** Only what a lead ministry has to do goes to the next lead. */
  private void requireLead(ActionItem item, MinistryCode to, Person by) {
    if (item.ministry().country() != to.country()) {
      throw ValidationError.invalid("selection.otherCountry", item.ministry(), to);
    }
    Leads owners = commitments.get(item.ref(), by).owners();
    if (item.step().byCoordination() || !owners.lead(to.country()).equals(item.ministry())) {
      throw ValidationError.invalid("selection.notLead", item.ministry());
    }
  }

  private List<ActionItem> each(
      Collection<String> actionItemIds,
      String reason,
      Person by,
      Consumer<ActionItem> check,
      Consumer<ActionItem> act) {
    Viewer.requireCoordinator(by);
    List<String> ids = chosen(actionItemIds);
    FreeText.reason(reason);
    Map<String, ActionItemView> views = items.views(ids, by);
    List<ValidationErrors.One> refused = new ArrayList<>();
    Map<CommitmentRef, ActionItem> done = new LinkedHashMap<>();
    for (String id : ids) {
      ActionItemView view = views.get(id);
      try {
        ActionItem item = open(id, view);
        check.accept(item);
        if (done.putIfAbsent(item.ref(), item) == null) {
          act.accept(item);
        }
      } catch (ValidationError refusal) {
        refused.add(
            new ValidationErrors.One(view == null ? id : view.item().ref().value(), refusal));
      }
    }
    if (!refused.isEmpty()) {
      throw new ValidationErrors(refused);
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
