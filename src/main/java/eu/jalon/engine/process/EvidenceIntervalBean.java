package eu.jalon.engine.process;

import eu.jalon.actionitem.record.ActionItemRecorder;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.CommitmentRef;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The bean {@code evidenceInterval} of the models: the evidence intervals of a standing
 * cooperation.
 */
public class EvidenceIntervalBean {

  private final ObjectProvider<ActionItemRecorder> recorder;
  private final Clock clock;

  EvidenceIntervalBean(ObjectProvider<ActionItemRecorder> recorder, Clock clock) {
    this.recorder = recorder;
    this.clock = clock;
  }

  /** The end of the current interval: midnight after its last day, Europe/Brussels. */
  public Date end(String ref) {
    return Date.from(endOfDay(lastDay(new CommitmentRef(ref))));
  }

  /** Whether another interval begins today. */
  public boolean another(String ref) {
    return recorder
        .getObject()
        .evidence(new CommitmentRef(ref))
        .hasIntervalOn(BrusselsTime.today(clock));
  }

  LocalDate lastDay(CommitmentRef ref) {
    return recorder.getObject().evidence(ref).endOf(BrusselsTime.today(clock));
  }

  /** The first instant after a day, Europe/Brussels. */
  static Instant endOfDay(LocalDate day) {
    return day.plusDays(1).atStartOfDay(BrusselsTime.ZONE).toInstant();
  }
}
