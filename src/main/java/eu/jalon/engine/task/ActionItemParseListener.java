package eu.jalon.engine.task;

import eu.jalon.actionitem.form.Step;
import eu.jalon.commitment.deadline.DueOffset;
import eu.jalon.engine.model.ModelElements;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Adds the action item listener to each user task with a step, and a listener to the end event of
 * fulfilled commitments.
 */
public class ActionItemParseListener extends AbstractBpmnParseListener {

  private static final String EXTENSIONS = "extensionElements";

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    Optional<String> step = property(element, ModelElements.STEP_PROPERTY);
    if (step.isEmpty()) {
      return;
    }
    DueOffset offset =
        DueOffset.parse(property(element, ModelElements.OFFSET_PROPERTY).orElse("0"));
    ActionItemListener listener = new ActionItemListener(Step.of(step.get()), offset);
    TaskDefinition task =
        ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
    task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, listener);
    task.addBuiltInTaskListener(TaskListener.EVENTNAME_UPDATE, listener);
    task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, listener);
    task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, listener);
    task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, listener);
  }

  @Override
  public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
    if (ModelElements.FULFILLED.equals(activity.getId())) {
      activity.addBuiltInListener(
          ExecutionListener.EVENTNAME_END,
          (ExecutionListener) execution -> ActionItemSession.current().fulfilled(execution));
    }
  }

  private static Optional<String> property(Element element, String name) {
    Element extensions = element.element(EXTENSIONS);
    if (extensions == null) {
      return Optional.empty();
    }
    Element properties = extensions.elementNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "properties");
    if (properties == null) {
      return Optional.empty();
    }
    return properties.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "property").stream()
        .filter(property -> name.equals(property.attribute("name")))
        .map(property -> property.attribute("value"))
        .findFirst();
  }
}
