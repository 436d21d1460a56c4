package eu.jalon.schedule;

import eu.jalon.operation.retention.Retention;
import eu.jalon.operation.standby.Standby;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Deletes what has been kept long enough; triggered every night. */
@DisallowConcurrentExecution
class RetentionJob implements Job {

  private final Retention retention;
  private final Standby standby;

  RetentionJob(Retention retention, Standby standby) {
    this.retention = retention;
    this.standby = standby;
  }

  @Override
  public void execute(JobExecutionContext context) {
    if (standby.reason().isEmpty()) {
      retention.run();
    }
  }
}
