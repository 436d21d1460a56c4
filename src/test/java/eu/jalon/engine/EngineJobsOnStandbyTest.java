package eu.jalon.engine;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.TestClock;
import eu.jalon.TestDatabase;
import eu.jalon.TestRooms;
import eu.jalon.operation.standby.Standby;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A node that stands aside runs no timer of the engine. */
class EngineJobsOnStandbyTest {

  @ParameterizedTest
  @EnumSource
  void operator13_aNodeThatStandsAsideLeavesTimersToOthers(TestDatabase kind) {
    try (TestDatabase.Opened database = kind.open();
        TestRooms rooms =
            new TestRooms(database, TestClock.at("2027-03-01T07:00"))
                .property("jalon.instance", "a")
                .open("operation.standby")) {
      ProcessEngineConfigurationImpl configuration = new StandaloneProcessEngineConfiguration();
      configuration.setDataSource(database.dataSource());
      configuration.setDatabaseSchemaUpdate("create-drop");
      configuration.setEnforceHistoryTimeToLive(false);
      configuration.setProcessEnginePlugins(
          List.of(EngineConfiguration.jobsOnStandby(rooms.get(Standby.class))));
      ProcessEngine engine = configuration.buildProcessEngine();
      try {
        startDueTimer(engine);
        database.jdbc().sql("update installation set instance = 'b'").update();
        assertThat(acquired(configuration)).as("while it stands aside").isZero();

        database.jdbc().sql("update installation set instance = 'a'").update();
        assertThat(acquired(configuration)).isOne();
      } finally {
        engine.close();
      }
    }
  }

  private static void startDueTimer(ProcessEngine engine) {
    engine
        .getRepositoryService()
        .createDeployment()
        .addModelInstance(
            "timer.bpmn",
            Bpmn.createExecutableProcess("timer")
                .startEvent()
                .intermediateCatchEvent()
                .timerWithDate("2020-01-01T00:00:00Z")
                .endEvent()
                .done())
        .deploy();
    engine.getRuntimeService().startProcessInstanceByKey("timer");
  }

  private static int acquired(ProcessEngineConfigurationImpl configuration) {
    return configuration
        .getCommandExecutorTxRequired()
        .execute(configuration.getJobExecutor().getAcquireJobsCmd(3))
        .size();
  }
}
