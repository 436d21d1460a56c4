package eu.jalon.engine.process;

import eu.jalon.commitment.Track;
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
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** A running follow-up: where its parties are, and how they are moved. */
final class FollowUp {

  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final String instance;

  FollowUp(ProcessEngineServices engine, String instance) {
    this.runtime = engine.getRuntimeService();
    this.repository = engine.getRepositoryService();
    this.instance = instance;
  }

  /** Returns the running part of each party; a party whose part is over has none. */
  Map<PartyCode, ActivityInstance> parts() {
    Map<PartyCode, ActivityInstance> parts = new HashMap<>();
    descendants(runtime.getActivityInstance(instance))
        .filter(activity -> ModelElements.PARTY.equals(activity.getActivityId()))
        .forEach(part -> parts.put(side(part), part));
    return parts;
  }

  private PartyCode side(ActivityInstance part) {
    return new PartyCode(
        (String) runtime.getVariable(part.getExecutionIds()[0], ModelElements.SIDE));
  }

  /** Returns the instance of the track that each party is on. */
  Map<PartyCode, String> tracks() {
    Map<PartyCode, String> tracks = new HashMap<>();
    runtime
        .createProcessInstanceQuery()
        .superProcessInstanceId(instance)
        .list()
        .forEach(
            track ->
                tracks.put(
                    new PartyCode((String) runtime.getVariable(track.getId(), ModelElements.SIDE)),
                    track.getId()));
    return tracks;
  }

  /** Returns the element of a track at which its instance is. */
  Optional<String> element(String track) {
    return descendants(runtime.getActivityInstance(track))
        .filter(activity -> activity.getChildActivityInstances().length == 0)
        .map(activity -> activity.getActivityId().replace(ModelElements.REPETITION, ""))
        .findFirst();
  }

  private static Stream<ActivityInstance> descendants(ActivityInstance activity) {
    return Stream.concat(
        Stream.of(activity),
        Arrays.stream(activity.getChildActivityInstances()).flatMap(FollowUp::descendants));
  }

  /** Returns the step of an element of a track. */
  Optional<String> step(Track track, String element) {
    return step(model(track).getModelElementById(element));
  }

  private static Optional<String> step(@Nullable ModelElementInstance element) {
    return element instanceof Activity activity
        ? Optional.ofNullable(ModelElements.properties(activity).get(ModelElements.STEP_PROPERTY))
        : Optional.empty();
  }

  /** The model of a track in the deployment of the follow-up. */
  private BpmnModelInstance model(Track track) {
    ProcessDefinition called =
        repository
            .createProcessDefinitionQuery()
            .deploymentId(definition().getDeploymentId())
            .processDefinitionKey(Objects.requireNonNull(ModelElements.TRACKS.get(track)))
            .singleResult();
    return repository.getBpmnModelInstance(called.getId());
  }

  private ProcessDefinition definition() {
    return repository.getProcessDefinition(
        runtime
            .createProcessInstanceQuery()
            .processInstanceId(instance)
            .singleResult()
            .getProcessDefinitionId());
  }

  /**
   * Puts a party on its track: at the task of a step, if a party in its role comes to it, and
   * otherwise at the beginning.
   */
  void putOnTrack(
      PartyCode party,
      ActivityInstance part,
      Track track,
      boolean accountable,
      Optional<String> step) {
    move(part, ModelElements.TRACK_CALL);
    Optional<Activity> target =
        new UpcomingActivities(model(track), accountable)
            .fromStart().stream()
                .map(UpcomingActivities.Upcoming::activity)
                .filter(activity -> step.isPresent() && step.equals(step(activity)))
                .findFirst();
    @Nullable String begun = tracks().get(party);
    if (begun != null
        && target.isPresent()
        && !element(begun).equals(Optional.of(target.get().getId()))) {
      moveOnTrack(begun, body(target.get()));
    }
  }

  /** Moves a party that is on its track to an element of it. */
  void moveOnTrack(PartyCode party, String element) {
    Optional.ofNullable(tracks().get(party)).ifPresent(track -> moveOnTrack(track, element));
  }

  private void moveOnTrack(String track, String element) {
    replace(
        runtime.createProcessInstanceModification(track).startBeforeActivity(element),
        runtime.getActivityInstance(track).getChildActivityInstances());
  }

  /** Moves the part of a party to one of its elements; the part itself continues. */
  void move(ActivityInstance part, String element) {
    ModelElementInstance target =
        repository.getBpmnModelInstance(definition().getId()).getModelElementById(element);
    String begun = target instanceof Activity activity ? body(activity) : element;
    replace(
        runtime
            .createProcessInstanceModification(instance)
            .startBeforeActivity(begun, part.getId()),
        part.getChildActivityInstances());
  }

  /** The id under which an activity is started with all its repetitions. */
  private static String body(Activity activity) {
    return activity.getLoopCharacteristics() == null
        ? activity.getId()
        : activity.getId() + ModelElements.REPETITION;
  }

  private static void replace(ProcessInstanceModificationBuilder begun, ActivityInstance[] former) {
    ProcessInstanceModificationBuilder modification = begun;
    for (ActivityInstance left : former) {
      modification = modification.cancelActivityInstance(left.getId());
    }
    modification.execute();
  }
}
