package eu.jalon.engine;

import eu.jalon.register.Step;
import eu.jalon.register.StepOutcome;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.Refusal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
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
record SubmittedForm(Map<String, Object> fields, Set<String> onTask, Set<String> onProcess) {

  private static final Set<String> PROCESS_VARIABLES = processVariables();

  static SubmittedForm of(DelegateTask task) {
    VariableScope instance = task.getExecution().getProcessInstance();
    return new SubmittedForm(
        new HashMap<>(task.getExecution().getVariablesLocal()),
        Set.copyOf(task.getVariableNamesLocal()),
        Set.copyOf(instance.getVariableNamesLocal()));
  }

  /** The form's answers, checked; refuses what the step's form does not have. */
  StepOutcome read(Step step, MinistryCode ministry) {
    Set<String> unexpected = new HashSet<>(onTask);
    unexpected.addAll(onProcess);
    unexpected.removeAll(PROCESS_VARIABLES);
    if (!unexpected.isEmpty()) {
      throw Refusal.invalid("form.unknownField", unexpected.iterator().next());
    }
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

  private static Set<String> processVariables() {
    Set<String> names = new HashSet<>(ModelElements.RESULTS);
    names.addAll(
        Set.of(
            ModelElements.REF,
            ModelElements.TITLE_FR,
            ModelElements.TITLE_NL,
            ModelElements.DUE_ON,
            ModelElements.LEAD_BE,
            ModelElements.LEAD_FR,
            ModelElements.COORDINATION_BE,
            ModelElements.COORDINATION_FR));
    return Set.copyOf(names);
  }
}
