package eu.jalon.engine.process;

import eu.jalon.commitment.Commitment;
import eu.jalon.engine.model.ModelElements;
import eu.jalon.shared.PartyCode;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.runtime.ActivityInstance;

/**
 * Moves the parties on the track of a commitment whose track or accountable party was corrected.
 *
 * <p>A party goes to the same step of its track where it has one, and otherwise to the first. The
 * party that becomes accountable goes to the step at which the formerly accountable one was. A
 * party that has not begun its track, or that its coordinators have validated, stays where it is.
 */
final class TrackPositions {

  private final FollowUp followUp;
  private final Commitment before;
  private final Commitment after;

  TrackPositions(FollowUp followUp, Commitment before, Commitment after) {
    this.followUp = followUp;
    this.before = before;
    this.after = after;
  }

  void update() {
    Map<PartyCode, String> tracks = followUp.tracks();
    Optional<String> former = Optional.ofNullable(tracks.get(before.leads().accountable()));
    Optional<String> formerStep = former.flatMap(this::step);
    for (Map.Entry<PartyCode, ActivityInstance> entry : followUp.parts().entrySet()) {
      PartyCode party = entry.getKey();
      ActivityInstance part = entry.getValue();
      Optional<String> track = Optional.ofNullable(tracks.get(party));
      boolean accountable = party.equals(after.leads().accountable());
      boolean was = party.equals(before.leads().accountable());
      boolean takesOver = accountable && !was && former.isPresent();
      boolean concerned = before.track() != after.track() || accountable != was;
      if (concerned && begun(part) && (track.isPresent() || takesOver)) {
        followUp.putOnTrack(
            party,
            part,
            after.track(),
            accountable,
            takesOver ? formerStep : track.flatMap(this::step));
      }
    }
  }

  private Optional<String> step(String track) {
    return followUp.element(track).flatMap(element -> followUp.step(before.track(), element));
  }

  private static boolean begun(ActivityInstance part) {
    return Arrays.stream(part.getChildActivityInstances())
        .noneMatch(child -> ModelElements.TAKE_CHARGE.equals(child.getActivityId()));
  }
}
