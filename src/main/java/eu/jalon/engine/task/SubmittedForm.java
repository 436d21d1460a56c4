package eu.jalon.engine.task;

import eu.jalon.actionitem.form.Step;
import eu.jalon.actionitem.form.StepOutcome;
import eu.jalon.engine.model.ModelElements;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.ValidationError;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.core.variable.CoreVariableInstance;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * The variables submitted with the completion of a task.
 *
 * <p>Fields that the model declares are local to the task's execution. Any other variable is
 * written to the task, to the part of its party or to the process instance, and is rejected there.
 */
record SubmittedForm(
    Map<String, Object> fields,
    Set<String> taskVariables,
    Set<String> partVariables,
    Map<String, Object> processVariables,
    Set<String> written) {

  static SubmittedForm of(DelegateTask task) {
    ExecutionEntity instance = (ExecutionEntity) task.getExecution().getProcessInstance();
    return new SubmittedForm(
        new HashMap<>(task.getExecution().getVariablesLocal()),
        Set.copyOf(task.getVariableNamesLocal()),
        partVariables((ExecutionEntity) task.getExecution()),
        new HashMap<>(instance.getVariablesLocal()),
        instance.getVariableNamesLocal().stream()
            .filter(name -> isWritten(instance.getVariableInstanceLocal(name)))
            .collect(Collectors.toSet()));
  }

  /** The variables between the task and the process instance that the completing command wrote. */
  private static Set<String> partVariables(ExecutionEntity task) {
    Set<String> names = new HashSet<>();
    ExecutionEntity part = task.getParent();
    while (part != null && part.getParent() != null) {
      ExecutionEntity scope = part;
      scope.getVariableNamesLocal().stream()
          .filter(name -> isWritten(scope.getVariableInstanceLocal(name)))
          .forEach(names::add);
      part = part.getParent();
    }
    return names;
  }

  /** Whether the completing command wrote the variable; the model writes only afterwards. */
  private static boolean isWritten(CoreVariableInstance variable) {
    if (!(variable instanceof VariableInstanceEntity entity)) {
      return false;
    }
    CachedDbEntity cached =
        Context.getCommandContext().getDbEntityManager().getDbEntityCache().getCachedEntity(entity);
    return cached != null
        && (cached.getEntityState() == DbEntityState.TRANSIENT || cached.isDirty());
  }

  /**
   * Checks the submitted fields and returns the outcome of the step; rejects unknown fields and
   * changes of process variables.
   *
   * @param expected the process variables by the register
   */
  StepOutcome read(Step step, MinistryCode ministry, Map<String, Object> expected) {
    taskVariables.forEach(SubmittedForm::reject);
    partVariables.forEach(SubmittedForm::reject);
    processVariables.forEach(
        (name, value) -> {
          Object expectedValue =
              switch (name) {
                case ModelElements.SIDE -> ministry.party().value();
                case ModelElements.LEAD -> ministry.value();
                default -> expected.get(name);
              };
          boolean result = ModelElements.RESULT_VARIABLES.contains(name) && !written.contains(name);
          if (!result && !Objects.equals(value, expectedValue)) {
            reject(name);
          }
        });
    Map<String, String> answers = new HashMap<>();
    for (String name : StepOutcome.fields(step)) {
      Object value = fields.get(name);
      if (value instanceof String text) {
        answers.put(name, text);
      } else if (value != null) {
        throw ValidationError.ofValue("form.choice", name, value.getClass().getSimpleName());
      }
    }
    return StepOutcome.read(step, ministry, answers);
  }

  private static void reject(String name) {
    throw ValidationError.ofField("form.unknownField", name);
  }
}
