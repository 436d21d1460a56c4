package eu.jalon.nudge;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The nudges that some items were given before, and those that were suppressed. */
final class Earlier {

  /** Recorded nudges of a kind, and when the last was; given where no suppression is named. */
  record Entry(
      Nudge.Trace trace, Stage stage, @Nullable Suppression suppression, LocalDate lastOn) {}

  private record Rung(Nudge.Trace trace, Stage stage) {}

  private record Held(Nudge.Trace trace, Stage stage, Suppression suppression) {}

  private final Map<Rung, LocalDate> given = new HashMap<>();
  private final Set<Nudge.Trace> traces = new HashSet<>();
  private final Set<Held> held = new HashSet<>();

  Earlier(Collection<Entry> entries) {
    entries.forEach(this::add);
  }

  private void add(Entry entry) {
    Suppression suppression = entry.suppression();
    if (suppression == null) {
      given.merge(
          new Rung(entry.trace(), entry.stage()),
          entry.lastOn(),
          (one, other) -> one.isAfter(other) ? one : other);
      traces.add(entry.trace());
    } else {
      held.add(new Held(entry.trace(), entry.stage(), suppression));
    }
  }

  /** Notes what a further day brings, where days are only imagined. */
  void add(Nudge nudge, LocalDate on) {
    add(new Entry(nudge.trace(), nudge.stage(), nudge.suppressed().orElse(null), on));
  }

  /** The last day on which somebody was told at a stage. */
  Optional<LocalDate> lastGiven(Nudge.Trace trace, Stage stage) {
    return Optional.ofNullable(given.get(new Rung(trace, stage)));
  }

  /** Whether he was told of it with this due date at all. */
  boolean wasTold(Nudge.Trace trace) {
    return traces.contains(trace);
  }

  /** Whether the very same is on record: the first record says since when. */
  boolean holds(Nudge nudge) {
    return nudge
        .suppressed()
        .filter(why -> held.contains(new Held(nudge.trace(), nudge.stage(), why)))
        .isPresent();
  }
}
