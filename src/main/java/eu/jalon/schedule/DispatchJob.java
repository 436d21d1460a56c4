package eu.jalon.schedule;

import eu.jalon.mail.queue.Dispatcher;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Sends the e-mails that are due and checks for a missing reminder round. */
@DisallowConcurrentExecution
class DispatchJob implements Job {

  private final Dispatcher dispatcher;
  private final RoundWatch watch;

  DispatchJob(Dispatcher dispatcher, RoundWatch watch) {
    this.dispatcher = dispatcher;
    this.watch = watch;
  }

  @Override
  public void execute(JobExecutionContext context) {
    watch.check();
    dispatcher.dispatch();
  }
}
