package eu.jalon.engine.model;

import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Deploys models and forms together at startup, if a file has changed. Running instances stay on
 * their version unless the new version is marked {@code migrate}.
 */
@Component
public class ModelDeployment implements SmartInitializingSingleton {

  /**
   * The deployed resources, listed rather than scanned; forms have the names that the models use.
   */
  public static final List<String> RESOURCES =
      List.of(
          "processes/commitment-follow-up.bpmn",
          "processes/track-joint-position.bpmn",
          "processes/track-legal-instrument.bpmn",
          "processes/track-operational-capability.bpmn",
          "processes/track-standing-cooperation.bpmn",
          "forms/approval-choice.html",
          "forms/decide-closing.html",
          "forms/decide-request.html",
          "forms/report-progress.html",
          "forms/take-charge.html",
          "forms/validate.html");

  private final RepositoryService repository;
  private final ModelMigration migration;

  ModelDeployment(RepositoryService repository, ModelMigration migration) {
    this.repository = repository;
    this.migration = migration;
  }

  @Override
  public void afterSingletonsInstantiated() {
    DeploymentBuilder deployment =
        repository.createDeployment().name("jalon").enableDuplicateFiltering(false);
    RESOURCES.forEach(deployment::addClasspathResource);
    deployment.deploy();
    migration.run();
  }
}
