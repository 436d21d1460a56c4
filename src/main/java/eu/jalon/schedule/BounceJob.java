package eu.jalon.schedule;

import eu.jalon.mail.bounce.Bounces;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Reads bounced e-mails; does nothing if bounce handling was disabled after the job was stored. */
@DisallowConcurrentExecution
class BounceJob implements Job {

  private final Bounces bounces;

  BounceJob(Bounces bounces) {
    this.bounces = bounces;
  }

  @Override
  public void execute(JobExecutionContext context) {
    bounces.collect();
  }
}
