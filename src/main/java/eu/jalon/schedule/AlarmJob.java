package eu.jalon.schedule;

import eu.jalon.operation.alarm.AlarmWatch;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Looks for faults that administrators should know of; triggered every minute. */
@DisallowConcurrentExecution
class AlarmJob implements Job {

  private final AlarmWatch alarms;

  AlarmJob(AlarmWatch alarms) {
    this.alarms = alarms;
  }

  @Override
  public void execute(JobExecutionContext context) {
    alarms.check();
  }
}
