package eu.jalon.actionitem.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.commitment.ProgressStatus;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.ValidationError;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StepOutcomeTest {

  private static final MinistryCode IBZ = new MinistryCode("BE-IBZ");

  @Test
  void aReportIsParsedWithItsEvidence() {
    StepOutcome outcome =
        StepOutcome.read(
            Step.FINAL_EVALUATION,
            IBZ,
            Map.of(
                "progressStatus", "AT_RISK",
                "progressText", "  Le recrutement a pris du retard.  ",
                "evidenceLink", "https://example.org/note.pdf",
                "nextOn", "2027-04-30"));

    assertThat(outcome)
        .isEqualTo(
            new StepOutcome.Reported(
                IBZ,
                ProgressStatus.AT_RISK,
                "Le recrutement a pris du retard.",
                "https://example.org/note.pdf",
                LocalDate.of(2027, 4, 30)));
  }

  @Test
  void userInputIsNotEvaluated() {
    StepOutcome outcome =
        StepOutcome.read(Step.TAKE_CHARGE, IBZ, Map.of("takeChargeNote", "${1+1} <b>{{x}}</b>"));

    assertThat(outcome).isEqualTo(new StepOutcome.TakenInCharge(IBZ, "${1+1} <b>{{x}}</b>"));
  }

  private static final Map<String, String> CHOICES =
      Map.of(
          "progressStatus", "AT_RISK",
          "progressText", "Le recrutement a pris du retard.",
          "decision", "FULFILLED",
          "approvalNeeded", "YES",
          "requestDecision", "GRANT",
          "closingDecision", "WITHDRAW");

  static Stream<Arguments> fields() {
    return Stream.of(Step.values())
        .flatMap(step -> StepOutcome.fields(step).stream().map(field -> Arguments.of(step, field)));
  }

  @ParameterizedTest
  @MethodSource("fields")
  void robustness2_everyFieldOfEveryFormRejectsForbiddenCharacters(Step step, String field) {
    Map<String, String> form = new HashMap<>(CHOICES);
    form.keySet().retainAll(StepOutcome.fields(step));
    form.put(field, "Un texte\u202E assez long");

    assertThatThrownBy(() -> StepOutcome.read(step, IBZ, form))
        .isInstanceOfSatisfying(
            ValidationError.class, refused -> assertThat(refused.arguments()).contains(field));
  }

  static Stream<Arguments> refused() {
    String text = "Tout avance comme prévu.";
    return Stream.of(
        Arguments.of(Step.FINAL_EVALUATION, Map.of(), "form.choice"),
        Arguments.of(
            Step.FINAL_EVALUATION,
            Map.of("progressStatus", "GREAT", "progressText", text),
            "form.choice"),
        Arguments.of(
            Step.FINAL_EVALUATION,
            Map.of("progressStatus", "DONE", "progressText", "court"),
            "form.tooShort"),
        Arguments.of(
            Step.FINAL_EVALUATION,
            Map.of("progressStatus", "DONE", "progressText", "x".repeat(4001)),
            "form.tooLong"),
        Arguments.of(
            Step.FINAL_EVALUATION,
            Map.of("progressStatus", "DONE", "progressText", text, "evidenceLink", "javascript:x"),
            "form.link"),
        Arguments.of(
            Step.FINAL_EVALUATION,
            Map.of("progressStatus", "DONE", "progressText", text, "evidenceLink", "http://a.b/c"),
            "form.link"),
        Arguments.of(
            Step.FINAL_EVALUATION,
            Map.of(
                "progressStatus", "DONE",
                "progressText", text,
                "evidenceLink", "https://jalon.example.org@evil.example/"),
            "form.link"),
        Arguments.of(Step.VALIDATE, Map.of("decision", "SEND_BACK"), "form.reasonMissing"),
        Arguments.of(Step.VALIDATE, Map.of("decision", ""), "form.choice"),
        Arguments.of(Step.TAKE_CHARGE, Map.of("leadBe", "BE-DEF"), "form.unknownField"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void anInvalidFieldIsRejectedWithItsName(Step step, Map<String, String> form, String key) {
    assertThatThrownBy(() -> StepOutcome.read(step, IBZ, form))
        .isInstanceOfSatisfying(
            ValidationError.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
  }
}
