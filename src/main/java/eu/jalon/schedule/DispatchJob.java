package eu.jalon.schedule;

import eu.jalon.outbox.Dispatcher;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Sends the letters that are due. */
@DisallowConcurrentExecution
class DispatchJob implements Job {

  private final Dispatcher dispatcher;

  DispatchJob(Dispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  @Override
  public void execute(JobExecutionContext context) {
    dispatcher.dispatch();
  }
}
