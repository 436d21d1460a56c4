package eu.jalon.benchmark;

import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The other way that this is often built: a boundary timer at each task. */
final class TimerPerTask {

  private static final String PROCESS = "benchTimer";
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(10);
  private static final long POLL_MILLIS = 20;

  private final ProcessEngine engine;
  private final JdbcClient jdbc;

  TimerPerTask(ConfigurableApplicationContext application) {
    engine = application.getBean(ProcessEngine.class);
    jdbc = application.getBean(JdbcClient.class);
    engine
        .getRepositoryService()
        .createDeployment()
        .addModelInstance(
            "bench.bpmn",
            Bpmn.createExecutableProcess(PROCESS)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .userTask("task")
                .boundaryEvent("timer")
                .cancelActivity(false)
                .timerWithDuration("P1D")
                .endEvent()
                .moveToActivity("task")
                .endEvent()
                .done())
        .deploy();
  }

  /** The seconds it takes to fire a timer for each of so many tasks. */
  double run(int tasks) {
    for (int i = 0; i < tasks; i++) {
      engine.getRuntimeService().startProcessInstanceByKey(PROCESS);
    }
    return EntryBenchmark.seconds(
        () -> {
          jdbc.sql(
                  """
                  update act_ru_job set duedate_ = now() - interval '10 year'
                  where process_def_key_ = 'benchTimer'
                  """)
              .update();
          awaitNone();
        });
  }

  private void awaitNone() {
    long deadline = System.nanoTime() + PATIENCE;
    Object pause = new Object();
    while (jdbc.sql("select count(*) from act_ru_job where process_def_key_ = 'benchTimer'")
            .query(Long.class)
            .single()
        > 0) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("Timers did not fire");
      }
      synchronized (pause) {
        try {
          pause.wait(POLL_MILLIS);
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }
}
