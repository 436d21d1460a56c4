package eu.jalon.engine.process;

import eu.jalon.actionitem.form.Step;
import eu.jalon.actionitem.process.DrawnModel;
import eu.jalon.actionitem.process.ProcessOutlook;
import eu.jalon.actionitem.process.ProcessPositions;
import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.engine.model.ModelDrawing;
import eu.jalon.engine.model.ModelElements;
import eu.jalon.engine.model.UpcomingActivities;
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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
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

  /** A follow-up calls up to eight tracks; the limit is higher than needed. */
  private static final int MAX_INSTANCES = 20;

  /** A task with the maximum of repetitions for each party stays below this. */
  private static final int MAX_ACTIVITIES = 8000;

  private static final Set<String> CONTAINERS = Set.of("subProcess", "multiInstanceBody");

  private final HistoryService history;
  private final RepositoryService repository;

  EngineProcessPositions(HistoryService history, RepositoryService repository) {
    this.history = history;
    this.repository = repository;
  }

  /**
   * A process instance with its activities.
   *
   * @param called whether it is a track that the follow-up called
   * @param sides the party of each activity, by its id; none for what no single party does
   */
  private record InstanceHistory(
      String definition,
      boolean called,
      List<HistoricActivityInstance> activities,
      Map<String, PartyCode> sides) {

    @Nullable PartyCode side(HistoricActivityInstance activity) {
      return sides.get(activity.getId());
    }

    /** The open elements of a party. */
    List<String> open(PartyCode party) {
      return activities.stream()
          .filter(activity -> activity.getEndTime() == null && !isContainer(activity))
          .filter(activity -> party.equals(side(activity)))
          .map(EngineProcessPositions::element)
          .distinct()
          .toList();
    }

    /** The elements that a party entered. */
    Set<String> entered(PartyCode party) {
      return activities.stream()
          .filter(activity -> party.equals(side(activity)))
          .map(EngineProcessPositions::element)
          .collect(Collectors.toSet());
    }

    Set<String> entered() {
      return activities.stream().map(EngineProcessPositions::element).collect(Collectors.toSet());
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
        BpmnModelInstance model = repository.getBpmnModelInstance(instance.definition());
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
          .map(definition -> repository.getBpmnModelInstance(definition.getId()))
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
    BpmnModelInstance model = repository.getBpmnModelInstance(id);
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
    Map<ElementOfParty, List<HistoricActivityInstance>> byElement =
        instance.activities().stream()
            .filter(activity -> !isContainer(activity))
            .collect(
                Collectors.groupingBy(
                    activity -> new ElementOfParty(element(activity), instance.side(activity)),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<DrawnModel.Mark> marks = new ArrayList<>();
    byElement.forEach(
        (of, times) -> {
          boolean now = times.stream().anyMatch(activity -> activity.getEndTime() == null);
          boolean through = times.stream().anyMatch(activity -> !activity.isCanceled());
          if (model.getModelElementById(of.element()) instanceof FlowNode && (now || through)) {
            marks.add(new DrawnModel.Mark(of.element(), of.side(), now, openTasks(times)));
          }
        });
    return marks;
  }

  private static List<String> openTasks(List<HistoricActivityInstance> times) {
    return times.stream()
        .filter(activity -> activity.getEndTime() == null && activity.getTaskId() != null)
        .map(HistoricActivityInstance::getTaskId)
        .toList();
  }

  /** The definition of the commitment's track in the deployment of its follow-up. */
  private Optional<ProcessDefinition> track(Commitment commitment, InstanceHistory followUp) {
    String deployment = repository.getProcessDefinition(followUp.definition()).getDeploymentId();
    return Optional.ofNullable(
        repository
            .createProcessDefinitionQuery()
            .deploymentId(deployment)
            .processDefinitionKey(
                Objects.requireNonNull(ModelElements.TRACKS.get(commitment.track())))
            .singleResult());
  }

  /** The follow-up, then the processes that it called. */
  private List<InstanceHistory> instances(Commitment commitment) {
    String root = commitment.processInstance();
    if (root == null) {
      return List.of();
    }
    List<HistoricProcessInstance> found =
        history
            .createHistoricProcessInstanceQuery()
            .processInstanceBusinessKey(commitment.ref().value())
            .listPage(0, MAX_INSTANCES);
    Optional<HistoricProcessInstance> followUp =
        found.stream().filter(instance -> instance.getId().equals(root)).findFirst();
    if (followUp.isEmpty()) {
      return List.of();
    }
    Map<String, PartyCode> sides = sidesByExecution(found);
    List<InstanceHistory> instances = new ArrayList<>();
    for (HistoricProcessInstance instance : found) {
      List<HistoricActivityInstance> activities = activities(instance.getId());
      boolean called = !instance.getId().equals(root);
      instances.add(
          new InstanceHistory(
              instance.getProcessDefinitionId(), called, activities, sides(activities, sides)));
    }
    instances.sort(Comparator.comparing(InstanceHistory::called));
    return instances;
  }

  /** The parties of the executions that run for one. */
  private Map<String, PartyCode> sidesByExecution(List<HistoricProcessInstance> instances) {
    return history
        .createHistoricVariableInstanceQuery()
        .processInstanceIdIn(
            instances.stream().map(HistoricProcessInstance::getId).toArray(String[]::new))
        .variableName(ModelElements.SIDE)
        .listPage(0, MAX_ACTIVITIES)
        .stream()
        .collect(
            Collectors.toMap(
                HistoricVariableInstance::getExecutionId,
                side -> new PartyCode((String) side.getValue()),
                (one, other) -> other));
  }

  /**
   * The party of each activity: that of its execution, or of the activity that it is part of.
   * Activities are in the order in which they started.
   */
  private static Map<String, PartyCode> sides(
      List<HistoricActivityInstance> activities, Map<String, PartyCode> byExecution) {
    Map<String, PartyCode> sides = new HashMap<>();
    Map<String, HistoricActivityInstance> byId =
        activities.stream()
            .collect(Collectors.toMap(HistoricActivityInstance::getId, Function.identity()));
    for (HistoricActivityInstance activity : activities) {
      HistoricActivityInstance part = activity;
      PartyCode side = null;
      while (part != null && side == null) {
        PartyCode own = byExecution.get(part.getExecutionId());
        side = own == null ? byExecution.get(part.getProcessInstanceId()) : own;
        part = byId.get(part.getParentActivityInstanceId());
      }
      if (side != null) {
        sides.put(activity.getId(), side);
      }
    }
    return sides;
  }

  private List<HistoricActivityInstance> activities(String instance) {
    return history
        .createHistoricActivityInstanceQuery()
        .processInstanceId(instance)
        .orderByHistoricActivityInstanceStartTime()
        .asc()
        .listPage(0, MAX_ACTIVITIES);
  }

  /** Whether an activity only holds others: the part of a party, or the repetitions of a task. */
  private static boolean isContainer(HistoricActivityInstance activity) {
    return CONTAINERS.contains(activity.getActivityType());
  }

  /** The element id without the suffix of the multi-instance body, which the engine records too. */
  private static String element(HistoricActivityInstance activity) {
    return activity.getActivityId().replace(ModelElements.REPETITION, "");
  }
}
