package eu.jalon.schedule;

import eu.jalon.register.SummitMove;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Goes on with the move of a summit that was cut off. */
@DisallowConcurrentExecution
class MoveJob implements Job {

  private final SummitMove moves;

  MoveJob(SummitMove moves) {
    this.moves = moves;
  }

  @Override
  public void execute(JobExecutionContext context) {
    moves.resume();
  }
}
