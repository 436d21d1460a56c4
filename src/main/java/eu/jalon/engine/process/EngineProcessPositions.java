package eu.jalon.engine.process;

import eu.jalon.actionitem.form.Step;
import eu.jalon.actionitem.process.DrawnModel;
import eu.jalon.actionitem.process.ProcessOutlook;
import eu.jalon.actionitem.process.ProcessPositions;
import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.commitment.Track;
import eu.jalon.engine.model.ModelDrawing;
import eu.jalon.engine.model.ModelElements;
import eu.jalon.engine.model.UpcomingActivities;
import eu.jalon.engine.process.JdbcActivities.Activity;
import eu.jalon.shared.PartyCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the state and the diagrams of a commitment's processes from the engine's history. */
@Component
@Transactional(readOnly = true)
class EngineProcessPositions implements ProcessPositions {

  private static final Set<String> CONTAINERS = Set.of("subProcess", "multiInstanceBody");

  private final JdbcActivities activities;
  private final RepositoryService repository;

  /** Definitions never change, and few are in use; the engine would read each one every time. */
  private final Map<String, BpmnModelInstance> models = new ConcurrentHashMap<>();

  private final Map<TrackOf, Optional<ProcessDefinition>> tracks = new ConcurrentHashMap<>();

  private record TrackOf(String followUp, Track track) {}

  EngineProcessPositions(JdbcActivities activities, RepositoryService repository) {
    this.activities = activities;
    this.repository = repository;
  }

  /**
   * A process instance with its activities.
   *
   * @param called whether it is a track that the follow-up called
   * @param sides the party of each activity, by its id; none for what no single party does
   */
  private record InstanceHistory(
      String definition, boolean called, List<Activity> activities, Map<String, PartyCode> sides) {

    @Nullable PartyCode side(Activity activity) {
      return sides.get(activity.id());
    }

    /** The open elements of a party. */
    List<String> open(PartyCode party) {
      return activities.stream()
          .filter(activity -> activity.open() && !isContainer(activity))
          .filter(activity -> party.equals(side(activity)))
          .map(Activity::element)
          .distinct()
          .toList();
    }

    /** The elements that a party entered. */
    Set<String> entered(PartyCode party) {
      return activities.stream()
          .filter(activity -> party.equals(side(activity)))
          .map(Activity::element)
          .collect(Collectors.toSet());
    }

    Set<String> entered() {
      return activities.stream().map(Activity::element).collect(Collectors.toSet());
    }
  }

  @Override
  public ProcessOutlook outlook(Commitment commitment) {
    if (commitment.status() != CommitmentStatus.IN_PROGRESS) {
      return ProcessOutlook.OVER;
    }
    List<InstanceHistory> instances = instances(commitment);
    List<ProcessOutlook.ToCome> toCome = new ArrayList<>();
    List<ProcessOutlook.Pause> pauses = new ArrayList<>();
    for (PartyCode side : commitment.leads().parties()) {
      boolean accountable = commitment.leads().accountable().equals(side);
      for (InstanceHistory instance : tracksFirst(instances)) {
        List<String> open = instance.open(side);
        BpmnModelInstance model = model(instance.definition());
        Set<String> entered = instance.entered(side);
        for (UpcomingActivities.Upcoming upcoming :
            new UpcomingActivities(model, accountable).from(open)) {
          if (!entered.contains(upcoming.activity().getId())) {
            expand(commitment, instance, upcoming, side, toCome);
          }
        }
        open.stream()
            .<ModelElementInstance>map(model::getModelElementById)
            .filter(CatchEvent.class::isInstance)
            .map(event -> new ProcessOutlook.Pause(side, ((CatchEvent) event).getName()))
            .forEach(pauses::add);
      }
    }
    return new ProcessOutlook(toCome, pauses);
  }

  /** Adds the step of a user task, or all steps of the track that a call activity starts. */
  private void expand(
      Commitment commitment,
      InstanceHistory instance,
      UpcomingActivities.Upcoming upcoming,
      PartyCode side,
      List<ProcessOutlook.ToCome> toCome) {
    if (upcoming.activity() instanceof CallActivity) {
      track(commitment, instance)
          .map(definition -> model(definition.getId()))
          .map(
              model -> new UpcomingActivities(model, commitment.leads().accountable().equals(side)))
          .ifPresent(
              activities ->
                  activities.fromStart().forEach(activity -> add(activity, side, toCome)));
    } else {
      add(upcoming, side, toCome);
    }
  }

  private static void add(
      UpcomingActivities.Upcoming upcoming, PartyCode side, List<ProcessOutlook.ToCome> toCome) {
    upcoming
        .step()
        .ifPresent(step -> toCome.add(new ProcessOutlook.ToCome(side, step, upcoming.avoidable())));
  }

  private static List<InstanceHistory> tracksFirst(List<InstanceHistory> instances) {
    return instances.stream()
        .sorted((one, other) -> Boolean.compare(other.called(), one.called()))
        .toList();
  }

