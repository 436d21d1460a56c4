package eu.jalon.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.TestClock;
import eu.jalon.TestDatabase;
import eu.jalon.TestRooms;
import eu.jalon.nudge.NudgeRound;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartz.CronTrigger;
import org.quartz.JobDetail;
import org.quartz.SimpleTrigger;
import org.quartz.Trigger;
import org.springframework.context.ApplicationContext;
import org.springframework.scheduling.quartz.SchedulerFactoryBean;
import org.springframework.scheduling.quartz.SpringBeanJobFactory;

class ScheduleTest {

  private static final String[] ROOMS = {"directory", "register", "outbox", "nudge", "schedule"};

  @TempDir Path folder;

  @Test
  void theRoundIsAskedForEachMinuteAndLettersEveryFifteenSeconds() {
    try (TestDatabase.Opened database = TestDatabase.H2.open();
        TestRooms rooms = rooms(database, "2027-03-01T07:00").open(ROOMS)) {
      ApplicationContext context = rooms.context();

      CronTrigger nudge = (CronTrigger) context.getBean("nudgeTrigger", Trigger.class);
      assertThat(nudge.getCronExpression()).isEqualTo("0 * * * * ?");
      assertThat(nudge.getTimeZone().getID()).isEqualTo("Europe/Brussels");
      SimpleTrigger dispatch = (SimpleTrigger) context.getBean("dispatchTrigger", Trigger.class);
      assertThat(dispatch.getRepeatInterval()).isEqualTo(15_000);
      assertThat(context.getBeansOfType(JobDetail.class).values())
          .hasSize(2)
          .allSatisfy(
              job -> {
                assertThat(job.isDurable()).isTrue();
                assertThat(job.isConcurrentExecutionDisallowed()).isTrue();
              });
    }
  }

  @Test
  void theScheduleCanBeTurnedOff() {
    try (TestDatabase.Opened database = TestDatabase.H2.open();
        TestRooms rooms =
            rooms(database, "2027-03-01T07:00")
                .property("jalon.schedule.enabled", "false")
                .open(ROOMS)) {
      assertThat(rooms.context().getBeansOfType(Trigger.class)).isEmpty();
    }
  }

  @Test
  void theJobsRunTheRoomsWork() throws Exception {
    try (TestDatabase.Opened database = TestDatabase.H2.open();
        TestRooms rooms = rooms(database, "2027-03-01T07:00").open(ROOMS)) {
      ApplicationContext context = rooms.context();
      SpringBeanJobFactory jobs = new SpringBeanJobFactory();
      jobs.setApplicationContext(context);
      SchedulerFactoryBean factory = new SchedulerFactoryBean();
      factory.setJobFactory(jobs);
      factory.setJobDetails(
          context.getBeansOfType(JobDetail.class).values().toArray(JobDetail[]::new));
      factory.setSchedulerName("test");
      factory.afterPropertiesSet();
      try {
        factory.start();
        for (JobDetail job : context.getBeansOfType(JobDetail.class).values()) {
          factory.getObject().triggerJob(job.getKey());
        }
      } finally {
        factory.setWaitForJobsToCompleteOnShutdown(true);
        factory.destroy();
      }

      assertThat(rooms.get(NudgeRound.class).lastRound()).hasToString("Optional[2027-03-01]");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2027-03-01T12:00, UP",
    "2027-03-02T07:59, UP",
    "2027-03-02T08:00, LATE",
    "2027-03-06T12:00, LATE"
  })
  void aMissingRoundShowsInTheHealth(String later, String status) {
    TestClock clock = TestClock.at("2027-03-01T07:00");
    try (TestDatabase.Opened database = TestDatabase.H2.open();
        TestRooms rooms =
            new TestRooms(database, clock)
                .property("jalon.mail.folder", folder.toString())
                .open(ROOMS)) {
      NudgeRoundHealthIndicator health = rooms.get(NudgeRoundHealthIndicator.class);
      assertThat(health.health().getStatus().getCode()).as("before any").isEqualTo("UNKNOWN");
      rooms.get(NudgeRound.class).runIfDue();

      clock.moveTo(later);

      assertThat(health.health().getStatus().getCode()).isEqualTo(status);
      assertThat(health.health().getDetails()).containsKeys("last", "expected");
    }
  }

  private TestRooms rooms(TestDatabase.Opened database, String now) {
    return new TestRooms(database, TestClock.at(now))
        .property("jalon.mail.folder", folder.toString());
  }
}
