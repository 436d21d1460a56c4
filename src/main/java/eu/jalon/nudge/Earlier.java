package eu.jalon.nudge;

import eu.jalon.nudge.Nudge.Trace;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The nudges that some items were given before today's round, and those that were suppressed. */
final class Earlier {

  /** One recorded nudge; given where no suppression is named. */
  record Entry(Trace trace, Stage stage, @Nullable Suppression suppression) {}

  private final Map<Trace, Set<Stage>> given = new HashMap<>();
  private final Set<Entry> all;

  Earlier(List<Entry> entries) {
    all = new HashSet<>(entries);
    for (Entry entry : entries) {
      if (entry.suppression() == null) {
        given.computeIfAbsent(entry.trace(), trace -> new HashSet<>()).add(entry.stage());
      }
    }
  }

  Set<Stage> given(Trace trace) {
    return given.getOrDefault(trace, Set.of());
  }

  /** Whether the very same is on record: the first record says since when. */
  boolean holds(Nudge nudge) {
    return all.contains(new Entry(nudge.trace(), nudge.stage(), nudge.suppression()));
  }
}
