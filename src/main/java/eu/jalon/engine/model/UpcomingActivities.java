package eu.jalon.engine.model;

import eu.jalon.actionitem.form.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/**
 * Computes the activities of a model that one party has not reached yet. Of all conditions only the
 * one on the accountable party is evaluated; any other gateway may take each of its flows.
 */
public final class UpcomingActivities {

  /**
   * An activity not reached yet.
   *
   * @param avoidable whether an end event can be reached without it
   */
  public record Upcoming(Activity activity, boolean avoidable) {

    /** The step of a user task, empty for the call of the track. */
    public Optional<Step> step() {
      return activity instanceof UserTask
          ? Optional.ofNullable(ModelElements.properties(activity).get(ModelElements.STEP_PROPERTY))
              .map(Step::of)
          : Optional.empty();
    }
  }

  private final BpmnModelInstance model;
  private final boolean accountable;
  private final Map<FlowNode, List<FlowNode>> nextOf = new HashMap<>();

  public UpcomingActivities(BpmnModelInstance model, boolean accountable) {
    this.model = model;
    this.accountable = accountable;
  }

  /** The activities of a process that has not started. */
  public List<Upcoming> fromStart() {
    return from(
        model.getModelElementsByType(StartEvent.class).stream()
            .filter(start -> start.getParentElement() instanceof Process)
            .map(StartEvent::getId)
            .toList());
  }

  /** The user tasks and call activities after the given elements, nearest first. */
  public List<Upcoming> from(Collection<String> elements) {
    List<FlowNode> starts =
        elements.stream()
            .<ModelElementInstance>map(model::getModelElementById)
            .filter(FlowNode.class::isInstance)
            .map(FlowNode.class::cast)
            .toList();
    return reached(starts, null).stream()
        .filter(node -> node instanceof UserTask || node instanceof CallActivity)
        .map(Activity.class::cast)
        .map(activity -> new Upcoming(activity, isAvoidable(starts, activity)))
        .toList();
  }

  private boolean isAvoidable(List<FlowNode> starts, FlowNode activity) {
    return reached(starts, activity).stream().anyMatch(EndEvent.class::isInstance);
  }

  /** The nodes reachable from the start nodes without passing the excluded node, nearest first. */
  private Set<FlowNode> reached(List<FlowNode> starts, @Nullable FlowNode excluded) {
    Set<FlowNode> reached = new LinkedHashSet<>();
    Set<FlowNode> seen = new HashSet<>(starts);
    Deque<FlowNode> open = new ArrayDeque<>(starts);
    while (!open.isEmpty()) {
      for (FlowNode next : nextOf.computeIfAbsent(open.remove(), this::next)) {
        if (!next.equals(excluded) && seen.add(next)) {
          reached.add(next);
          open.add(next);
        }
      }
    }
    return reached;
  }

  private List<FlowNode> next(FlowNode node) {
    Stream<SequenceFlow> flows =
        decidedFlow(node).map(Stream::of).orElse(node.getOutgoing().stream());
    List<FlowNode> next = new ArrayList<>(flows.map(SequenceFlow::getTarget).toList());
    model.getModelElementsByType(BoundaryEvent.class).stream()
        .filter(event -> event.getAttachedTo().equals(node))
        .forEach(next::add);
    return next;
  }

  /** The flow of a gateway on the accountable party; empty for any other node. */
  private Optional<SequenceFlow> decidedFlow(FlowNode node) {
    if (!(node instanceof ExclusiveGateway gateway)) {
      return Optional.empty();
    }
    Optional<SequenceFlow> own =
        gateway.getOutgoing().stream()
            .filter(flow -> flow.getConditionExpression() != null)
            .filter(
                flow ->
                    ModelElements.ACCOUNTABLE_CONDITION.equals(
                        flow.getConditionExpression().getTextContent().strip()))
            .findFirst();
    return own.map(flow -> accountable ? flow : gateway.getDefault());
  }
}
