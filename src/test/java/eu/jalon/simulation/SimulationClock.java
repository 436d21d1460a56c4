package eu.jalon.simulation;

import eu.jalon.TestClock;
import eu.jalon.mail.queue.Dispatcher;
import eu.jalon.reminder.RoundResult;
import eu.jalon.reminder.round.ReminderRound;
import eu.jalon.shared.BrusselsTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;

/** Time as all parts of the application see it, and what happens by itself when it passes. */
final class SimulationClock {

  private final TestClock clock;
  private final ManagementService jobs;
  private final ReminderRound round;
  private final Dispatcher dispatcher;

  SimulationClock(
      TestClock clock, ManagementService jobs, ReminderRound round, Dispatcher dispatcher) {
    this.clock = clock;
    this.jobs = jobs;
    this.round = round;
    this.dispatcher = dispatcher;
  }

  /** Moves all clocks: of the application, of the engine, and of the database for its emails. */
  void moveTo(Instant instant, DatabaseSnapshot tables) {
    long seconds = Duration.between(clock.instant(), instant).toSeconds();
    clock.moveTo(instant);
    ClockUtil.setCurrentTime(Date.from(instant));
    if (tables.waiting() > 0) {
      tables.timePasses(seconds);
    }
  }

  void moveTo(LocalDate day, int hour, DatabaseSnapshot tables) {
    moveTo(day.atTime(hour, 0).atZone(BrusselsTime.ZONE).toInstant(), tables);
  }

  /** Lets the engine do what is due by now. */
  void timers() {
    List<Job> due = jobs.createJobQuery().timers().executable().list();
    due.forEach(job -> jobs.executeJob(job.getId()));
  }

  Optional<RoundResult> tick() {
    return round.runIfDue();
  }

  /** A coordinator runs the round once more. */
  RoundResult again(LocalDate today) {
    return round.run(today, false);
  }

  int dispatch() {
    return dispatcher.dispatch();
  }

  /** Whatever runs next in this process has its own time. */
  static void end() {
    ClockUtil.reset();
  }
}
