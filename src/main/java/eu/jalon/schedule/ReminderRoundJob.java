package eu.jalon.schedule;

import eu.jalon.reminder.round.ReminderRound;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Asks each minute whether today's round is due. */
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
