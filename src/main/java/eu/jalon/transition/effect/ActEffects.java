package eu.jalon.transition.effect;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItemView;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.Commitments;
import eu.jalon.directory.Person;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.DueDate;
import eu.jalon.transition.effect.ActEffect.ItemChange;
import eu.jalon.transition.effect.ActEffect.ItemEffect;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the effect of an act on a commitment. In a dry run the act is carried out all the same, and
 * its transaction is rolled back: a preview refuses what the act refuses and shows what it does.
 */
@Component
public class ActEffects {

  private final Commitments commitments;
  private final ActionItems items;
  private final TransactionTemplate transaction;
  private final TransactionTemplate trial;

  ActEffects(Commitments commitments, ActionItems items, PlatformTransactionManager transactions) {
    this.commitments = commitments;
    this.items = items;
    this.transaction = new TransactionTemplate(transactions);
    this.trial = new TransactionTemplate(transactions);
    this.trial.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * Carries out an act on a commitment and returns its effect, with the items of a part that it
   * splits off.
   *
   * @param dryRun whether nothing of it is kept
   */
  public ActEffect of(CommitmentRef ref, Person by, boolean dryRun, Runnable act) {
    return Objects.requireNonNull(
        (dryRun ? trial : transaction)
            .execute(
                status -> {
                  if (dryRun) {
                    status.setRollbackOnly();
                  }
                  return effect(ref, by, act);
                }));
  }

  private ActEffect effect(CommitmentRef ref, Person by, Runnable act) {
    Commitment before = commitments.get(ref, by);
    Map<String, ActionItem> open = open(ref);
    int known = commitments.changes(ref).size();
    act.run();
    List<CommitmentChange> all = new ArrayList<>(commitments.changes(ref));
    Collections.reverse(all);
    List<CommitmentChange> changes = List.copyOf(all.subList(known, all.size()));
    Map<String, ActionItem> after = open(ref);
    for (CommitmentChange change : changes) {
      String part = change.to();
      if (change.type() == CommitmentChange.Type.SPLIT && part != null) {
        after.putAll(open(new CommitmentRef(part)));
      }
    }
    return new ActEffect(before, commitments.get(ref, by), changes, compare(open, after));
  }

  private Map<String, ActionItem> open(CommitmentRef ref) {
    Map<String, ActionItem> open = new LinkedHashMap<>();
    items.of(ref).stream()
        .map(ActionItemView::item)
        .filter(item -> item.status() == ActionItem.Status.OPEN)
        .forEach(item -> open.put(item.id(), item));
    return open;
  }

  private static List<ItemEffect> compare(
      Map<String, ActionItem> before, Map<String, ActionItem> after) {
    List<ItemEffect> effects = new ArrayList<>();
    before.forEach(
        (id, item) -> {
          ActionItem now = after.get(id);
          if (now == null) {
            effects.add(effect(ItemChange.DROPPED, item, day(item), null));
            return;
          }
          if (!now.ministry().equals(item.ministry())) {
            effects.add(effect(ItemChange.MINISTRY, now, day(item), day(now)));
          }
          if (!Objects.equals(now.due(), item.due())) {
            effects.add(effect(ItemChange.DATE, now, day(item), day(now)));
          }
        });
    after.forEach(
        (id, item) -> {
          if (!before.containsKey(id)) {
            effects.add(effect(ItemChange.OPENED, item, null, day(item)));
          }
        });
    return List.copyOf(effects);
  }

  private static ItemEffect effect(
      ItemChange change, ActionItem item, @Nullable LocalDate from, @Nullable LocalDate to) {
    return new ItemEffect(change, item.step(), item.ministry(), from, to);
  }

  private static @Nullable LocalDate day(ActionItem item) {
    return item.dueOn().map(DueDate::day).orElse(null);
  }
}
