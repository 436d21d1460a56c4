package eu.jalon.benchmark;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The way that this is often built: a trigger for each task in the scheduler's tables. */
final class TriggerPerTask {

  /** How long it took to write the triggers down, and to fire them all. */
  record Seconds(double scheduling, double firing) {}

  private static final AtomicReference<@Nullable CountDownLatch> LEFT = new AtomicReference<>();
  private static final AtomicReference<@Nullable JdbcClient> JDBC = new AtomicReference<>();

  private final Scheduler scheduler;

  TriggerPerTask(ConfigurableApplicationContext application) {
    scheduler = application.getBean(Scheduler.class);
    JDBC.set(application.getBean(JdbcClient.class));
  }

  Seconds run(int tasks) throws Exception {
    LEFT.set(new CountDownLatch(tasks));
    scheduler.standby();
    JobDetail job =
        JobBuilder.newJob(RemindOnce.class).withIdentity("bench").storeDurably().build();
    scheduler.addJob(job, true);
    long run = System.nanoTime();
    double scheduling =
        EntryBenchmark.seconds(
            () -> {
              for (int i = 0; i < tasks; i++) {
                schedule(job, run, i);
              }
            });
    double firing =
        EntryBenchmark.seconds(
            () -> {
              try {
                scheduler.start();
                CountDownLatch left = LEFT.get();
                if (left == null || !left.await(10, TimeUnit.MINUTES)) {
                  throw new IllegalStateException("Triggers did not fire");
                }
              } catch (SchedulerException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    scheduler.standby();
    return new Seconds(scheduling, firing);
  }

  private void schedule(JobDetail job, long run, int n) {
    try {
      scheduler.scheduleJob(
          TriggerBuilder.newTrigger()
              .forJob(job)
              .withIdentity("bench-" + run + "-" + n)
              .usingJobData("item", "bench-" + n)
              .startNow()
              .build());
    } catch (SchedulerException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes down that one task was reminded of. */
  public static final class RemindOnce implements Job {

    @Override
    public void execute(JobExecutionContext context) {
      JdbcClient jdbc = JDBC.get();
      CountDownLatch left = LEFT.get();
      if (jdbc != null && left != null) {
        jdbc.sql(
                """
                insert into reminder (on_date, action_item_id, ref, recipient_role, stage, due_on)
                values (current_date, :item, 'x', 'OWNER', 'DUE', current_date)
                """)
            .param("item", context.getMergedJobDataMap().getString("item"))
            .update();
        left.countDown();
      }
    }
  }
}
