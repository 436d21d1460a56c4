package eu.jalon.schedule;

import eu.jalon.reminder.round.ReminderRound;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Detects a missing reminder round independently of its own trigger, which can stop without an
 * error; logs an error once per round and runs it.
 */
@Component
class RoundWatch {

  private static final Logger LOG = LoggerFactory.getLogger(RoundWatch.class);

  private final ReminderRound round;
  private final AtomicReference<@Nullable LocalDate> reported = new AtomicReference<>();

  RoundWatch(ReminderRound round) {
    this.round = round;
  }

  void check() {
    round
        .missing()
        .ifPresent(
            missing -> {
              if (!missing.equals(reported.getAndSet(missing))) {
                LOG.error("The reminder round of {} is missing", missing);
              }
              round.runIfDue();
            });
  }
}
