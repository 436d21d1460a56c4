package eu.jalon.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.jalon.TestClock;
import eu.jalon.TestDatabase;
import eu.jalon.TestRooms;
import eu.jalon.reminder.round.ReminderRound;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartz.CronTrigger;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.JobListener;
import org.quartz.SimpleTrigger;
import org.quartz.Trigger;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.quartz.SchedulerFactoryBean;
import org.springframework.scheduling.quartz.SpringBeanJobFactory;

class ScheduleTest {

  private static final String[] MODULES = {
    "directory",
    "meeting",
    "commitment",
    "actionitem",
    "transition",
    "overview",
    "mail",
    "reminder",
    "audit",
    "operation",
    "schedule"
  };

  @TempDir Path folder;

  @Test
  void theReminderJobRunsEveryMinuteAndDispatchEveryFifteenSeconds() {
    try (TestDatabase.Opened database = TestDatabase.H2.open();
        TestRooms modules = modules(database, "2027-03-01T07:00").open(MODULES)) {
      ApplicationContext context = modules.context();

      CronTrigger reminder = (CronTrigger) context.getBean("reminderTrigger", Trigger.class);
      assertThat(reminder.getCronExpression()).isEqualTo("0 * * * * ?");
      assertThat(reminder.getTimeZone().getID()).isEqualTo("Europe/Brussels");
      SimpleTrigger dispatch = (SimpleTrigger) context.getBean("dispatchTrigger", Trigger.class);
      assertThat(dispatch.getRepeatInterval()).isEqualTo(15_000);
      assertThat(context.getBeansOfType(JobDetail.class).values())
          .hasSize(4)
          .allSatisfy(
              job -> {
                assertThat(job.isDurable()).isTrue();
                assertThat(job.isConcurrentExecutionDisallowed()).isTrue();
              });
    }
  }

  @Test
  void bouncesAreReadEveryFiveMinutesIfAMailboxIsConfigured() throws Exception {
    try (TestDatabase.Opened database = TestDatabase.H2.open();
        TestRooms modules =
            modules(database, "2027-03-01T07:00")
                .property("jalon.mail.bounces.host", "127.0.0.1")
                .property("jalon.mail.bounces.port", "1")
                .open(MODULES)) {
      ApplicationContext context = modules.context();
      SimpleTrigger bounce = (SimpleTrigger) context.getBean("bounceTrigger", Trigger.class);
      assertThat(bounce.getRepeatInterval()).isEqualTo(300_000);

      JobDetail job = context.getBean("bounceJob", JobDetail.class);
      JobResults results = new JobResults();
      SchedulerFactoryBean factory = scheduler(modules, new JobDetail[] {job}, results);
      try {
        factory.getObject().triggerJob(job.getKey());
        await().until(() -> !results.failures.isEmpty());
      } finally {
        factory.destroy();
      }
      assertThat(results.failures).as("without a server at that port").containsExactly("none");
    }
  }

  @Test
  void theScheduleCanBeDisabled() {
    try (TestDatabase.Opened database = TestDatabase.H2.open();
        TestRooms modules =
            modules(database, "2027-03-01T07:00")
                .property("jalon.schedule.enabled", "false")
                .open(MODULES)) {
      assertThat(modules.context().getBeansOfType(Trigger.class)).isEmpty();
    }
  }

  @Test
  void theJobsRunWithoutFailures() throws Exception {
    try (TestDatabase.Opened database = TestDatabase.H2.open();
        TestRooms modules = modules(database, "2027-03-01T07:00").open(MODULES)) {
      JobDetail[] jobs =
          modules.context().getBeansOfType(JobDetail.class).values().toArray(JobDetail[]::new);
      JobResults results = new JobResults();
      SchedulerFactoryBean factory = scheduler(modules, jobs, results);
      try {
        for (JobDetail job : jobs) {
          factory.getObject().triggerJob(job.getKey());
        }
        await().until(() -> results.failures.size() == jobs.length);
      } finally {
        factory.destroy();
      }

      assertThat(results.failures).containsOnly("none");
      assertThat(modules.get(ReminderRound.class).lastRound()).hasToString("Optional[2027-03-01]");
    }
  }

