package eu.jalon.actionitem.form;

import java.util.Set;

/** A form in Tasklist and its fields; several steps can share one. */
public enum StepForm {
  TAKE_CHARGE("take-charge", "takeChargeNote"),
  REPORT("report-progress", "progressStatus progressText evidenceLink nextOn"),
  VALIDATE("validate", "decision validationNote"),
  APPROVAL_CHOICE("approval-choice", "approvalNeeded approvalNote"),
  DECIDE_REQUEST("decide-request", "requestDecision otherDate otherMinistry decisionReason"),
  DECIDE_CLOSING("decide-closing", "closingDecision closingReason");

  private final String file;
  private final String fields;

  StepForm(String file, String fields) {
    this.file = file;
    this.fields = fields;
  }

  /** Returns the file name of the form without folder and extension. */
  public String file() {
    return file;
  }

  /** Returns the names of the form's fields. */
  public Set<String> fields() {
    return Set.of(fields.split(" "));
  }
}
