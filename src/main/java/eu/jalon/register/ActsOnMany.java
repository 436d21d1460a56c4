package eu.jalon.register;

import eu.jalon.directory.Person;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.Refusal;
import eu.jalon.shared.SeveralRefused;
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
 * none, each by the rules of {@link CommitmentActs}. Two items of one commitment are one act.
 */
@Service
@Transactional
public class ActsOnMany {

  /** So many items are acted on at a time. */
  public static final int MOST = 200;

  private final ActionItems items;
  private final Commitments commitments;
  private final CommitmentActs acts;

  ActsOnMany(ActionItems items, Commitments commitments, CommitmentActs acts) {
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
      throw Refusal.invalid("selection.empty");
    }
    if (ids.size() > MOST) {
      throw Refusal.invalid("selection.tooMany", ids.size(), MOST);
    }
    return ids;
  }

  /**
   * Another deadline for the commitments of these items.
   *
   * @return what was extended, one item for each commitment
   * @throws SeveralRefused naming each commitment that cannot be; nothing happens then
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
   * @throws SeveralRefused naming each commitment that cannot be; nothing happens then
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
      throw Refusal.invalid("selection.otherCountry", item.ministry(), to);
    }
    Owners owners = commitments.get(item.ref(), by).owners();
    if (item.step().byCoordination() || !owners.lead(to.country()).equals(item.ministry())) {
      throw Refusal.invalid("selection.notLead", item.ministry());
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
    List<SeveralRefused.One> refused = new ArrayList<>();
    Map<CommitmentRef, ActionItem> done = new LinkedHashMap<>();
    for (String id : ids) {
      ActionItemView view = views.get(id);
      try {
        ActionItem item = open(id, view);
        check.accept(item);
        if (done.putIfAbsent(item.ref(), item) == null) {
          act.accept(item);
        }
      } catch (Refusal refusal) {
        refused.add(new SeveralRefused.One(view == null ? id : view.item().ref().value(), refusal));
      }
    }
    if (!refused.isEmpty()) {
      throw new SeveralRefused(refused);
    }
    return List.copyOf(done.values());
  }

  private static ActionItem open(String id, @Nullable ActionItemView view) {
    if (view == null) {
      throw Refusal.notFound("actionItem.unknown", id);
    }
    if (view.item().status() != ActionItem.Status.OPEN) {
      throw Refusal.conflict("actionItem.closed", view.item().ref());
    }
    return view.item();
  }
}
