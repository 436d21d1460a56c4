package eu.jalon.actionitem.bulk;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItemView;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.actionitem.form.Step;
import eu.jalon.actionitem.form.StepForm;
import eu.jalon.commitment.ProgressStatus;
import eu.jalon.directory.Person;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.ValidationErrors;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Completes several items of the user's ministry by the same answer, all or none. */
@Service
@Transactional
public class BulkCompletion {

  private final ActionItems items;

  BulkCompletion(ActionItems items) {
    this.items = items;
  }

  /** Returns whether several items of the step can be taken charge of at once. */
  public static boolean isTakeCharge(Step step) {
    return step.form() == StepForm.TAKE_CHARGE;
  }

  /** Returns whether several items of the step can be reported as on track at once. */
  public static boolean isReport(Step step) {
    return step.form() == StepForm.REPORT && step.repeated();
  }

  /**
   * Takes charge of the commitments of the items.
   *
   * @return the items as they were
   * @throws ValidationErrors naming each item that cannot be completed; nothing is changed then
   */
  public List<ActionItem> takeCharge(Collection<String> ids, Person by) {
    return complete(
        ids,
        by,
        item -> {
          if (!isTakeCharge(item.step())) {
            throw ValidationError.invalid("selection.notTakeCharge", item.ref());
          }
        },
        Map.of());
  }

  /**
   * Reports that the work on the items is on track; each comes back with its next due date.
   *
   * @param nextOn the day of the next report, if it is promised
   * @return the items as they were
   * @throws ValidationErrors naming each item that cannot be completed; nothing is changed then
   */
  public List<ActionItem> reportOnTrack(
      Collection<String> ids, String text, @Nullable LocalDate nextOn, Person by) {
    Map<String, String> fields = new TreeMap<>();
    fields.put("progressStatus", ProgressStatus.ON_TRACK.name());
    fields.put("progressText", text);
    if (nextOn != null) {
      fields.put("nextOn", nextOn.toString());
    }
    return complete(
        ids,
        by,
        item -> {
          if (!isReport(item.step())) {
            throw ValidationError.invalid("selection.notReport", item.ref());
          }
        },
        fields);
  }

  /** Rejects an item that the answer does not fit. */
  private interface Check {
    void check(ActionItem item);
  }

  /** Completes the items in the order of their commitments, the lock order. */
  private List<ActionItem> complete(
      Collection<String> ids, Person by, Check check, Map<String, String> fields) {
    List<String> chosen = BulkActions.chosen(ids);
    Map<String, ActionItemView> views = items.views(chosen, by);
    List<ValidationErrors.Rejected> rejected = new ArrayList<>();
    chosen.stream()
        .filter(id -> !views.containsKey(id))
        .forEach(
            id ->
                rejected.add(
                    new ValidationErrors.Rejected(
                        id, ValidationError.notFound("actionItem.unknown", id))));
    List<ActionItem> ordered =
        views.values().stream()
            .map(ActionItemView::item)
            .sorted(Comparator.comparing((ActionItem item) -> item.ref().value()))
            .toList();
    for (ActionItem item : ordered) {
      try {
        check.check(item);
        items.complete(item.id(), fields, by);
      } catch (ValidationError error) {
        rejected.add(new ValidationErrors.Rejected(item.ref().value(), error));
      }
    }
    if (!rejected.isEmpty()) {
      throw new ValidationErrors(rejected);
    }
    return ordered;
  }
}
