package eu.jalon.schedule;

import eu.jalon.operation.standby.Standby;
import eu.jalon.reminder.round.ReminderRound;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Runs today's reminder round once it is due; triggered every minute. */
@DisallowConcurrentExecution
class ReminderRoundJob implements Job {

  private final ReminderRound round;
  private final Standby standby;

  ReminderRoundJob(ReminderRound round, Standby standby) {
    this.round = round;
    this.standby = standby;
  }

  @Override
  public void execute(JobExecutionContext context) {
    if (standby.reason().isEmpty()) {
      round.runIfDue();
    }
  }
}
