package eu.jalon.engine.model;

import static eu.jalon.actionitem.form.Step.APPROVAL;
import static eu.jalon.actionitem.form.Step.APPROVAL_CHOICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.jalon.actionitem.form.Step;
import eu.jalon.engine.ModelTest;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks the upcoming activities of the models, and the diagrams made from them. */
class UpcomingActivitiesTest {

  private static final String FOLLOW_UP = "processes/commitment-follow-up.bpmn";
  private static final String LEGAL = "processes/track-legal-instrument.bpmn";

  static Stream<String> tracks() {
    return ModelTest.models().filter(name -> name.contains("track-"));
  }

  @Test
  void theAccountableCountryHasAllStepsOfTheTrackAndApprovalIsAvoidable() {
    List<UpcomingActivities.Upcoming> upcoming =
        new UpcomingActivities(ModelTest.model(LEGAL), true).fromStart();

    assertThat(steps(upcoming))
        .containsExactly(
            Step.MANDATE,
            Step.NEGOTIATION,
            Step.AGREED_TEXT,
            Step.SIGNATURE,
            APPROVAL_CHOICE,
            APPROVAL,
            Step.ENTRY_INTO_FORCE);
    assertThat(upcoming.stream().filter(UpcomingActivities.Upcoming::avoidable).toList())
        .extracting(each -> each.step().orElseThrow())
        .containsExactly(APPROVAL);
  }

  @Test
  void theOtherCountryHasOnlyTheApprovalSteps() {
    assertThat(steps(new UpcomingActivities(ModelTest.model(LEGAL), false).fromStart()))
        .containsExactly(APPROVAL_CHOICE, APPROVAL);
  }

  @Test
  void onlyStepsAfterTheCurrentOneAreUpcoming() {
    BpmnModelInstance model = ModelTest.model(LEGAL);

    assertThat(steps(new UpcomingActivities(model, true).from(List.of("userTask_signature"))))
        .containsExactly(APPROVAL_CHOICE, APPROVAL, Step.ENTRY_INTO_FORCE);
    assertThat(new UpcomingActivities(model, true).from(List.of("userTask_fromAnOlderModel")))
        .isEmpty();
  }

  @Test
  void inTheFollowUpTheActivitiesOfThePartAreUpcoming() {
    List<UpcomingActivities.Upcoming> upcoming =
        new UpcomingActivities(ModelTest.model(FOLLOW_UP), true)
            .from(List.of("userTask_takeCharge"));

    assertThat(upcoming)
        .extracting(each -> each.activity().getId(), UpcomingActivities.Upcoming::avoidable)
        .containsExactly(
            tuple("callActivity_track", false),
            tuple("userTask_finalEvaluation", false),
            tuple("userTask_validate", false));
  }

  @ParameterizedTest
  @MethodSource("tracks")
  void aTrackTestsTheAccountableCountryWithTheConditionInTheCode(String name) {
    BpmnModelInstance model = ModelTest.model(name);

    assertThat(model.getModelElementsByType(SequenceFlow.class))
        .filteredOn(flow -> flow.getConditionExpression() != null)
        .extracting(flow -> flow.getConditionExpression().getTextContent())
        .contains(ModelElements.ACCOUNTABLE_CONDITION);
    assertThat(model.getModelElementsByType(ExclusiveGateway.class))
        .filteredOn(gateway -> gateway.getOutgoing().size() > 1)
        .allSatisfy(gateway -> assertThat(gateway.getDefault()).isNotNull());
  }

  /** The part of a party is drawn once, whatever the parties are. */
  @ParameterizedTest
  @MethodSource("eu.jalon.engine.ModelTest#models")
  void noIdOrNameInAModelIsThatOfAParty(String name) {
    assertThat(ModelTest.model(name).getModelElementsByType(FlowElement.class))
        .allSatisfy(
            element -> {
              assertThat(element.getId()).doesNotMatch(".*(Be|Fr|Nl|Lu|De)");
              assertThat(String.valueOf(element.getName())).doesNotContain("Belgique", "France");
            });
  }

  @ParameterizedTest
  @MethodSource("eu.jalon.engine.ModelTest#models")
  void aDiagramContainsNoExpressionsFormsOrDocumentation(String name) {
    String drawing = drawing(name, Set.of());

    assertThat(drawing)
        .contains("BPMNShape", "name=")
        .doesNotContain("camunda", "${", "documentation", "extensionElements", "messageRef");
    List<String> ids = new ArrayList<>();
    ModelTest.model(name).getModelElementsByType(UserTask.class).stream()
        .filter(task -> !isInEventSubprocess(task))
        .forEach(task -> ids.add("id=\"" + task.getId() + "\""));
    assertThat(drawing).contains(ids);
  }

  @Test
  void anEventSubprocessIsDrawnIfItWasEntered() {
    assertThat(drawing(FOLLOW_UP, Set.of()))
        .doesNotContain("subProcess_extension", "userTask_decideExtension", "subProcess_withdrawn");
    assertThat(drawing(FOLLOW_UP, Set.of("subProcess_extension")))
        .contains(
            "bpmnElement=\"userTask_decideExtension\"", "bpmnElement=\"subProcess_extension\"")
        .doesNotContain("subProcess_withdrawn");
  }

  private static List<Step> steps(List<UpcomingActivities.Upcoming> upcoming) {
    return upcoming.stream().map(each -> each.step().orElseThrow()).toList();
  }

  private static String drawing(String name, Set<String> entered) {
    InputStream model = UpcomingActivitiesTest.class.getResourceAsStream("/" + name);
    return ModelDrawing.of(java.util.Objects.requireNonNull(model), entered);
  }

  private static boolean isInEventSubprocess(ModelElementInstance element) {
    ModelElementInstance parent = element.getParentElement();
    return parent != null
        && ((parent instanceof SubProcess part && part.triggeredByEvent())
            || isInEventSubprocess(parent));
  }
}
