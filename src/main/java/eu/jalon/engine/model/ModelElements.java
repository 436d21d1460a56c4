package eu.jalon.engine.model;

import eu.jalon.actionitem.form.StepForm;
import eu.jalon.commitment.Track;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/**
 * The ids, properties and variables of the models that the code uses; {@code ModelTest} checks them
 * against the files.
 */
public final class ModelElements {

  public static final String FOLLOW_UP = "commitmentFollowUp";
  public static final String FULFILLED = "endEvent_fulfilled";

  /** The part of a party in the follow-up, and its elements. */
  public static final String PARTY = "subProcess_party";

  public static final String TAKE_CHARGE = "userTask_takeCharge";
  public static final String TRACK_CALL = "callActivity_track";
  public static final String FINAL_EVALUATION = "userTask_finalEvaluation";
  public static final String VALIDATE = "userTask_validate";
  public static final String PARTY_VALIDATED = "endEvent_partyValidated";

  /** In the track of a standing cooperation: the wait for the next interval. */
  public static final String INTERVAL_END = "timerEvent_intervalEnd";

  /** Properties of a user task, set by an analyst with the element template. */
  public static final String STEP_PROPERTY = "step";

  public static final String OFFSET_PROPERTY = "dueOffset";

  /**
   * What happens to running instances when a newer version is deployed: {@code drain} or {@code
   * migrate}.
   */
  public static final String POLICY_PROPERTY = "onNewVersion";

  /** The former id of a renamed task, for the migration of running instances. */
  static final String RENAMED_PROPERTY = "migratesFrom";

  /** The variables of a process instance; form fields are local to their task. */
  static final String REF = "ref";

  public static final String TITLE = "title";

  /** The key of the called process of the commitment's track. */
  public static final String TRACK = "track";

  public static final String ACCOUNTABLE = "accountable";

  /** In a called process, and in the part of a party in the follow-up: the code of that party. */
  public static final String SIDE = "side";

  /** Local to a repeated task: whether its last report has the status done. */
  public static final String ACHIEVED = "achieved";

  /** The engine's counter of the repetitions of a task. */
  public static final String LOOP_COUNTER = "loopCounter";

  public static final String LOOPS = "nrOfInstances";

  /** The maximum number of repetitions of a task; the models declare the same. */
  public static final int MAX_LOOPS = 99;

  /** The engine's suffix for the id of a multi-instance body. */
  public static final String REPETITION = "#multiInstanceBody";

  /** The condition in a track model for the accountable party. */
  static final String ACCOUNTABLE_CONDITION = "${side == accountable}";

  /** In the follow-up: the codes of the parties that take part, separated by commas. */
  static final String PARTIES = "parties";

  /** In the part about the closing: the codes of the parties that are asked, likewise. */
  public static final String ASKED = "asked";

  /** In a called process: the lead ministry of its party. */
  public static final String LEAD = "lead";

  /** In the follow-up: the variable with the lead ministry of a party, {@code lead_NL}. */
  public static String lead(String party) {
    return LEAD + "_" + party;
  }

  /** The variables that the models write. */
  public static final Set<String> RESULT_VARIABLES = Set.of("approvalRequired", "dueOn");

  public static final Map<Track, String> TRACKS =
      Map.of(
          Track.LEGAL_INSTRUMENT, "trackLegalInstrument",
          Track.OPERATIONAL_CAPABILITY, "trackOperationalCapability",
          Track.STANDING_COOPERATION, "trackStandingCooperation",
          Track.JOINT_POSITION, "trackJointPosition");

  public static final String EXTENSION_REQUESTED = "extensionRequested";
  public static final String REASSIGNMENT_REQUESTED = "reassignmentRequested";
  public static final String EXTENSION_WITHDRAWN = "extensionWithdrawn";
  public static final String REASSIGNMENT_WITHDRAWN = "reassignmentWithdrawn";
  public static final String CLOSING_PREPARED = "closingPrepared";
  public static final String SPLIT = "split";
  public static final String WITHDRAWN = "withdrawn";
  public static final String CARRIED_OVER = "carriedOver";

  /** Whether a process definition is one of Jalon's models. */
  public static boolean isJalonProcess(String processKey) {
    return FOLLOW_UP.equals(processKey) || TRACKS.containsValue(processKey);
  }

  /** The track of a called process; empty for the follow-up process. */
  public static Optional<Track> trackOf(String processKey) {
    return TRACKS.entrySet().stream()
        .filter(entry -> entry.getValue().equals(processKey))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The form key of a form, as in the models. */
  public static String formKey(StepForm form) {
    return "embedded:deployment:forms/" + form.file() + ".html";
  }

  /** The Camunda extension properties of an element. */
  public static Map<String, String> properties(BaseElement element) {
    ExtensionElements extensions = element.getExtensionElements();
    if (extensions == null) {
      return Map.of();
    }
    return extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
        .flatMap(properties -> properties.getCamundaProperties().stream())
        .collect(
            Collectors.toMap(CamundaProperty::getCamundaName, CamundaProperty::getCamundaValue));
  }

  private ModelElements() {}
}
