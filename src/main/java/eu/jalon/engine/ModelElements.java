package eu.jalon.engine;

import java.util.Map;
import java.util.Set;

/** The ids of the models that the code needs, once; a test holds them against the files. */
final class ModelElements {

  static final String FOLLOW_UP = "commitmentFollowUp";
  static final String FULFILLED = "endEvent_fulfilled";

  /** Properties of a user task, set by an analyst with the element template. */
  static final String STEP_PROPERTY = "step";

  static final String OFFSET_PROPERTY = "dueOffset";

  /** The variables of a process instance; forms have fields of their own, local to their task. */
  static final String REF = "ref";

  static final String TITLE_FR = "titleFr";
  static final String TITLE_NL = "titleNl";
  static final String DUE_ON = "dueOn";
  static final String LEAD_BE = "leadBe";
  static final String LEAD_FR = "leadFr";
  static final String COORDINATION_BE = "coordinationBe";
  static final String COORDINATION_FR = "coordinationFr";

  /** What may differ from the register's facts: results, and teams as they were at the start. */
  static final Set<String> FREE =
      Set.of("doneBe", "doneFr", "validatedBe", "validatedFr", COORDINATION_BE, COORDINATION_FR);

  static final Map<String, String> FORMS =
      Map.of(
          "takeCharge", "embedded:deployment:forms/take-charge.html",
          "reportProgress", "embedded:deployment:forms/report-progress.html",
          "validate", "embedded:deployment:forms/validate.html");

  private ModelElements() {}
}
