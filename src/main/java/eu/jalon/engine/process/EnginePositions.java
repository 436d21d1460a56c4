package eu.jalon.engine.process;

import eu.jalon.actionitem.form.Step;
import eu.jalon.actionitem.process.DrawnModel;
import eu.jalon.actionitem.process.ProcessOutlook;
import eu.jalon.actionitem.process.ProcessPositions;
import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.engine.model.ModelDrawing;
import eu.jalon.engine.model.ModelElements;
import eu.jalon.engine.model.ModelWalk;
import eu.jalon.shared.Country;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where commitments stand, read from the engine's history: a few statements for each. */
@Component
@Transactional(readOnly = true)
class EnginePositions implements ProcessPositions {

  /** A follow-up calls two tracks; more instances than this were never seen. */
  private static final int MOST_INSTANCES = 10;

  /** A task that comes back a hundred times on each side stays below this. */
  private static final int MOST_ACTIVITIES = 2000;

  private final HistoryService history;
  private final RepositoryService repository;

  EnginePositions(HistoryService history, RepositoryService repository) {
    this.history = history;
    this.repository = repository;
  }

  /**
   * One process instance and what it went through.
   *
   * @param side whose part a called process plays; absent for the follow-up itself
   */
  private record Trace(
      String definition, @Nullable Country side, List<HistoricActivityInstance> activities) {

    /** Where the follow-up is on one side, or the called process. */
    List<String> open(Country of) {
      return activities.stream()
          .filter(activity -> activity.getEndTime() == null)
          .map(EnginePositions::element)
          .filter(
              element ->
                  side == null
                      ? ModelElements.sideOf(element).filter(of::equals).isPresent()
                      : side == of)
          .distinct()
          .toList();
    }

    Set<String> entered() {
      return activities.stream().map(EnginePositions::element).collect(Collectors.toSet());
    }
  }

