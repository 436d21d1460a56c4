package eu.jalon.schedule;

import eu.jalon.mail.bounce.Bounces;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Reads what came back; does nothing where it is left in the database from an older setting. */
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
