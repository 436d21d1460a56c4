package eu.jalon.engine.process;

import eu.jalon.commitment.Commitment;
import eu.jalon.engine.model.ModelElements;
import eu.jalon.engine.model.UpcomingActivities;
import eu.jalon.shared.PartyCode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.jspecify.annotations.Nullable;

/**
 * Moves the parties on the track of a commitment whose track or accountable party was corrected.
 *
 * <p>A party goes to the same step of its track where it has one, and otherwise to the first. The
 * party that becomes accountable goes to the step at which the formerly accountable one was. A
 * party that has not begun its track, or that its coordinators have validated, stays where it is.
 */
final class TrackPositions {

  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final ProcessInstance followUp;
  private final Commitment before;
  private final Commitment after;

  TrackPositions(
      ProcessEngineServices engine, ProcessInstance followUp, Commitment before, Commitment after) {
    this.runtime = engine.getRuntimeService();
    this.repository = engine.getRepositoryService();
    this.followUp = followUp;
    this.before = before;
    this.after = after;
  }

  /**
   * Where a party is.
   *
   * @param part its part of the follow-up
   * @param track the instance of its track, null if it is not on it
   * @param element the element of the track at which it is
   */
  private record Position(ActivityInstance part, @Nullable String track, Optional<String> element) {

    boolean onTrack() {
      return track != null;
    }

    boolean begun() {
      return Arrays.stream(part.getChildActivityInstances())
          .noneMatch(child -> ModelElements.TAKE_CHARGE.equals(child.getActivityId()));
    }
  }

  void update() {
    Map<PartyCode, Position> positions = positions();
    Optional<Position> former =
        Optional.ofNullable(positions.get(before.leads().accountable())).filter(Position::onTrack);
    for (Map.Entry<PartyCode, Position> entry : positions.entrySet()) {
      PartyCode party = entry.getKey();
      Position position = entry.getValue();
      boolean accountable = party.equals(after.leads().accountable());
      boolean was = party.equals(before.leads().accountable());
      boolean takesOver = accountable && !was && former.isPresent();
      boolean concerned = before.track() != after.track() || accountable != was;
      if (concerned && position.begun() && (position.onTrack() || takesOver)) {
        Optional<String> from =
            (takesOver ? former : Optional.of(position)).flatMap(Position::element);
        move(party, position, from.flatMap(element -> matching(element, accountable)));
      }
    }
  }

  private Map<PartyCode, Position> positions() {
    Map<String, String> tracks = tracks();
    Map<PartyCode, Position> positions = new HashMap<>();
    descendants(runtime.getActivityInstance(followUp.getId()))
        .filter(instance -> ModelElements.PARTY.equals(instance.getActivityId()))
        .forEach(
            part -> {
              String side =
                  (String) runtime.getVariable(part.getExecutionIds()[0], ModelElements.SIDE);
              String track = tracks.get(side);
              positions.put(
                  new PartyCode(side),
                  new Position(part, track, track == null ? Optional.empty() : element(track)));
            });
    return positions;
  }

  /** The instance of the track that each party is on. */
  private Map<String, String> tracks() {
    Map<String, String> tracks = new HashMap<>();
    runtime
        .createProcessInstanceQuery()
        .superProcessInstanceId(followUp.getId())
        .list()
        .forEach(
            track ->
                tracks.put(
                    (String) runtime.getVariable(track.getId(), ModelElements.SIDE),
                    track.getId()));
    return tracks;
  }

  private Optional<String> element(String track) {
    return descendants(runtime.getActivityInstance(track))
        .filter(instance -> instance.getChildActivityInstances().length == 0)
        .map(instance -> instance.getActivityId().replace(ModelElements.REPETITION, ""))
        .findFirst();
  }

  private static Stream<ActivityInstance> descendants(ActivityInstance instance) {
    return Stream.concat(
        Stream.of(instance),
        Arrays.stream(instance.getChildActivityInstances()).flatMap(TrackPositions::descendants));
  }

  /** The task of the new track with the same step, if a party in that role comes to it. */
  private Optional<Activity> matching(String element, boolean accountable) {
    Optional<String> step = step(model(before).getModelElementById(element));
    return new UpcomingActivities(model(after), accountable)
        .fromStart().stream()
            .map(UpcomingActivities.Upcoming::activity)
            .filter(activity -> step.isPresent() && step.equals(step(activity)))
            .findFirst();
  }

  private static Optional<String> step(@Nullable Object element) {
    return element instanceof Activity activity
        ? Optional.ofNullable(ModelElements.properties(activity).get(ModelElements.STEP_PROPERTY))
        : Optional.empty();
  }

  /** The model of a commitment's track in the deployment of its follow-up. */
  private BpmnModelInstance model(Commitment commitment) {
    String deployment =
        repository.getProcessDefinition(followUp.getProcessDefinitionId()).getDeploymentId();
    ProcessDefinition track =
        repository
            .createProcessDefinitionQuery()
            .deploymentId(deployment)
            .processDefinitionKey(
                Objects.requireNonNull(ModelElements.TRACKS.get(commitment.track())))
            .singleResult();
    return repository.getBpmnModelInstance(track.getId());
  }

  /** Starts the track of a party anew and ends what it was at; the part of the party goes on. */
  private void move(PartyCode party, Position position, Optional<Activity> target) {
    ProcessInstanceModificationBuilder inFollowUp =
        runtime
            .createProcessInstanceModification(followUp.getId())
            .startBeforeActivity(ModelElements.TRACK_CALL, position.part().getId());
    for (ActivityInstance left : position.part().getChildActivityInstances()) {
      inFollowUp = inFollowUp.cancelActivityInstance(left.getId());
    }
    inFollowUp.execute();
    @Nullable String track = tracks().get(party.value());
    if (track != null && target.isPresent()) {
      moveTo(track, target.get());
    }
  }

  private void moveTo(String track, Activity target) {
    ActivityInstance begun = runtime.getActivityInstance(track);
    if (element(track).filter(target.getId()::equals).isPresent()) {
      return;
    }
    String element =
        target.getLoopCharacteristics() == null
            ? target.getId()
            : target.getId() + ModelElements.REPETITION;
    ProcessInstanceModificationBuilder onTrack =
        runtime.createProcessInstanceModification(track).startBeforeActivity(element);
    for (ActivityInstance first : begun.getChildActivityInstances()) {
      onTrack = onTrack.cancelActivityInstance(first.getId());
    }
    onTrack.execute();
  }
}
