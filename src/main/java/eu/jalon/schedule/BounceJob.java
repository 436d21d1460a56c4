package eu.jalon.schedule;

import eu.jalon.mail.bounce.Bounces;
import eu.jalon.operation.standby.Standby;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Reads bounced e-mails; does nothing if bounce handling was disabled after the job was stored. */
@DisallowConcurrentExecution
class BounceJob implements Job {

  private final Bounces bounces;
  private final Standby standby;

  BounceJob(Bounces bounces, Standby standby) {
    this.bounces = bounces;
    this.standby = standby;
  }

  @Override
  public void execute(JobExecutionContext context) {
    if (standby.reason().isEmpty()) {
      bounces.collect();
    }
  }
}
