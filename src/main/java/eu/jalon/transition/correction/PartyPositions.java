package eu.jalon.transition.correction;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItemView;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.actionitem.form.Step;
import eu.jalon.actionitem.form.StepForm;
import eu.jalon.actionitem.record.ActionItemRecorder;
import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.process.CommitmentProcesses.Position;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.PartyCode;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds where the parties of a commitment are, or were when it was closed, from their items. */
@Component
public class PartyPositions {

  /**
   * Orders the items of a party by when it was at them: an open one last, then the one that was
   * closed last. Where one was done and another one dropped at the same moment, the party was at
   * the latter.
   */
  private static final Comparator<ActionItem> LAST =
      Comparator.comparing(
              (ActionItem item) -> item.closedAt() == null ? Instant.MAX : item.closedAt())
          .thenComparing(item -> item.status() != ActionItem.Status.DONE)
          .thenComparing(ActionItem::createdAt);

  private final ActionItems items;
  private final ActionItemRecorder recorder;

  PartyPositions(ActionItems items, ActionItemRecorder recorder) {
    this.items = items;
    this.recorder = recorder;
  }

  /** Returns the position of each party that takes part. */
  public Map<PartyCode, Position> of(Commitment commitment) {
    Map<PartyCode, ActionItem> last = new HashMap<>();
    items.of(commitment.ref()).stream()
        .map(ActionItemView::item)
        .filter(item -> !isDecision(item.step()))
        .forEach(
            item ->
                last.merge(
                    item.ministry().party(),
                    item,
                    (one, other) -> LAST.compare(one, other) > 0 ? one : other));
    Map<PartyCode, Position> positions = new HashMap<>();
    for (PartyCode party : commitment.leads().parties()) {
      positions.put(
          party,
          Optional.ofNullable(last.get(party))
              .map(item -> position(commitment, item))
              .orElse(new Position(Step.TAKE_CHARGE.key(), false)));
    }
    return positions;
  }

  /**
   * Returns the parties whose coordinators were asked what becomes of a commitment, and had not
   * answered when it was closed.
   *
   * @param closed when it was closed
   */
  Set<PartyCode> askedAtClosing(CommitmentRef ref, Instant closed) {
    return items.of(ref).stream()
        .map(ActionItemView::item)
        .filter(item -> item.ref().equals(ref) && item.step() == Step.DECIDE_CLOSING)
        .filter(item -> item.status() == ActionItem.Status.DROPPED)
        .filter(item -> item.closedAt() != null && !item.closedAt().isBefore(closed))
        .map(item -> item.ministry().party())
        .collect(Collectors.toSet());
  }

  private Position position(Commitment commitment, ActionItem last) {
    boolean completed =
        last.status() == ActionItem.Status.DONE
            && (last.step() != Step.EVIDENCE
                || recorder.isInPresentInterval(
                    commitment.ref(),
                    Optional.ofNullable(last.closedAt()).orElse(last.createdAt())));
    return new Position(last.step().key(), completed);
  }

  private static boolean isDecision(Step step) {
    return step.form() == StepForm.DECIDE_REQUEST || step.form() == StepForm.DECIDE_CLOSING;
  }
}
