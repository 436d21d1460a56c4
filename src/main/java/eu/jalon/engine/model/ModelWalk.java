package eu.jalon.engine.model;

import eu.jalon.actionitem.form.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
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
 * What lies ahead in a model for one country. Of all conditions only one is known beforehand:
 * whether the country is the accountable one; every other gateway may lead either way.
 */
public final class ModelWalk {

  /**
   * An activity that lies ahead.
   *
   * @param perhaps whether the end can be reached without it
   */
  public record Ahead(Activity activity, boolean perhaps) {

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

  public ModelWalk(BpmnModelInstance model, boolean accountable) {
    this.model = model;
    this.accountable = accountable;
  }

  /** What lies ahead of a process that is about to start. */
  public List<Ahead> fromTheStart() {
    return from(
        model.getModelElementsByType(StartEvent.class).stream()
            .filter(start -> start.getParentElement() instanceof Process)
            .map(StartEvent::getId)
            .toList());
  }

  /** The user tasks and calls that lie ahead of the given elements, nearest first. */
  public List<Ahead> from(Collection<String> here) {
    List<FlowNode> starts =
        here.stream()
            .<ModelElementInstance>map(model::getModelElementById)
            .filter(FlowNode.class::isInstance)
            .map(FlowNode.class::cast)
            .toList();
    return reached(starts, null).stream()
        .filter(node -> node instanceof UserTask || node instanceof CallActivity)
        .map(Activity.class::cast)
        .map(activity -> new Ahead(activity, avoidable(starts, activity)))
        .toList();
  }

  private boolean avoidable(List<FlowNode> starts, FlowNode activity) {
    return reached(starts, activity).stream().anyMatch(EndEvent.class::isInstance);
  }

  /** Everything that can be reached in the order of its distance, without what is left out. */
  private Set<FlowNode> reached(List<FlowNode> starts, @Nullable FlowNode without) {
    Set<FlowNode> reached = new LinkedHashSet<>();
    Set<FlowNode> seen = new HashSet<>(starts);
    Deque<FlowNode> open = new ArrayDeque<>(starts);
    while (!open.isEmpty()) {
      for (FlowNode next : next(open.remove())) {
        if (!next.equals(without) && seen.add(next)) {
          reached.add(next);
          open.add(next);
        }
      }
    }
    return reached;
  }

  private List<FlowNode> next(FlowNode node) {
    Stream<SequenceFlow> flows = known(node).map(Stream::of).orElse(node.getOutgoing().stream());
    List<FlowNode> next = new ArrayList<>(flows.map(SequenceFlow::getTarget).toList());
    model.getModelElementsByType(BoundaryEvent.class).stream()
        .filter(event -> event.getAttachedTo().equals(node))
        .forEach(next::add);
    return next;
  }

  /** The one flow that is taken where the gateway asks for the accountable country. */
  private Optional<SequenceFlow> known(FlowNode node) {
    if (!(node instanceof ExclusiveGateway gateway)) {
      return Optional.empty();
    }
    Optional<SequenceFlow> own =
        gateway.getOutgoing().stream()
            .filter(flow -> flow.getConditionExpression() != null)
            .filter(
                flow ->
                    ModelElements.OWN_PART.equals(
                        flow.getConditionExpression().getTextContent().strip()))
            .findFirst();
    return own.map(flow -> accountable ? flow : gateway.getDefault());
  }
}
