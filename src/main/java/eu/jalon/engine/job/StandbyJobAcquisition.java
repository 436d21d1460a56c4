package eu.jalon.engine.job;

import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.AcquireJobsCommandFactory;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultAcquireJobsCommandFactory;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;

/**
 * Leaves the engine's jobs to other nodes while this one stands aside: whether a timer is due is
 * decided by the clock of the node that acquires it.
 */
public final class StandbyJobAcquisition implements AcquireJobsCommandFactory {

  private final AcquireJobsCommandFactory jobs;
  private final BooleanSupplier standsAside;

  public StandbyJobAcquisition(JobExecutor executor, BooleanSupplier standsAside) {
    this.jobs = new DefaultAcquireJobsCommandFactory(executor);
    this.standsAside = standsAside;
  }

  @Override
  public Command<AcquiredJobs> getCommand(int number) {
    return standsAside.getAsBoolean() ? context -> new AcquiredJobs(0) : jobs.getCommand(number);
  }
}
