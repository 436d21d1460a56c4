package eu.jalon.schedule;

import eu.jalon.reminder.round.ReminderRound;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Runs today's reminder round once it is due; triggered every minute. */
@DisallowConcurrentExecution
class ReminderRoundJob implements Job {

  private final ReminderRound round;

  ReminderRoundJob(ReminderRound round) {
    this.round = round;
  }

  @Override
  public void execute(JobExecutionContext context) {
    round.runIfDue();
  }
}
