package eu.jalon.schedule;

import eu.jalon.reminder.round.ReminderRound;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sees that rounds are run, from beside their own trigger, which can freeze in the scheduler's
 * tables without a word: raises an alarm once for each round that is missing, and runs it.
 */
@Component
class RoundWatch {

  private static final Logger log = LoggerFactory.getLogger(RoundWatch.class);

  private final ReminderRound round;
  private final AtomicReference<@Nullable LocalDate> told = new AtomicReference<>();

  RoundWatch(ReminderRound round) {
    this.round = round;
  }

  void look() {
    round
        .missing()
        .ifPresent(
            missing -> {
              if (!missing.equals(told.getAndSet(missing))) {
                log.error("The reminder round of {} is missing", missing);
              }
              round.runIfDue();
            });
  }
}
