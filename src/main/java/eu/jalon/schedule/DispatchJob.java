package eu.jalon.schedule;

import eu.jalon.mail.queue.Dispatcher;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Sends the emails that are due, and looks whether a round is missing. */
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
    watch.look();
    dispatcher.dispatch();
  }
}
