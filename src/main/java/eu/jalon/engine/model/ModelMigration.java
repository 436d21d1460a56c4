package eu.jalon.engine.model;

import eu.jalon.actionitem.MigratedItem;
import eu.jalon.actionitem.form.Step;
import eu.jalon.actionitem.record.ActionItemRecorder;
import eu.jalon.commitment.deadline.DueOffset;
import eu.jalon.shared.CommitmentRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Migrates running instances to a newer version of their model where that version is marked {@code
 * migrate}; instances of a model marked {@code drain} end on the version they started with.
 * Activities are mapped by id; the property {@code migratesFrom} of a renamed user task holds its
 * former id. Each instance is migrated in its own transaction: one that cannot be migrated is
 * reported and stays on its version.
 */
@Component
class ModelMigration {

  private static final Logger LOG = LoggerFactory.getLogger(ModelMigration.class);
  private static final String MIGRATE = "migrate";

  /**
   * The result for the running instances of one model.
   *
   * @param failed the business keys of those that stay on the old version, each with the reason
   */
  record Report(String model, int migrated, Map<String, String> failed) {}

  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final ObjectProvider<ActionItemRecorder> recorder;
  private final ObjectProvider<ProcessVariables> variables;
  private final TransactionOperations transaction;

  ModelMigration(
      RepositoryService repository,
      RuntimeService runtime,
      TaskService tasks,
      ObjectProvider<ActionItemRecorder> recorder,
      ObjectProvider<ProcessVariables> variables,
      TransactionOperations transaction) {
    this.repository = repository;
    this.runtime = runtime;
    this.tasks = tasks;
    this.recorder = recorder;
    this.variables = variables;
    this.transaction = transaction;
  }

  /**
   * Migrates the instances on older versions; returns a report for each model with such instances.
   */
  List<Report> run() {
    List<Report> reports = new ArrayList<>();
    for (ProcessDefinition newest :
        repository.createProcessDefinitionQuery().latestVersion().list()) {
      BpmnModelInstance model = repository.getBpmnModelInstance(newest.getId());
      if (newest.getVersion() > 1 && MIGRATE.equals(policy(model))) {
        Report report = migrateTo(newest, model);
        if (report.migrated() > 0 || !report.failed().isEmpty()) {
          LOG.info(
              "Model {} version {}: {} instances migrated, not migrated: {}",
              report.model(),
              newest.getVersion(),
              report.migrated(),
              report.failed());
          reports.add(report);
        }
      }
    }
    return reports;
  }

  private Report migrateTo(ProcessDefinition newest, BpmnModelInstance model) {
    Map<String, MigrationPlan> plans = new HashMap<>();
    Map<String, String> failed = new HashMap<>();
    int migrated = 0;
    for (ProcessInstance instance :
        runtime.createProcessInstanceQuery().processDefinitionKey(newest.getKey()).list()) {
      if (instance.getProcessDefinitionId().equals(newest.getId())) {
        continue;
      }
      try {
        MigrationPlan plan =
            plans.computeIfAbsent(
                instance.getProcessDefinitionId(), old -> plan(old, newest, model));
        transaction.executeWithoutResult(status -> migrate(instance, plan, model));
        migrated++;
      } catch (RuntimeException notMigrated) {
        failed.put(instance.getBusinessKey(), String.valueOf(notMigrated.getMessage()));
      }
    }
    return new Report(newest.getKey(), migrated, failed);
  }

  private MigrationPlan plan(String old, ProcessDefinition newest, BpmnModelInstance model) {
    MigrationPlanBuilder builder =
        runtime.createMigrationPlan(old, newest.getId()).mapEqualActivities();
    BpmnModelInstance oldModel = repository.getBpmnModelInstance(old);
    for (UserTask task : model.getModelElementsByType(UserTask.class)) {
      String formerId = ModelElements.properties(task).get(ModelElements.RENAMED_PROPERTY);
      if (formerId != null && oldModel.getModelElementById(formerId) != null) {
        builder.mapActivities(formerId, task.getId());
      }
    }
    return builder.build();
  }

  private void migrate(ProcessInstance instance, MigrationPlan plan, BpmnModelInstance model) {
    runtime.newMigration(plan).processInstanceIds(instance.getId()).execute();
    CommitmentRef ref = new CommitmentRef(instance.getBusinessKey());
    runtime.setVariables(instance.getId(), variables.getObject().of(ref));
    List<MigratedItem> items = new ArrayList<>();
    for (Task task : tasks.createTaskQuery().processInstanceId(instance.getId()).list()) {
      UserTask element = model.getModelElementById(task.getTaskDefinitionKey());
      Map<String, String> properties = ModelElements.properties(element);
      items.add(
          new MigratedItem(
              task.getId(),
              Step.of(properties.getOrDefault(ModelElements.STEP_PROPERTY, "")),
              DueOffset.parse(properties.getOrDefault(ModelElements.OFFSET_PROPERTY, "0"))));
    }
    recorder.getObject().migrated(ref, items);
  }

  private static String policy(BpmnModelInstance model) {
    Process process = model.getModelElementsByType(Process.class).iterator().next();
    return ModelElements.properties(process).getOrDefault(ModelElements.POLICY_PROPERTY, "drain");
  }
}
