package eu.jalon.schedule;

import eu.jalon.mail.queue.Dispatcher;
import eu.jalon.operation.standby.Standby;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Sends the e-mails that are due and checks for a missing reminder round. */
@DisallowConcurrentExecution
class DispatchJob implements Job {

  private final Dispatcher dispatcher;
  private final RoundWatch watch;
  private final Standby standby;

  DispatchJob(Dispatcher dispatcher, RoundWatch watch, Standby standby) {
    this.dispatcher = dispatcher;
    this.watch = watch;
    this.standby = standby;
  }

  @Override
  public void execute(JobExecutionContext context) {
    if (standby.reason().isEmpty()) {
      watch.check();
      dispatcher.dispatch();
    }
  }
}
