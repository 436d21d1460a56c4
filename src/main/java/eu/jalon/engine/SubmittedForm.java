package eu.jalon.engine;

import eu.jalon.register.Step;
import eu.jalon.register.StepOutcome;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * What came with the completion of a task: the fields that the model declares local to the task,
 * and nothing else.
 *
 * <p>A field that the model does not declare would land on the task or on the process instance; it
 * is refused there, whichever way it came.
 */
record SubmittedForm(
    Map<String, Object> fields, Set<String> onTask, Map<String, Object> onProcess) {

  static SubmittedForm of(DelegateTask task) {
    VariableScope instance = task.getExecution().getProcessInstance();
    return new SubmittedForm(
        new HashMap<>(task.getExecution().getVariablesLocal()),
        Set.copyOf(task.getVariableNamesLocal()),
        new HashMap<>(instance.getVariablesLocal()));
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
          if (!ModelElements.FREE.contains(name) && !Objects.equals(value, fact)) {
            refuse(name);
          }
        });
    Map<String, String> answers = new HashMap<>();
    for (String name : StepOutcome.fields(step)) {
      Object value = fields.get(name);
      if (value instanceof String text) {
        answers.put(name, text);
      } else if (value != null) {
        throw Refusal.invalid("form.choice", name, value.getClass().getSimpleName());
      }
    }
    return StepOutcome.read(step, ministry, answers);
  }

  private static void refuse(String name) {
    throw Refusal.invalid("form.unknownField", name);
  }
}
