package eu.jalon.pages.commitments;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.form.Step;
import eu.jalon.actionitem.process.ProcessOutlook;
import eu.jalon.shared.Country;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where one country stands with a commitment, as steps in words: what a picture of the process
 * shows, and what replaces it for who does not see one.
 */
record ProcessPositionView(Country country, List<Line> lines) {

  /** What became of a step. */
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
   * @param item the item it is about; the last one where the step came several times
   * @param earlier how many reports the step had before, or in all where it is done
   * @param perhaps whether the process may go around it
   * @param waits what the model calls the wait for a day, where it is one
   */
  record Line(
      State state,
      @Nullable Step step,
      @Nullable ActionItem item,
      int earlier,
      boolean perhaps,
      @Nullable String waits) {}

  /** Both countries, from the items in the order in which they were opened. */
  static List<ProcessPositionView> of(List<ActionItem> items, ProcessOutlook outlook) {
    return Arrays.stream(Country.values())
        .map(country -> new ProcessPositionView(country, lines(country, items, outlook)))
        .toList();
  }

  /** Whether anything is known at all. */
  public boolean empty() {
    return lines.isEmpty();
  }

  private static List<Line> lines(Country country, List<ActionItem> items, ProcessOutlook outlook) {
    Map<Step, List<ActionItem>> bySteps = new LinkedHashMap<>();
    for (ActionItem item : items) {
      if (item.ministry().country() == country) {
        bySteps.computeIfAbsent(item.step(), step -> new ArrayList<>()).add(item);
      }
    }
    List<Line> over = new ArrayList<>();
    List<Line> now = new ArrayList<>();
    bySteps.forEach((step, times) -> sort(step, times, over, now));
    outlook.pauses().stream()
        .filter(pause -> pause.side() == country)
        .map(pause -> new Line(State.WAITING, null, null, 0, false, pause.name()))
        .forEach(now::add);
    List<Line> lines = new ArrayList<>(over);
    lines.addAll(now);
    outlook.toCome().stream()
        .filter(next -> next.side() == country)
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
