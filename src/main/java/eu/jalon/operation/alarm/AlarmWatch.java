package eu.jalon.operation.alarm;

import eu.jalon.operation.standby.Standby;
import eu.jalon.operation.standby.StandbyReason;
import eu.jalon.shared.Fault;
import eu.jalon.shared.FaultSource;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Keeps the faults that are present: each is raised once, which administrators are told by e-mail,
 * and cleared when it is over.
 */
@Service
public class AlarmWatch {

  private static final Logger LOG = LoggerFactory.getLogger(AlarmWatch.class);

  /**
   * A node with a wrong clock confirms its alarm each time it checks; another node cannot see it.
   */
  private static final Duration CLOCK_QUIET = Duration.ofMinutes(10);

  private final JdbcAlarms alarms;
  private final List<FaultSource> sources;
  private final Standby standby;

  AlarmWatch(JdbcAlarms alarms, List<FaultSource> sources, Standby standby) {
    this.alarms = alarms;
    this.sources = sources;
    this.standby = standby;
  }

  /** Returns the faults that are not over, the oldest first. */
  public List<Alarm> raised() {
    return alarms.all();
  }

  /**
   * Looks for faults. On a restored copy it does nothing; a node with a wrong clock reports only
   * that, because it would see faults that do not exist.
   */
  public void check() {
    Optional<StandbyReason> aside = standby.reason();
    if (aside.isEmpty()) {
      checkAll();
    } else if (aside.get() == StandbyReason.CLOCK) {
      raise(Fault.of(Fault.Kind.CLOCK));
    }
  }

  private void checkAll() {
    Set<Fault> present = new HashSet<>();
    try {
      sources.forEach(source -> present.addAll(source.faults()));
    } catch (RuntimeException unknown) {
      LOG.warn("Faults cannot be looked for", unknown);
      return;
    }
    present.forEach(this::raise);
    for (Alarm alarm : alarms.all()) {
      Duration quiet = alarm.fault().kind() == Fault.Kind.CLOCK ? CLOCK_QUIET : Duration.ZERO;
      if (!present.contains(alarm.fault()) && alarms.clear(alarm, quiet)) {
        LOG.info("Alarm over: {} {}", alarm.fault().kind(), alarm.fault().subject());
      }
    }
  }

  private void raise(Fault fault) {
    try {
      if (alarms.raise(fault)) {
        LOG.error("Alarm: {} {}", fault.kind(), fault.subject());
      }
    } catch (DuplicateKeyException raisedElsewhere) {
      LOG.debug("Another node raised {} at the same time", fault);
    }
  }
}
