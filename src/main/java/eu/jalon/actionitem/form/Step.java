package eu.jalon.actionitem.form;

import eu.jalon.shared.ValidationError;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The kind of work in an action item; the process model names it in the properties of each user
 * task.
 */
public enum Step {
  TAKE_CHARGE("takeCharge", StepForm.TAKE_CHARGE, false),
  FINAL_EVALUATION("finalEvaluation", StepForm.REPORT, true),
  VALIDATE("validate", StepForm.VALIDATE, false),

  MANDATE("mandate", StepForm.REPORT, true),
  NEGOTIATION("negotiation", StepForm.REPORT, true),
  AGREED_TEXT("agreedText", StepForm.REPORT, true),
  SIGNATURE("signature", StepForm.REPORT, true),
  APPROVAL_CHOICE("approvalChoice", StepForm.APPROVAL_CHOICE, false),
  APPROVAL("approval", StepForm.REPORT, true),
  ENTRY_INTO_FORCE("entryIntoForce", StepForm.REPORT, true),

  SCOPE("scope", StepForm.REPORT, true),
  LEGAL_BASIS("legalBasis", StepForm.REPORT, true),
  SET_UP("setUp", StepForm.REPORT, true),
  IN_OPERATION("inOperation", StepForm.REPORT, true),
  FIRST_RESULTS("firstResults", StepForm.REPORT, true),
  CONTRIBUTION("contribution", StepForm.REPORT, true),

  EVIDENCE("evidence", StepForm.REPORT, false),

  AGREED_LINE("agreedLine", StepForm.REPORT, true),
  CONFIRM_LINE("confirmLine", StepForm.REPORT, true),
  CARRIED_IN_FORUM("carriedInForum", StepForm.REPORT, true),
  OUTCOME("outcome", StepForm.REPORT, true),

  DECIDE_EXTENSION("decideExtension", StepForm.DECIDE_REQUEST, false),
  DECIDE_REASSIGNMENT("decideReassignment", StepForm.DECIDE_REQUEST, false),
  DECIDE_CLOSING("decideClosing", StepForm.DECIDE_CLOSING, false);

  private static final Map<String, Step> BY_KEY =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Step::key, step -> step));

  private final String key;
  private final StepForm form;
  private final boolean repeated;

  Step(String key, StepForm form, boolean repeated) {
    this.key = key;
    this.form = form;
    this.repeated = repeated;
  }

  /** Returns the name used in process models, message bundles and the API. */
  public String key() {
    return key;
  }

  public StepForm form() {
    return form;
  }

  /** Returns whether the action item is repeated until a report has the status {@code DONE}. */
  public boolean repeated() {
    return repeated;
  }

  /** Returns whether coordinators complete it, not focal points. */
  public boolean byCoordination() {
    return switch (form) {
      case VALIDATE, DECIDE_REQUEST, DECIDE_CLOSING -> true;
      case TAKE_CHARGE, REPORT, APPROVAL_CHOICE -> false;
    };
  }

  /** Parses a key; rejects an unknown one. */
  public static Step of(String key) {
    Step step = BY_KEY.get(key);
    if (step == null) {
      throw ValidationError.invalid("step.unknown", key);
    }
    return step;
  }
}
