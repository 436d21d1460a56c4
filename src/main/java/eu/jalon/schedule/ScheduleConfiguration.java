package eu.jalon.schedule;

import eu.jalon.shared.BrusselsTime;
import java.util.TimeZone;
import org.quartz.CronScheduleBuilder;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Configures the scheduled jobs and their triggers; {@code jalon.schedule.enabled=false} disables
 * them.
 *
 * <p>A missed trigger is skipped where the next one, at most minutes later, does the same work. The
 * modules, not the scheduler, guarantee that work is neither lost nor done twice.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "jalon.schedule.enabled", matchIfMissing = true)
class ScheduleConfiguration {

  private static final int DISPATCH_SECONDS = 15;
  private static final int ALARM_SECONDS = 60;
  private static final int BOUNCE_SECONDS = 300;

  @Bean
  JobDetail reminderJob() {
    return job(ReminderRoundJob.class, "reminder");
  }

  /** Fires every minute, so that a daylight saving change cannot skip a round. */
  @Bean
  Trigger reminderTrigger(JobDetail reminderJob) {
    return TriggerBuilder.newTrigger()
        .forJob(reminderJob)
        .withIdentity("reminder")
        .withSchedule(
            CronScheduleBuilder.cronSchedule("0 * * * * ?")
                .inTimeZone(TimeZone.getTimeZone(BrusselsTime.ZONE))
                .withMisfireHandlingInstructionDoNothing())
        .build();
  }

  @Bean
  JobDetail dispatchJob() {
    return job(DispatchJob.class, "dispatch");
  }

  @Bean
  Trigger dispatchTrigger(JobDetail dispatchJob) {
    return TriggerBuilder.newTrigger()
        .forJob(dispatchJob)
        .withIdentity("dispatch")
        .withSchedule(
            SimpleScheduleBuilder.repeatSecondlyForever(DISPATCH_SECONDS)
                .withMisfireHandlingInstructionNextWithRemainingCount())
        .build();
  }

  @Bean
  JobDetail alarmJob() {
    return job(AlarmJob.class, "alarm");
  }

  @Bean
  Trigger alarmTrigger(JobDetail alarmJob) {
    return TriggerBuilder.newTrigger()
        .forJob(alarmJob)
        .withIdentity("alarm")
        .withSchedule(
            SimpleScheduleBuilder.repeatSecondlyForever(ALARM_SECONDS)
                .withMisfireHandlingInstructionNextWithRemainingCount())
        .build();
  }

  @Bean
  JobDetail retentionJob() {
    return job(RetentionJob.class, "retention");
  }

  /** Outside the hour that the start of daylight saving skips. */
  @Bean
  Trigger retentionTrigger(JobDetail retentionJob) {
    return TriggerBuilder.newTrigger()
        .forJob(retentionJob)
        .withIdentity("retention")
        .withSchedule(
            CronScheduleBuilder.cronSchedule("0 40 4 * * ?")
                .inTimeZone(TimeZone.getTimeZone(BrusselsTime.ZONE))
                .withMisfireHandlingInstructionFireAndProceed())
        .build();
  }

  @Bean
  @ConditionalOnProperty("jalon.mail.bounces.host")
  JobDetail bounceJob() {
    return job(BounceJob.class, "bounce");
  }

  @Bean
  @ConditionalOnProperty("jalon.mail.bounces.host")
  Trigger bounceTrigger(JobDetail bounceJob) {
    return TriggerBuilder.newTrigger()
        .forJob(bounceJob)
        .withIdentity("bounce")
        .withSchedule(
            SimpleScheduleBuilder.repeatSecondlyForever(BOUNCE_SECONDS)
                .withMisfireHandlingInstructionNextWithRemainingCount())
        .build();
  }

  private static JobDetail job(Class<? extends Job> type, String name) {
    return JobBuilder.newJob(type).withIdentity(name).storeDurably().build();
  }
}
