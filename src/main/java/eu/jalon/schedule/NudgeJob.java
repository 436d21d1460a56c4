package eu.jalon.schedule;

import eu.jalon.nudge.NudgeRound;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Asks each minute whether today's round is due. */
@DisallowConcurrentExecution
class NudgeJob implements Job {

  private final NudgeRound round;

  NudgeJob(NudgeRound round) {
    this.round = round;
  }

  @Override
  public void execute(JobExecutionContext context) {
    round.runIfDue();
  }
}
