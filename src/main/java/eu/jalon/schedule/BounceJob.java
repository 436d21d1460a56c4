package eu.jalon.schedule;

import eu.jalon.mail.incoming.IncomingMail;
import eu.jalon.operation.standby.Standby;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Reads the mailbox; does nothing if it was removed from the settings after the job was stored. */
@DisallowConcurrentExecution
class BounceJob implements Job {

  private final IncomingMail mail;
  private final Standby standby;

  BounceJob(IncomingMail mail, Standby standby) {
    this.mail = mail;
    this.standby = standby;
  }

  @Override
  public void execute(JobExecutionContext context) {
    if (standby.reason().isEmpty()) {
      mail.collect();
    }
  }
}