  @Override
  public ProcessOutlook outlook(Commitment commitment) {
    if (commitment.status() != CommitmentStatus.IN_PROGRESS) {
      return ProcessOutlook.OVER;
    }
    List<Trace> traces = traces(commitment);
    List<ProcessOutlook.ToCome> toCome = new ArrayList<>();
    List<ProcessOutlook.Pause> pauses = new ArrayList<>();
    for (Country side : Country.values()) {
      boolean accountable = commitment.leads().accountable() == side;
      for (Trace trace : tracksFirst(traces)) {
        List<String> open = trace.open(side);
        BpmnModelInstance model = repository.getBpmnModelInstance(trace.definition());
        Set<String> entered = trace.entered();
        for (ModelWalk.Ahead ahead : new ModelWalk(model, accountable).from(open)) {
          if (!entered.contains(ahead.activity().getId())) {
            expand(commitment, trace, ahead, side, toCome);
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

  /** The step itself, or all steps of the track where the model calls it. */
  private void expand(
      Commitment commitment,
      Trace trace,
      ModelWalk.Ahead ahead,
      Country side,
      List<ProcessOutlook.ToCome> toCome) {
    if (ahead.activity() instanceof CallActivity) {
      track(commitment, trace)
          .map(definition -> repository.getBpmnModelInstance(definition.getId()))
          .map(model -> new ModelWalk(model, commitment.leads().accountable() == side))
          .ifPresent(walk -> walk.fromTheStart().forEach(each -> add(each, side, toCome)));
    } else {
      add(ahead, side, toCome);
    }
  }

  private static void add(ModelWalk.Ahead ahead, Country side, List<ProcessOutlook.ToCome> toCome) {
    ahead
        .step()
        .ifPresent(step -> toCome.add(new ProcessOutlook.ToCome(side, step, ahead.perhaps())));
  }

  private static List<Trace> tracksFirst(List<Trace> traces) {
    return traces.stream()
        .sorted((one, other) -> Boolean.compare(one.side() == null, other.side() == null))
        .toList();
  }

  @Override
  public List<DrawnModel> drawn(Commitment commitment) {
    List<Trace> traces = traces(commitment);
    Map<String, List<Trace>> byDefinition = new LinkedHashMap<>();
    for (Trace trace : traces) {
      byDefinition.computeIfAbsent(trace.definition(), id -> new ArrayList<>()).add(trace);
    }
    traces.stream()
        .filter(trace -> trace.side() == null)
        .findFirst()
        .filter(followUp -> byDefinition.size() == 1)
        .flatMap(followUp -> track(commitment, followUp))
        .ifPresent(track -> byDefinition.put(track.getId(), List.of()));
    return byDefinition.entrySet().stream()
        .map(entry -> drawn(entry.getKey(), entry.getValue()))
        .toList();
  }

  private DrawnModel drawn(String id, List<Trace> traces) {
    ProcessDefinition definition = repository.getProcessDefinition(id);
    Set<String> entered =
        traces.stream().flatMap(trace -> trace.entered().stream()).collect(Collectors.toSet());
    BpmnModelInstance model = repository.getBpmnModelInstance(id);
    return new DrawnModel(
        ModelElements.trackOf(definition.getKey()).orElse(null),
        definition.getVersion(),
        ModelDrawing.of(repository.getProcessModel(id), entered),
        model.getModelElementsByType(FlowElement.class).stream()
            .filter(element -> element.getName() != null)
            .map(EnginePositions::named)
            .toList(),
        traces.stream().flatMap(trace -> marks(trace, model).stream()).toList());
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
        element instanceof SequenceFlow ? null : ModelElements.sideOf(element.getId()).orElse(null),
        element instanceof CallActivity);
  }

  private static List<DrawnModel.Mark> marks(Trace trace, BpmnModelInstance model) {
    Map<String, List<HistoricActivityInstance>> byElement =
        trace.activities().stream()
            .collect(
                Collectors.groupingBy(EnginePositions::element, TreeMap::new, Collectors.toList()));
    List<DrawnModel.Mark> marks = new ArrayList<>();
    byElement.forEach(
        (element, times) -> {
          boolean now = times.stream().anyMatch(each -> each.getEndTime() == null);
          boolean through = times.stream().anyMatch(each -> !each.isCanceled());
          if (model.getModelElementById(element) instanceof FlowNode && (now || through)) {
            marks.add(
                new DrawnModel.Mark(
                    element,
                    trace.side() == null
                        ? ModelElements.sideOf(element).orElse(null)
                        : trace.side(),
                    now,
                    openTasks(times)));
          }
        });
    return marks;
  }

  private static List<String> openTasks(List<HistoricActivityInstance> times) {
    return times.stream()
        .filter(each -> each.getEndTime() == null && each.getTaskId() != null)
        .map(HistoricActivityInstance::getTaskId)
        .toList();
  }

  /** The track's model that the follow-up calls, or will call: that of its own deployment. */
  private Optional<ProcessDefinition> track(Commitment commitment, Trace followUp) {
    String deployment = repository.getProcessDefinition(followUp.definition()).getDeploymentId();
    return Optional.ofNullable(
        repository
            .createProcessDefinitionQuery()
            .deploymentId(deployment)
            .processDefinitionKey(
                Objects.requireNonNull(ModelElements.TRACKS.get(commitment.track())))
            .singleResult());
  }

  /** The follow-up first, then what it called. */
  private List<Trace> traces(Commitment commitment) {
    String root = commitment.processInstance();
    if (root == null) {
      return List.of();
    }
    List<HistoricProcessInstance> instances =
        history
            .createHistoricProcessInstanceQuery()
            .processInstanceBusinessKey(commitment.ref().value())
            .listPage(0, MOST_INSTANCES);
    Optional<HistoricProcessInstance> followUp =
        instances.stream().filter(instance -> instance.getId().equals(root)).findFirst();
    if (followUp.isEmpty()) {
      return List.of();
    }
    List<Trace> traces = new ArrayList<>();
    List<HistoricActivityInstance> outer = activities(root);
    traces.add(new Trace(followUp.get().getProcessDefinitionId(), null, outer));
    for (HistoricProcessInstance called : instances) {
      outer.stream()
          .filter(activity -> called.getId().equals(activity.getCalledProcessInstanceId()))
          .findFirst()
          .flatMap(activity -> ModelElements.sideOf(activity.getActivityId()))
          .ifPresent(
              side ->
                  traces.add(
                      new Trace(
                          called.getProcessDefinitionId(), side, activities(called.getId()))));
    }
    return traces;
  }

  private List<HistoricActivityInstance> activities(String instance) {
    return history
        .createHistoricActivityInstanceQuery()
        .processInstanceId(instance)
        .orderByHistoricActivityInstanceStartTime()
        .asc()
        .listPage(0, MOST_ACTIVITIES);
  }

  /** A repeated task is recorded as itself and as the body of its repetition. */
  private static String element(HistoricActivityInstance activity) {
    return activity.getActivityId().replace(ModelElements.REPETITION, "");
  }
}
