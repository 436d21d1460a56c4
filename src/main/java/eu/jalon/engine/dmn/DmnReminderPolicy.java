package eu.jalon.engine.dmn;

import eu.jalon.reminder.policy.CopyRecipient;
import eu.jalon.reminder.policy.PolicyDecision;
import eu.jalon.reminder.policy.PolicyRule;
import eu.jalon.reminder.policy.ReminderPolicy;
import eu.jalon.reminder.policy.ReminderSituation;
import eu.jalon.reminder.policy.ReminderStage;
import eu.jalon.shared.ValidationError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.jspecify.annotations.Nullable;

/** A reminder policy in DMN, evaluated by a separate DMN engine without history. */
final class DmnReminderPolicy implements ReminderPolicy {

  private static final String RULE = "rule";

  private static final Map<Input, Pattern> VALUE_PATTERNS =
      Map.of(Input.DAYS_LEFT, Pattern.compile("(-?\\d+)"));

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

  /** Created on first use: it takes use: building it takes several hundred milliseconds. */
  private static final class Engine {
    static final DmnEngine INSTANCE =
        DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
  }

  private final DmnDecision decision;
  private final List<PolicyRule> rules;

  private DmnReminderPolicy(DmnDecision decision, List<PolicyRule> rules) {
    this.decision = decision;
    this.rules = rules;
  }

  /**
   * Creates a policy from a table with valid inputs and outputs. The hit policy becomes COLLECT and
   * their rule id an additional output, so that a check can name all matching rules.
   */
  static DmnReminderPolicy of(DmnModelInstance source, DecisionTable table) {
    List<PolicyRule> rules = table.getRules().stream().map(DmnReminderPolicy::policyRule).toList();
    DmnModelInstance model = source.clone();
    DecisionTable copy = model.getModelElementsByType(DecisionTable.class).iterator().next();
    copy.setHitPolicy(HitPolicy.COLLECT);
    try {
      DmnDecision decision =
          Engine.INSTANCE.parseDecision(DmnReminderPolicyReader.DECISION, withRuleIds(model, copy));
      return new DmnReminderPolicy(decision, rules);
    } catch (DmnEngineException e) {
      throw ValidationError.invalid("policy.notDmn", String.valueOf(e.getMessage()));
    }
  }

  private static DmnModelInstance withRuleIds(DmnModelInstance model, DecisionTable table) {
    var output = model.newInstance(org.camunda.bpm.model.dmn.instance.Output.class);
    output.setName(RULE);
    output.setTypeRef("string");
    table.getOutputs().add(output);
    for (Rule rule : table.getRules()) {
      var entry = model.newInstance(org.camunda.bpm.model.dmn.instance.OutputEntry.class);
      var text = model.newInstance(org.camunda.bpm.model.dmn.instance.Text.class);
      text.setTextContent("\"" + rule.getId() + "\"");
      entry.setText(text);
      rule.getOutputEntries().add(entry);
    }
    return model;
  }

  @Override
  public List<PolicyRule> rules() {
    return rules;
  }

  @Override
  public List<PolicyDecision> matching(ReminderSituation situation) {
    VariableMap variables =
        Variables.createVariables()
            .putValue(Input.DAYS_LEFT.key(), situation.daysLeft())
            .putValue(Input.STEP.key(), situation.step().key())
            .putValue(Input.TRACK.key(), situation.track().name())
            .putValue(Input.PRIORITY.key(), situation.priority().name())
            .putValue(Input.LAST_PROGRESS.key(), situation.progress());
    try {
      return Engine.INSTANCE.evaluateDecisionTable(decision, variables).getResultList().stream()
          .map(outputs -> decision(String.valueOf(outputs.get(RULE))))
          .toList();
    } catch (DmnEngineException | FeelException e) {
      throw ValidationError.invalid("policy.condition", String.valueOf(e.getMessage()));
    }
  }

  private PolicyDecision decision(String rule) {
    return rules.stream()
        .filter(candidate -> candidate.id().equals(rule))
        .map(PolicyRule::decision)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public Set<String> mentioned(Input input) {
    Pattern value = VALUE_PATTERNS.getOrDefault(input, QUOTED);
    Set<String> found = new TreeSet<>();
    for (PolicyRule rule : rules) {
      Matcher matcher = value.matcher(rule.conditions().getOrDefault(input, ""));
      while (matcher.find()) {
        found.add(matcher.group(1));
      }
    }
    return found;
  }

  /** Outputs must be literals: the decision of a rule does not depend on the situation. */
  private static PolicyRule policyRule(Rule rule) {
    String id = rule.getId();
    Map<Input, String> conditions = new EnumMap<>(Input.class);
    Iterator<? extends DmnElement> entries = rule.getInputEntries().iterator();
    for (Input input : Input.values()) {
      conditions.put(input, text(entries.next()).strip());
    }
    List<String> outputs =
        rule.getOutputEntries().stream()
            .map(entry -> entry.getText() == null ? "" : entry.getText().getTextContent().strip())
            .map(text -> text.replaceAll("^\"|\"$", ""))
            .toList();
    boolean reminder = bool(id, outputs.get(0));
    PolicyDecision decision =
        new PolicyDecision(
            id,
            reminder,
            reminder ? stage(id, outputs.get(1)) : ReminderStage.AHEAD,
            number(id, outputs.get(2)),
            copyRecipients(id, outputs.get(3)));
    String remark =
        Optional.ofNullable(rule.getDescription()).map(d -> d.getTextContent()).orElse("");
    return new PolicyRule(id, conditions, decision, remark);
  }

  private static boolean bool(String rule, String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw invalidOutput(rule, "reminder", text, "true, false");
    };
  }

  private static ReminderStage stage(String rule, String text) {
    return Arrays.stream(ReminderStage.values())
        .filter(stage -> stage.isPolicyStage() && stage.name().equals(text))
        .findFirst()
        .orElseThrow(() -> invalidOutput(rule, "stage", text, "AHEAD … ESCALATED"));
  }

  private static int number(String rule, String text) {
    if (text.isEmpty()) {
      return 0;
    }
    if (!text.matches("\\d{1,3}")) {
      throw invalidOutput(rule, "repeat", text, "0 … 999");
    }
    return Integer.parseInt(text);
  }

  private static Set<CopyRecipient> copyRecipients(String rule, String text) {
    Set<CopyRecipient> copyRecipients = EnumSet.noneOf(CopyRecipient.class);
    List<String> names = new ArrayList<>(List.of(text.split("\\s*,\\s*")));
    names.removeIf(name -> name.isEmpty() || name.equals("NONE"));
    for (String name : names) {
      copyRecipients.add(
          Arrays.stream(CopyRecipient.values())
              .filter(copyRecipient -> copyRecipient.name().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      invalidOutput(
                          rule,
                          "copyTo",
                          name,
                          Arrays.stream(CopyRecipient.values())
                              .map(Enum::name)
                              .collect(Collectors.joining(", ")))));
    }
    return copyRecipients;
  }

  private static ValidationError invalidOutput(
      String rule, String output, String value, String right) {
    return ValidationError.invalid("policy.output", rule, output, value, right);
  }

  private static String text(@Nullable DmnElement entry) {
    return entry instanceof UnaryTests tests && tests.getText() != null
        ? Objects.toString(tests.getText().getTextContent(), "")
        : "";
  }
}