  @Override
  public List<DrawnModel> drawn(Commitment commitment) {
    List<InstanceHistory> instances = instances(commitment);
    Map<String, List<InstanceHistory>> byDefinition = new LinkedHashMap<>();
    for (InstanceHistory instance : instances) {
      byDefinition.computeIfAbsent(instance.definition(), id -> new ArrayList<>()).add(instance);
    }
    instances.stream()
        .filter(instance -> !instance.called())
        .findFirst()
        .filter(followUp -> byDefinition.size() == 1)
        .flatMap(followUp -> track(commitment, followUp))
        .ifPresent(track -> byDefinition.put(track.getId(), List.of()));
    return byDefinition.entrySet().stream()
        .map(entry -> drawn(entry.getKey(), entry.getValue()))
        .toList();
  }

  private DrawnModel drawn(String id, List<InstanceHistory> instances) {
    ProcessDefinition definition = repository.getProcessDefinition(id);
    Set<String> entered =
        instances.stream()
            .flatMap(instance -> instance.entered().stream())
            .collect(Collectors.toSet());
    BpmnModelInstance model = model(id);
    return new DrawnModel(
        ModelElements.trackOf(definition.getKey()).orElse(null),
        definition.getVersion(),
        ModelDrawing.of(repository.getProcessModel(id), entered),
        model.getModelElementsByType(FlowElement.class).stream()
            .filter(element -> element.getName() != null)
            .map(EngineProcessPositions::named)
            .toList(),
        instances.stream().flatMap(instance -> marks(instance, model).stream()).toList());
  }

  private static DrawnModel.Named named(FlowElement element) {
    String step =
        element instanceof UserTask
            ? ModelElements.properties(element).get(ModelElements.STEP_PROPERTY)
            : null;
    return new DrawnModel.Named(
        element.getId(),
        element.getName(),
        step == null ? null : Step.of(step),
        element instanceof CallActivity);
  }

  private record ElementOfParty(String element, @Nullable PartyCode side) {}

  private static List<DrawnModel.Mark> marks(InstanceHistory instance, BpmnModelInstance model) {
    Map<ElementOfParty, List<Activity>> byElement =
        instance.activities().stream()
            .filter(activity -> !isContainer(activity))
            .collect(
                Collectors.groupingBy(
                    activity -> new ElementOfParty(activity.element(), instance.side(activity)),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<DrawnModel.Mark> marks = new ArrayList<>();
    byElement.forEach(
        (of, times) -> {
          boolean now = times.stream().anyMatch(Activity::open);
          boolean through = times.stream().anyMatch(activity -> !activity.canceled());
          if (model.getModelElementById(of.element()) instanceof FlowNode && (now || through)) {
            marks.add(new DrawnModel.Mark(of.element(), of.side(), now, openTasks(times)));
          }
        });
    return marks;
  }

  private static List<String> openTasks(List<Activity> times) {
    return times.stream()
        .filter(Activity::open)
        .map(Activity::task)
        .filter(Objects::nonNull)
        .toList();
  }

  /** The definition of the commitment's track in the deployment of its follow-up. */
  private Optional<ProcessDefinition> track(Commitment commitment, InstanceHistory followUp) {
    return tracks.computeIfAbsent(
        new TrackOf(followUp.definition(), commitment.track()),
        track ->
            Optional.ofNullable(
                repository
                    .createProcessDefinitionQuery()
                    .deploymentId(
                        repository.getProcessDefinition(track.followUp()).getDeploymentId())
                    .processDefinitionKey(
                        Objects.requireNonNull(ModelElements.TRACKS.get(track.track())))
                    .singleResult()));
  }

  private BpmnModelInstance model(String definition) {
    return models.computeIfAbsent(definition, repository::getBpmnModelInstance);
  }

  /** The follow-up, then the processes that it called. */
  private List<InstanceHistory> instances(Commitment commitment) {
    String root = commitment.processInstance();
    if (root == null) {
      return List.of();
    }
    Map<String, List<Activity>> byProcess =
        activities.ofProcess(root).stream()
            .collect(
                Collectors.groupingBy(Activity::process, LinkedHashMap::new, Collectors.toList()));
    return byProcess.entrySet().stream()
        .map(
            process ->
                new InstanceHistory(
                    process.getValue().get(0).definition(),
                    !process.getKey().equals(root),
                    process.getValue(),
                    sides(process.getValue())))
        .sorted(Comparator.comparing(InstanceHistory::called))
        .toList();
  }

  /** The party of each activity: its own, or that of the activity that it is part of. */
  private static Map<String, PartyCode> sides(List<Activity> activities) {
    Map<String, Activity> byId =
        activities.stream().collect(Collectors.toMap(Activity::id, Function.identity()));
    Map<String, PartyCode> sides = new HashMap<>();
    for (Activity activity : activities) {
      Activity part = activity;
      while (part != null && part.party() == null) {
        part = byId.get(part.parent());
      }
      if (part != null) {
        sides.put(activity.id(), part.party());
      }
    }
    return sides;
  }

  /** Whether an activity only holds others: the part of a party, or the repetitions of a task. */
  private static boolean isContainer(Activity activity) {
    return CONTAINERS.contains(activity.type());
  }
}
