package eu.jalon.engine.task;

import eu.jalon.actionitem.form.Step;
import eu.jalon.actionitem.form.StepOutcome;
import eu.jalon.engine.model.ModelElements;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.ValidationError;
import java.util.HashMap;
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
 * What came with the completion of a task: the fields that the model declares local to the task,
 * and nothing else.
 *
 * <p>A field that the model does not declare would land on the task or on the process instance; it
 * is refused there, whichever way it came.
 */
record SubmittedForm(
    Map<String, Object> fields,
    Set<String> onTask,
    Map<String, Object> onProcess,
    Set<String> written) {

  static SubmittedForm of(DelegateTask task) {
    ExecutionEntity instance = (ExecutionEntity) task.getExecution().getProcessInstance();
    return new SubmittedForm(
        new HashMap<>(task.getExecution().getVariablesLocal()),
        Set.copyOf(task.getVariableNamesLocal()),
        new HashMap<>(instance.getVariablesLocal()),
        instance.getVariableNamesLocal().stream()
            .filter(name -> isWritten(instance.getVariableInstanceLocal(name)))
            .collect(Collectors.toSet()));
  }

  /** Whether the command that completes the task wrote it; the model writes only afterwards. */
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
   * The form's answers, checked; refuses what the step's form does not have, and what would change
   * a fact of the process.
   */
  StepOutcome read(Step step, MinistryCode ministry, Map<String, Object> facts) {
    onTask.forEach(SubmittedForm::refuse);
    onProcess.forEach(
        (name, value) -> {
          Object fact =
              ModelElements.SIDE.equals(name) ? ministry.country().name() : facts.get(name);
          boolean free = ModelElements.FREE.contains(name) && !written.contains(name);
          if (!free && !Objects.equals(value, fact)) {
            refuse(name);
          }
        });
    Map<String, String> answers = new HashMap<>();
    for (String name : StepOutcome.fields(step)) {
      Object value = fields.get(name);
      if (value instanceof String text) {
        answers.put(name, text);
      } else if (value != null) {
        throw ValidationError.invalid("form.choice", name, value.getClass().getSimpleName());
      }
    }
    return StepOutcome.read(step, ministry, answers);
  }

  private static void refuse(String name) {
    throw ValidationError.invalid("form.unknownField", name);
  }
}
