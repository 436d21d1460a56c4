package eu.jalon.engine;

import eu.jalon.directory.WorkingDays;
import eu.jalon.register.DueOffset;
import eu.jalon.register.Step;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MinistryCode;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.stereotype.Component;

/** Moves the due dates of open tasks with the deadline of their commitment. */
@Component
class TaskRedating {

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final RepositoryService repository;
  private final WorkingDays calendar;

  TaskRedating(
      RuntimeService runtime,
      TaskService tasks,
      RepositoryService repository,
      WorkingDays calendar) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.repository = repository;
    this.calendar = calendar;
  }

  /** The task listener writes each new date into the read model. */
  void redate(Map<CommitmentRef, LocalDate> dueDates) {
    dueDates.forEach(
        (ref, deadline) -> {
          List<Task> open = tasks.createTaskQuery().processInstanceBusinessKey(ref.value()).list();
          if (!open.isEmpty()) {
            runtime.setVariable(
                open.get(0).getProcessInstanceId(), ModelElements.DUE_ON, deadline.toString());
            open.forEach(task -> redate(task, deadline));
          }
        });
  }

  private void redate(Task task, LocalDate deadline) {
    MinistryCode ministry =
        tasks.getIdentityLinksForTask(task.getId()).stream()
            .map(IdentityLink::getGroupId)
            .filter(group -> group != null)
            .map(MinistryCode::new)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("No ministry for task " + task.getId()));
    LocalDate openedOn = LocalDate.ofInstant(task.getCreateTime().toInstant(), BrusselsTime.ZONE);
    Map<String, String> properties = propertiesOf(task);
    LocalDate due =
        DueOffset.parse(properties.getOrDefault(ModelElements.OFFSET_PROPERTY, "0"))
            .actionItemDue(
                Step.of(properties.getOrDefault(ModelElements.STEP_PROPERTY, "")),
                deadline,
                openedOn,
                ministry.country(),
                calendar);
    tasks.setDueDate(task.getId(), Date.from(BrusselsTime.endOf(due)));
  }

  /** As they stand in the very model the task runs on. */
  private Map<String, String> propertiesOf(Task task) {
    UserTask element =
        repository
            .getBpmnModelInstance(task.getProcessDefinitionId())
            .getModelElementById(task.getTaskDefinitionKey());
    return element
        .getExtensionElements()
        .getElementsQuery()
        .filterByType(CamundaProperties.class)
        .singleResult()
        .getCamundaProperties()
        .stream()
        .collect(
            Collectors.toMap(CamundaProperty::getCamundaName, CamundaProperty::getCamundaValue));
  }
}
