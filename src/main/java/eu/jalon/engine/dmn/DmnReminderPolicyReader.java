package eu.jalon.engine.dmn;

import eu.jalon.reminder.policy.ReminderPolicy;
import eu.jalon.reminder.policy.ReminderPolicyReader;
import eu.jalon.shared.ValidationError;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.stereotype.Component;

/**
 * Reads and checks reminder policies in DMN; the parser resolves no external entities.
 *
 * <p>Only FEEL is accepted: other expression languages could run arbitrary code.
 */
@Component
public class DmnReminderPolicyReader implements ReminderPolicyReader {

  static final String DECISION = "reminderPolicy";

  /** The names of the table's outputs, in their order. */
  static final List<String> OUTPUTS = List.of("reminder", "stage", "repeat", "copyTo");

  @Override
  public ReminderPolicy read(String dmn) {
    DmnModelInstance model = model(dmn);
    DecisionTable table = table(model);
    refuseOtherLanguages(model);
    List<String> inputs = table.getInputs().stream().map(input -> text(input).strip()).toList();
    List<String> wanted =
        Arrays.stream(ReminderPolicy.Input.values()).map(ReminderPolicy.Input::key).toList();
    if (!inputs.equals(wanted)) {
      throw ValidationError.invalid("policy.inputs", String.join(", ", wanted), names(inputs));
    }
    List<String> outputs = table.getOutputs().stream().map(Output::getName).toList();
    if (!outputs.equals(OUTPUTS)) {
      throw ValidationError.invalid("policy.outputs", String.join(", ", OUTPUTS), names(outputs));
    }
    return DmnReminderPolicy.of(model, table);
  }

  private static String names(List<String> names) {
    return names.isEmpty() ? "-" : String.join(", ", names);
  }

  private static DmnModelInstance model(String dmn) {
    if (dmn.contains("<!DOCTYPE")) {
      throw ValidationError.invalid("policy.notDmn", "DOCTYPE");
    }
    try {
      return Dmn.readModelFromStream(
          new ByteArrayInputStream(dmn.getBytes(StandardCharsets.UTF_8)));
    } catch (ModelException e) {
      throw ValidationError.invalid("policy.notDmn", rootCause(e));
    }
  }

  private static String rootCause(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }

  private static DecisionTable table(DmnModelInstance model) {
    Collection<Decision> decisions = model.getModelElementsByType(Decision.class);
    if (decisions.size() != 1) {
      throw ValidationError.invalid("policy.decisions", decisions.size(), DECISION);
    }
    Decision decision = decisions.iterator().next();
    if (!DECISION.equals(decision.getId())
        || !(decision.getExpression() instanceof DecisionTable table)) {
      throw ValidationError.invalid("policy.decision", String.valueOf(decision.getId()), DECISION);
    }
    if (table.getHitPolicy() != HitPolicy.UNIQUE) {
      throw ValidationError.invalid("policy.hitPolicy", table.getHitPolicy());
    }
    return table;
  }

  private static void refuseOtherLanguages(DmnModelInstance model) {
    Stream.concat(
            model.getModelElementsByType(LiteralExpression.class).stream()
                .map(LiteralExpression::getExpressionLanguage),
            model.getModelElementsByType(UnaryTests.class).stream()
                .map(UnaryTests::getExpressionLanguage))
        .filter(language -> language != null && !language.equalsIgnoreCase("feel"))
        .filter(language -> !language.startsWith("https://www.omg.org/spec/DMN/"))
        .findFirst()
        .ifPresent(
            language -> {
              throw ValidationError.invalid("policy.language", language);
            });
  }

  private static String text(Input input) {
    return input.getInputExpression() == null || input.getInputExpression().getText() == null
        ? ""
        : input.getInputExpression().getText().getTextContent();
  }
}
