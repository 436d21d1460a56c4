package eu.jalon.engine;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.register.DueOffset;
import eu.jalon.register.Step;
import eu.jalon.register.StepOutcome;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The model and the code hold the same names. */
class ModelTest {

  private static final BpmnModelInstance MODEL =
      Bpmn.readModelFromStream(
          ModelTest.class.getResourceAsStream("/processes/commitment-follow-up.bpmn"));

  @Test
  void theProcessSaysHowLongItsHistoryIsKept() {
    Process process = MODEL.getModelElementsByType(Process.class).iterator().next();

    assertThat(process.getId()).isEqualTo(ModelElements.FOLLOW_UP);
    assertThat(process.isExecutable()).isTrue();
    assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P1826D");
    assertThat(process.getCamundaVersionTag()).isNotBlank();
    assertThat(process.getDocumentations()).isNotEmpty();
  }

  @Test
  void theGoodEndIsTheOneTheCodeListensTo() {
    assertThat(MODEL.getModelElementsByType(EndEvent.class))
        .extracting(EndEvent::getId)
        .containsExactly(ModelElements.FULFILLED);
  }

  @ParameterizedTest
  @EnumSource
  void eachStepIsATaskOfEachSideWithItsFormAndFields(Step step) {
    var tasks =
        MODEL.getModelElementsByType(UserTask.class).stream()
            .filter(task -> step.key().equals(properties(task).get(ModelElements.STEP_PROPERTY)))
            .toList();

    assertThat(tasks).hasSize(2);
    assertThat(tasks)
        .allSatisfy(
            task -> {
              assertThat(task.getCamundaFormKey()).isEqualTo(ModelElements.FORMS.get(step.key()));
              assertThat(
                      DueOffset.parse(
                              properties(task).getOrDefault(ModelElements.OFFSET_PROPERTY, ""))
                          .days())
                  .isPositive();
              assertThat(localFields(task)).isEqualTo(StepOutcome.fields(step));
              assertThat(task.getDocumentations()).isNotEmpty();
            });
  }

  @Test
  void everyUserTaskIsAnActionItemOfOneMinistry() {
    assertThat(MODEL.getModelElementsByType(UserTask.class))
        .isNotEmpty()
        .allSatisfy(
            task -> {
              assertThat(properties(task)).containsKeys("step", "dueOffset");
              assertThat(task.getCamundaCandidateGroupsList()).hasSize(1);
            });
  }

  @Test
  void theFormsAreWhereTheModelSaysAndSpeakThroughTheBundles() {
    for (String form : ModelElements.FORMS.values()) {
      String resource = "/" + form.substring("embedded:deployment:".length());
      assertThat(getClass().getResource(resource)).as(resource).isNotNull();
      assertThat(ModelDeployment.RESOURCES).contains(resource.substring(1));
    }
  }

  @Test
  void nothingIsScriptedAndEverythingIsDrawn() {
    assertThat(MODEL.getModelElementsByType(ScriptTask.class)).isEmpty();
    Set<String> drawn =
        MODEL.getModelElementsByType(BpmnShape.class).stream()
            .map(shape -> shape.getBpmnElement().getId())
            .collect(Collectors.toSet());
    assertThat(drawn)
        .containsAll(
            MODEL.getModelElementsByType(FlowNode.class).stream().map(FlowNode::getId).toList());
    assertThat(MODEL.getModelElementsByType(SequenceFlow.class))
        .allSatisfy(flow -> assertThat(flow.getId()).startsWith("flow_"));
  }

  @Test
  void conditionsReadOnlyWhatTheModelItselfWrote() {
    assertThat(MODEL.getModelElementsByType(SequenceFlow.class))
        .filteredOn(flow -> flow.getConditionExpression() != null)
        .isNotEmpty()
        .allSatisfy(
            flow ->
                assertThat(
                        Arrays.asList("${doneBe}", "${doneFr}", "${validatedBe}", "${validatedFr}"))
                    .contains(flow.getConditionExpression().getTextContent()));
  }

  private static Map<String, String> properties(UserTask task) {
    CamundaProperties properties =
        task.getExtensionElements()
            .getElementsQuery()
            .filterByType(CamundaProperties.class)
            .singleResult();
    return properties.getCamundaProperties().stream()
        .collect(
            Collectors.toMap(CamundaProperty::getCamundaName, CamundaProperty::getCamundaValue));
  }

  private static Set<String> localFields(UserTask task) {
    return task
        .getExtensionElements()
        .getElementsQuery()
        .filterByType(CamundaInputOutput.class)
        .singleResult()
        .getCamundaInputParameters()
        .stream()
        .map(CamundaInputParameter::getCamundaName)
        .collect(Collectors.toSet());
  }
}
