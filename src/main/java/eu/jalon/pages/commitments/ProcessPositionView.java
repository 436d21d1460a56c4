package eu.jalon.pages.commitments;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.form.Step;
import eu.jalon.actionitem.process.ProcessOutlook;
import eu.jalon.shared.PartyCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a commitment in one party with their states, as a text alternative to the diagram of
 * the process.
 */
record ProcessPositionView(PartyCode party, List<Line> lines) {

  /** The state of a step. */
  enum State {
    DONE,
    DROPPED,
    NOW,
    WAITING,
    TO_COME
  }

  /**
   * One step.
   *
   * @param item the action item; the last one if the step was repeated
   * @param earlier the number of earlier reports of the step, or all of them if it is done
   * @param perhaps whether the process may skip it
   * @param waits the name of a timer in the model, if the step is a wait
   */
  record Line(
      State state,
      @Nullable Step step,
      @Nullable ActionItem item,
      int earlier,
      boolean perhaps,
      @Nullable String waits) {}

  /** All parties, from the items in the order in which they were opened. */
  static List<ProcessPositionView> of(
      Collection<PartyCode> parties, List<ActionItem> items, ProcessOutlook outlook) {
    return parties.stream()
        .map(party -> new ProcessPositionView(party, lines(party, items, outlook)))
        .toList();
  }

  /** Whether there are no steps. */
  public boolean empty() {
    return lines.isEmpty();
  }

  private static List<Line> lines(PartyCode party, List<ActionItem> items, ProcessOutlook outlook) {
    Map<Step, List<ActionItem>> bySteps = new LinkedHashMap<>();
    for (ActionItem item : items) {
      if (item.ministry().party().equals(party)) {
        bySteps.computeIfAbsent(item.step(), step -> new ArrayList<>()).add(item);
      }
    }
    List<Line> over = new ArrayList<>();
    List<Line> now = new ArrayList<>();
    bySteps.forEach((step, times) -> sort(step, times, over, now));
    outlook.pauses().stream()
        .filter(pause -> pause.side().equals(party))
        .map(pause -> new Line(State.WAITING, null, null, 0, false, pause.name()))
        .forEach(now::add);
    List<Line> lines = new ArrayList<>(over);
    lines.addAll(now);
    outlook.toCome().stream()
        .filter(next -> next.side().equals(party))
        .map(next -> new Line(State.TO_COME, next.step(), null, 0, next.perhaps(), null))
        .forEach(lines::add);
    return List.copyOf(lines);
  }

  private static void sort(Step step, List<ActionItem> times, List<Line> over, List<Line> now) {
    List<ActionItem> done = having(times, ActionItem.Status.DONE);
    List<ActionItem> open = having(times, ActionItem.Status.OPEN);
    for (ActionItem item : open) {
      now.add(new Line(State.NOW, step, item, done.size(), false, null));
    }
    if (open.isEmpty()) {
      boolean dropped = times.get(times.size() - 1).status() == ActionItem.Status.DROPPED;
      over.add(
          new Line(
              dropped ? State.DROPPED : State.DONE,
              step,
              times.get(times.size() - 1),
              done.size(),
              false,
              null));
    }
  }

  private static List<ActionItem> having(List<ActionItem> items, ActionItem.Status status) {
    return items.stream().filter(item -> item.status() == status).toList();
  }
}
