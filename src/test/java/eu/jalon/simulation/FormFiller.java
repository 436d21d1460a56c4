package eu.jalon.simulation;

import eu.jalon.actionitem.form.Step;
import java.util.List;
import java.util.Map;

/** Fills the forms of the steps, and counts what was said in them. */
final class FormFiller {

  private final SeededRandom dice;
  private final SimulationFigures figures;

  FormFiller(SeededRandom dice, SimulationFigures figures) {
    this.dice = dice;
    this.figures = figures;
  }

  Map<String, String> fill(Step step) {
    return switch (step.form()) {
      case TAKE_CHARGE -> dice.falls(0.5) ? Map.of() : Map.of("takeChargeNote", "C’est noté.");
      case REPORT ->
          Map.of(
              "progressStatus",
              dice.weigh(List.of("DONE", "ON_TRACK", "AT_RISK", "BLOCKED"), 60, 16, 14, 10),
              "progressText",
              "Le travail avance comme il peut.");
      case VALIDATE ->
          dice.falls(0.85)
              ? Map.of("decision", "FULFILLED")
              : Map.of("decision", "SEND_BACK", "validationNote", "Les chiffres manquent.");
      case APPROVAL_CHOICE -> Map.of("approvalNeeded", dice.falls(0.4) ? "YES" : "NO");
      case DECIDE_REQUEST ->
          dice.falls(0.65)
              ? Map.of("requestDecision", "GRANT", "decisionReason", "La demande est fondée.")
              : refuse("La demande n’est pas fondée.");
      case DECIDE_CLOSING ->
          Map.of(
              "closingDecision",
              dice.falls(0.7) ? "CARRY_OVER" : "WITHDRAW",
              "closingReason",
              "Les deux coordinations en ont parlé.");
    };
  }

  static Map<String, String> refuse(String why) {
    return Map.of("requestDecision", "REFUSE", "decisionReason", why);
  }

  void count(Step step, Map<String, String> fields) {
    SimulatedAction said =
        switch (step.form()) {
          case TAKE_CHARGE -> SimulatedAction.TOOK_CHARGE;
          case REPORT -> SimulatedAction.valueOf("REPORTED_" + fields.get("progressStatus"));
          case VALIDATE ->
              fields.containsValue("FULFILLED")
                  ? SimulatedAction.VALIDATED
                  : SimulatedAction.SENT_BACK;
          case APPROVAL_CHOICE ->
              fields.containsValue("YES")
                  ? SimulatedAction.SAID_APPROVAL_IS_NEEDED
                  : SimulatedAction.SAID_NO_APPROVAL_IS_NEEDED;
          case DECIDE_REQUEST ->
              fields.containsValue("GRANT") ? SimulatedAction.GRANTED : SimulatedAction.REFUSED;
          case DECIDE_CLOSING ->
              fields.containsValue("CARRY_OVER")
                  ? SimulatedAction.WANTED_CARRY_OVER
                  : SimulatedAction.WANTED_WITHDRAWAL;
        };
    figures.count("answers", said);
  }
}