  private static SchedulerFactoryBean scheduler(
      TestRooms modules, JobDetail[] jobs, JobResults results) throws Exception {
    SpringBeanJobFactory beans = new SpringBeanJobFactory();
    beans.setApplicationContext(modules.context());
    SchedulerFactoryBean factory = new SchedulerFactoryBean();
    factory.setJobFactory(beans);
    factory.setJobDetails(jobs);
    factory.setGlobalJobListeners(results);
    factory.setSchedulerName("test");
    factory.afterPropertiesSet();
    factory.start();
    return factory;
  }

  /** Records the result of each job. */
  private static final class JobResults implements JobListener {

    private final List<String> failures = new CopyOnWriteArrayList<>();

    @Override
    public String getName() {
      return "results";
    }

    @Override
    public void jobToBeExecuted(JobExecutionContext context) {}

    @Override
    public void jobExecutionVetoed(JobExecutionContext context) {}

    @Override
    public void jobWasExecuted(
        JobExecutionContext context, @Nullable JobExecutionException failure) {
      failures.add(failure == null ? "none" : failure.toString());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2027-03-01T12:00, UP",
    "2027-03-02T07:59, UP",
    "2027-03-02T08:00, LATE",
    "2027-03-06T12:00, LATE",
    "2026-11-30T12:00, AHEAD"
  })
  void aMissingRoundIsReportedByTheHealthIndicator(String later, String status) {
    TestClock clock = TestClock.at("2027-03-01T07:00");
    try (TestDatabase.Opened database = TestDatabase.H2.open();
        TestRooms modules =
            new TestRooms(database, clock)
                .property("jalon.mail.folder", folder.toString())
                .open(MODULES)) {
      ReminderRoundHealthIndicator health = modules.get(ReminderRoundHealthIndicator.class);
      assertThat(health.health().getStatus().getCode())
          .as("before the first round")
          .isEqualTo("UNKNOWN");
      modules.get(ReminderRound.class).runIfDue();

      clock.moveTo(later);

      assertThat(health.health().getStatus().getCode()).isEqualTo(status);
      assertThat(health.health().getDetails()).containsKeys("last", "expected");
    }
  }

  @Test
  void metricsReportAMissingRoundAndTheMailQueue() {
    TestClock clock = TestClock.at("2027-03-01T07:00");
    try (TestDatabase.Opened database = TestDatabase.H2.open();
        TestRooms modules =
            new TestRooms(database, clock)
                .property("jalon.mail.folder", folder.toString())
                .open(MODULES)) {
      SimpleMeterRegistry meters = new SimpleMeterRegistry();
      modules.get(ReminderMetrics.class).bindTo(meters);
      assertThat(value(meters, "jalon.reminder.round.last")).as("before the first round").isNaN();
      modules.inTransaction(
          each ->
              each.get(JdbcClient.class)
                  .sql(
                      """
                      insert into email (id, person_id, to_address, on_date, kind, language,
                        status, subject, message_id, queued_at, next_attempt_at)
                      values (random_uuid(), 'be-ibz', 'be-ibz@example.org', date '2027-03-01',
                        'DIGEST', 'fr', 'QUEUED', 'Rappel', '<1@example.org>',
                        timestamp with time zone '2027-03-01 07:00:00+01:00',
                        timestamp with time zone '2027-03-01 08:00:00+01:00')
                      """)
                  .update());
      assertThat(value(meters, "jalon.emails.oldest.waiting")).as("not due yet").isZero();
      modules.get(ReminderRound.class).runIfDue();

      clock.moveTo("2027-03-01T08:05");

      assertThat(value(meters, "jalon.emails.oldest.waiting")).isEqualTo(300);
      assertThat(meters.get("jalon.emails").tag("status", "QUEUED").gauge().value()).isEqualTo(1);
      assertThat(value(meters, "jalon.reminder.round.last")).isEqualTo(1_803_859_200);
      assertThat(value(meters, "jalon.reminder.round.missing")).isZero();
      clock.moveTo("2027-03-02T08:00");
      assertThat(value(meters, "jalon.reminder.round.missing")).isEqualTo(1);
    }
  }

  private static double value(SimpleMeterRegistry meters, String name) {
    return meters.get(name).gauge().value();
  }

  private TestRooms modules(TestDatabase.Opened database, String now) {
    return new TestRooms(database, TestClock.at(now))
        .property("jalon.mail.folder", folder.toString());
  }
}
