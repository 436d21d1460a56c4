package eu.jalon.engine.process;

import eu.jalon.actionitem.record.ActionItemRecorder;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.CommitmentRef;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import org.springframework.beans.factory.ObjectProvider;

/** What the model of the standing cooperation asks about its intervals. */
public class EvidenceInterval {

  private final ObjectProvider<ActionItemRecorder> ledger;
  private final Clock clock;

  EvidenceInterval(ObjectProvider<ActionItemRecorder> ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /** When the interval that today lies in is over. */
  public Date end(String ref) {
    return Date.from(over(lastDay(new CommitmentRef(ref))));
  }

  /** Whether another interval begins today. */
  public boolean another(String ref) {
    return ledger
        .getObject()
        .evidence(new CommitmentRef(ref))
        .hasIntervalOn(BrusselsTime.today(clock));
  }

  LocalDate lastDay(CommitmentRef ref) {
    return ledger.getObject().evidence(ref).endOf(BrusselsTime.today(clock));
  }

  /** The first instant after a day, in Brussels. */
  static Instant over(LocalDate day) {
    return day.plusDays(1).atStartOfDay(BrusselsTime.ZONE).toInstant();
  }
}
