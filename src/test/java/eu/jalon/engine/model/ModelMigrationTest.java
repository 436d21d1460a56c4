package eu.jalon.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.TestClock;
import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItemView;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.engine.ModelTest;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MinistryCode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ActiveProfiles;

/** Deploys changed copies of the follow-up model while instances of the current version run. */
@Tag("integration")
@Tag("isolated")
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "jalon.schedule.enabled=false",
      "camunda.bpm.job-execution.enabled=false",
      "spring.datasource.url=jdbc:h2:mem:migration;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000"
    })
@Import(ModelMigrationTest.Time.class)
@ActiveProfiles("demo")
class ModelMigrationTest {

  private static final String FOLLOW_UP = "processes/commitment-follow-up.bpmn";
  private static final String TAKE_CHARGE = "userTask_takeCharge";
  private static final String RENAMED = "userTask_accept";

  @TestConfiguration(proxyBeanMethods = false)
  static class Time {

    @Bean
    @Primary
    TestClock fixedClock() {
      return TestClock.at("2027-01-04T09:00");
    }
  }

  @Autowired private ModelMigration migration;
  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;
  @Autowired private ActionItems items;
  @Autowired private Directory directory;

  @Test
  void instancesAreMigratedToAVersionMarkedMigrateUnlessTheirActivityIsMissing() {
    long running = count(ModelElements.FOLLOW_UP);
    Task waiting = waitingAt(TAKE_CHARGE).get(0);
    LocalDate dueBefore = item(waiting).dueOn().orElseThrow().day();
    assertThat(running).isGreaterThan(20);

    deploy("drain", model -> {});
    assertThat(migration.run()).isEmpty();
    assertThat(onNewestVersion()).as("a model marked drain migrates nothing").isZero();

    int tasksWaiting = waitingAt(TAKE_CHARGE).size();
    int instancesWaiting =
        (int) waitingAt(TAKE_CHARGE).stream().map(Task::getProcessInstanceId).distinct().count();
    deploy(
        "migrate",
        model -> model.getModelElementById(TAKE_CHARGE).setAttributeValue("id", "userTask_gone"));
    ModelMigration.Report refused = migration.run().get(0);
    assertThat(refused.failed()).hasSize(instancesWaiting);
    assertThat(refused.migrated()).isEqualTo((int) running - instancesWaiting);
    assertThat(waitingAt(TAKE_CHARGE)).as("what does not fit stays").hasSize(tasksWaiting);

    deploy(
        "migrate",
        model -> {
          BaseElement task = model.getModelElementById(TAKE_CHARGE);
          task.setAttributeValue("id", RENAMED);
          set(task, ModelElements.RENAMED_PROPERTY, TAKE_CHARGE);
          set(task, ModelElements.OFFSET_PROPERTY, "20");
        });
    ModelMigration.Report report = migration.run().get(0);

    assertThat(report.failed()).isEmpty();
    assertThat(report.migrated()).isEqualTo((int) running);
    assertThat(onNewestVersion()).isEqualTo(running);
    assertThat(waitingAt(TAKE_CHARGE)).isEmpty();
    Task migrated = tasks.createTaskQuery().taskId(waiting.getId()).singleResult();
    assertThat(migrated.getTaskDefinitionKey()).isEqualTo(RENAMED);
    LocalDate dueNow = item(migrated).dueOn().orElseThrow().day();
    assertThat(dueNow).as("the offset of the new version counts").isAfter(dueBefore);

    CommitmentRef ref = item(migrated).ref();
    MinistryCode ministry = item(migrated).ministry();
    Person lead = directory.staff().getOrDefault(ministry, List.of()).get(0);
    items.complete(migrated.getId(), Map.of(), lead);
    assertThat(items.of(ref))
        .extracting(ActionItemView::item)
        .filteredOn(item -> item.status() == ActionItem.Status.OPEN)
        .extracting(ActionItem::step)
        .as("the instance goes on")
        .isNotEmpty();
    assertThat(migration.run()).as("a second run finds nothing").isEmpty();
  }

  /** A change to a copy of the follow-up model. */
  private interface Edit {

    void apply(BpmnModelInstance model);
  }

  private void deploy(String policy, Edit edit) {
    BpmnModelInstance model = ModelTest.model(FOLLOW_UP);
    Process process = model.getModelElementsByType(Process.class).iterator().next();
    set(process, ModelElements.POLICY_PROPERTY, policy);
    edit.apply(model);
    DeploymentBuilder deployment = repository.createDeployment().name("jalon");
    ModelDeployment.RESOURCES.stream()
        .filter(resource -> !resource.equals(FOLLOW_UP))
        .forEach(deployment::addClasspathResource);
    deployment.addString(FOLLOW_UP, Bpmn.convertToString(model)).deploy();
  }

  private static void set(BaseElement element, String property, String value) {
    CamundaProperties properties =
        element
            .getExtensionElements()
            .getElementsQuery()
            .filterByType(CamundaProperties.class)
            .singleResult();
    Collection<CamundaProperty> all = properties.getCamundaProperties();
    all.stream()
        .filter(each -> each.getCamundaName().equals(property))
        .findFirst()
        .orElseGet(
            () -> {
              CamundaProperty added = element.getModelInstance().newInstance(CamundaProperty.class);
              added.setCamundaName(property);
              all.add(added);
              return added;
            })
        .setCamundaValue(value);
  }

  private long count(String model) {
    return runtime.createProcessInstanceQuery().processDefinitionKey(model).count();
  }

  private long onNewestVersion() {
    String newest =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(ModelElements.FOLLOW_UP)
            .latestVersion()
            .singleResult()
            .getId();
    return runtime.createProcessInstanceQuery().processDefinitionId(newest).count();
  }

  private List<Task> waitingAt(String element) {
    return tasks.createTaskQuery().taskDefinitionKey(element).list();
  }

  private ActionItem item(Task task) {
    CommitmentRef ref =
        new CommitmentRef(
            runtime
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey());
    return items.of(ref).stream()
        .map(ActionItemView::item)
        .filter(item -> item.id().equals(task.getId()))
        .findFirst()
        .orElseThrow();
  }
}
