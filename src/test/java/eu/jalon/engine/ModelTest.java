package eu.jalon.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.jalon.actionitem.form.Step;
import eu.jalon.actionitem.form.StepForm;
import eu.jalon.commitment.deadline.DueOffset;
import eu.jalon.engine.model.ModelDeployment;
import eu.jalon.engine.model.ModelElements;
import eu.jalon.engine.model.ProcessVariables;
import eu.jalon.engine.process.ModelBeans;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/**
 * Checks that the models and the code use the same ids, and that the models follow their
 * conventions.
 */
public class ModelTest {

  private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)[.}]");

  /** Conditions on process variables rather than beans. */
  private static final Set<String> CONDITIONS =
      Set.of("${validated}", "${approvalRequired}", "${side == accountable}");

  public static Stream<String> models() {
    return ModelDeployment.RESOURCES.stream().filter(name -> name.endsWith(".bpmn"));
  }

  @ParameterizedTest
  @MethodSource("models")
  void aProcessDeclaresDocumentationVersionHistoryTimeToLiveAndMigrationPolicy(String name) {
    Process process = process(name);

    assertThat(process.isExecutable()).isTrue();
    assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P1826D");
    assertThat(process.getCamundaVersionTag()).isNotBlank();
    assertThat(process.getDocumentations()).isNotEmpty();
    assertThat(properties(process).get(ModelElements.POLICY_PROPERTY)).isIn("drain", "migrate");
  }

  @Test
  void theIdsAndMessagesInTheCodeAreThoseOfTheModels() {
    assertThat(models().map(name -> process(name).getId()))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Stream.of(ModelElements.FOLLOW_UP), ModelElements.TRACKS.values().stream())
                .toList());
    assertThat(ModelElements.TRACKS).hasSize(eu.jalon.commitment.Track.values().length);
    assertThat((Object) followUp().getModelElementById(ModelElements.FULFILLED)).isNotNull();
    assertThat(followUp().getModelElementsByType(Message.class))
        .extracting(Message::getName)
        .containsExactlyInAnyOrder(
            ModelElements.EXTENSION_REQUESTED,
            ModelElements.REASSIGNMENT_REQUESTED,
            ModelElements.EXTENSION_WITHDRAWN,
            ModelElements.REASSIGNMENT_WITHDRAWN,
            ModelElements.CLOSING_PREPARED,
            ModelElements.SPLIT,
            ModelElements.WITHDRAWN,
            ModelElements.CARRIED_OVER);
    assertThat(followUp().getModelElementsByType(CallActivity.class))
        .extracting(CallActivity::getCalledElement, CallActivity::getCamundaCalledElementBinding)
        .containsOnly(
            org.assertj.core.groups.Tuple.tuple("${" + ModelElements.TRACK + "}", "deployment"));
  }

  @Test
  void everyStepHasAUserTask() {
    Set<Step> found = EnumSet.noneOf(Step.class);
    userTasks().forEach(task -> found.add(step(task)));

    assertThat(found).isEqualTo(EnumSet.allOf(Step.class));
  }

  @Test
  void everyUserTaskHasOneCandidateGroupAndTheFormAndFieldsOfItsStep() {
    assertThat(userTasks())
        .isNotEmpty()
        .allSatisfy(
            task -> {
              Step step = step(task);
              assertThat(task.getCamundaCandidateGroupsList()).hasSize(1);
              assertThat(task.getCamundaFormKey()).isEqualTo(ModelElements.formKey(step.form()));
              assertThat(localFields(task)).isEqualTo(step.form().fields());
              assertThat(task.getDocumentations()).isNotEmpty();
              assertThat(task.getLoopCharacteristics() != null).isEqualTo(step.repeated());
              DueOffset.parse(
                  properties(task).getOrDefault(ModelElements.OFFSET_PROPERTY, "missing"));
            });
  }

  @Test
  void everyFormIsOnTheClassPathAndDeployed() {
    for (StepForm form : StepForm.values()) {
      String resource = "forms/" + form.file() + ".html";
      assertThat(getClass().getResource("/" + resource)).as(resource).isNotNull();
      assertThat(ModelDeployment.RESOURCES).contains(resource);
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void noModelHasAScriptAndEveryElementIsDrawnAndNamed(String name) {
    BpmnModelInstance model = model(name);
    assertThat(model.getModelElementsByType(ScriptTask.class)).isEmpty();
    Set<String> drawn =
        model.getModelElementsByType(BpmnShape.class).stream()
            .map(shape -> shape.getBpmnElement().getId())
            .collect(Collectors.toSet());
    assertThat(drawn)
        .containsAll(
            model.getModelElementsByType(FlowNode.class).stream().map(FlowNode::getId).toList());
    Set<String> edges =
        model.getModelElementsByType(BpmnEdge.class).stream()
            .map(edge -> edge.getBpmnElement().getId())
            .collect(Collectors.toSet());
    assertThat(model.getModelElementsByType(SequenceFlow.class))
        .allSatisfy(flow -> assertThat(flow.getId()).startsWith("flow_"))
        .allSatisfy(flow -> assertThat(edges).contains(flow.getId()));
    assertThat(model.getModelElementsByType(FlowNode.class))
        .filteredOn(node -> !(node instanceof org.camunda.bpm.model.bpmn.instance.Gateway))
        .allSatisfy(node -> assertThat(node.getName()).isNotBlank());
  }

  @Test
  void expressionsUseExactlyTheDeclaredBeans() {
    Set<String> beans = new TreeSet<>();
    var none = new StaticListableBeanFactory();
    new ModelBeans(
            none.getBeanProvider(eu.jalon.actionitem.record.ActionItemRecorder.class),
            none.getBeanProvider(eu.jalon.actionitem.record.RequestRecorder.class),
            none.getBeanProvider(ProcessVariables.class))
        .all()
        .keySet()
        .forEach(bean -> beans.add(bean.toString()));
    Set<String> named = new TreeSet<>();
    models()
        .map(ModelTest::model)
        .forEach(
            model -> {
              model
                  .getModelElementsByType(ServiceTask.class)
                  .forEach(task -> named.addAll(beansIn(task.getCamundaDelegateExpression())));
              model
                  .getModelElementsByType(TimerEventDefinition.class)
                  .forEach(timer -> named.addAll(beansIn(timer.getTimeDate().getTextContent())));
              model
                  .getModelElementsByType(UserTask.class)
                  .forEach(
                      task ->
                          task.getCamundaCandidateGroupsList().stream()
                              .filter(group -> group.contains("("))
                              .forEach(group -> named.addAll(beansIn(group))));
              model.getModelElementsByType(SequenceFlow.class).stream()
                  .filter(flow -> flow.getConditionExpression() != null)
                  .map(flow -> flow.getConditionExpression().getTextContent())
                  .filter(condition -> !CONDITIONS.contains(condition))
                  .forEach(condition -> named.addAll(beansIn(condition)));
            });

    assertThat(named).isEqualTo(beans);
  }

  @Test
  void theElementTemplateOffersEveryStep() throws IOException {
    JsonNode template =
        new ObjectMapper()
            .readTree(Path.of("processes/element-templates/action-item.json").toFile())
            .get(0);
    List<String> offered = new ArrayList<>();
    template
        .path("properties")
        .path(0)
        .path("choices")
        .forEach(choice -> offered.add(choice.path("value").asText()));

    assertThat(offered)
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(Step.values()).map(Step::key).toList());
    assertThat(userTasks())
        .allSatisfy(
            task ->
                assertThat(
                        Integer.valueOf(
                            task.getAttributeValueNs(
                                "http://camunda.org/schema/1.0/bpmn", "modelerTemplateVersion")))
                    .isEqualTo(template.path("version").asInt()));
  }

  private static Set<String> beansIn(String expression) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = BEAN.matcher(expression);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static List<UserTask> userTasks() {
    return models()
        .flatMap(name -> model(name).getModelElementsByType(UserTask.class).stream())
        .toList();
  }

  private static BpmnModelInstance followUp() {
    return model("processes/commitment-follow-up.bpmn");
  }

  public static BpmnModelInstance model(String name) {
    return Bpmn.readModelFromStream(ModelTest.class.getResourceAsStream("/" + name));
  }

  private static Process process(String name) {
    return model(name).getModelElementsByType(Process.class).iterator().next();
  }

  private static Step step(UserTask task) {
    return Step.of(properties(task).getOrDefault(ModelElements.STEP_PROPERTY, "missing"));
  }

  private static Map<String, String> properties(BaseElement element) {
    CamundaProperties properties =
        element
            .getExtensionElements()
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
