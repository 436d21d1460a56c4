package eu.jalon.reminder.round;

import eu.jalon.shared.Fault;
import eu.jalon.shared.FaultSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** The fault of a reminder round that was due and did not run. */
@Component
class MissingRound implements FaultSource {

  private final ReminderRound round;

  MissingRound(ReminderRound round) {
    this.round = round;
  }

  @Override
  public List<Fault> faults() {
    return round.missing().stream()
        .map(day -> new Fault(Fault.Kind.ROUND_MISSING, day.toString()))
        .toList();
  }
}
