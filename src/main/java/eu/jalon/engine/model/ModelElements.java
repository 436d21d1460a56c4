package eu.jalon.engine.model;

import eu.jalon.actionitem.form.StepForm;
import eu.jalon.commitment.Track;
import eu.jalon.shared.Country;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/** The ids of the models that the code needs, once; a test holds them against the files. */
public final class ModelElements {

  public static final String FOLLOW_UP = "commitmentFollowUp";
  public static final String FULFILLED = "endEvent_fulfilled";

  /** Properties of a user task, set by an analyst with the element template. */
  public static final String STEP_PROPERTY = "step";

  public static final String OFFSET_PROPERTY = "dueOffset";

  /** What becomes of running instances when a newer model is deployed: drain or migrate. */
  public static final String POLICY_PROPERTY = "onNewVersion";

  /** What a task was called in the model before, for instances that come from there. */
  static final String RENAMED_PROPERTY = "migratesFrom";

  /** The variables of a process instance; forms have fields of their own, local to their task. */
  static final String REF = "ref";

  static final String TITLE_FR = "titleFr";
  static final String TITLE_NL = "titleNl";

  /** The key of the called process of the commitment's track. */
  public static final String TRACK = "track";

  static final String ACCOUNTABLE = "accountable";

  /** In a called process: the country whose part it plays. */
  public static final String SIDE = "side";

  /** Local to a repeated task: whether its last report said that the step is done. */
  public static final String ACHIEVED = "achieved";

  /** Where the engine counts the repetitions of a task. */
  public static final String LOOP_COUNTER = "loopCounter";

  public static final String LOOPS = "nrOfInstances";

  /** As often as a repeated task comes at most in one go; its models say the same. */
  public static final int MOST_LOOPS = 99;

  /** What the engine adds to the id of a task where it means the body of its repetition. */
  public static final String REPETITION = "#multiInstanceBody";

  /** The condition by which a track asks whether it plays the accountable country's part. */
  static final String OWN_PART = "${side == accountable}";

  public static final String LEAD_BE = "leadBe";
  public static final String LEAD_FR = "leadFr";

  /** The results that the models themselves write. */
  public static final Set<String> FREE =
      Set.of("doneBe", "doneFr", "validatedBe", "validatedFr", "approvalRequired", "dueOn");

  public static final Map<Track, String> TRACKS =
      Map.of(
          Track.LEGAL_INSTRUMENT, "trackLegalInstrument",
          Track.OPERATIONAL_CAPABILITY, "trackOperationalCapability",
          Track.STANDING_COOPERATION, "trackStandingCooperation",
          Track.JOINT_POSITION, "trackJointPosition");

  public static final String EXTENSION_REQUESTED = "extensionRequested";
  public static final String REASSIGNMENT_REQUESTED = "reassignmentRequested";
  public static final String CLOSING_PREPARED = "closingPrepared";
  public static final String SPLIT = "split";
  public static final String WITHDRAWN = "withdrawn";
  public static final String CARRIED_OVER = "carriedOver";

  /** Whether a process is one of ours. */
  public static boolean isOurs(String processKey) {
    return FOLLOW_UP.equals(processKey) || TRACKS.containsValue(processKey);
  }

  /** The track that a called process walks; empty for the outer process. */
  public static Optional<Track> trackOf(String processKey) {
    return TRACKS.entrySet().stream()
        .filter(each -> each.getValue().equals(processKey))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The country whose part an element of the follow-up is: its id ends with it. */
  public static Optional<Country> sideOf(String element) {
    return Arrays.stream(Country.values())
        .filter(
            country ->
                element.endsWith(
                    country.name().charAt(0)
                        + country.name().substring(1).toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** The form key of a form, as models name it. */
  public static String formKey(StepForm form) {
    return "embedded:deployment:forms/" + form.file() + ".html";
  }

  /** The properties of an element, as an analyst sets them. */
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
