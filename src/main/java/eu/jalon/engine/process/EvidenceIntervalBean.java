package eu.jalon.engine.process;

import eu.jalon.actionitem.record.ActionItemRecorder;
import eu.jalon.shared.CommitmentRef;
import java.util.Date;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The bean {@code evidenceInterval} of the models: the evidence intervals of a standing
 * cooperation.
 */
public class EvidenceIntervalBean {

  private final ObjectProvider<ActionItemRecorder> recorder;

  EvidenceIntervalBean(ObjectProvider<ActionItemRecorder> recorder) {
    this.recorder = recorder;
  }

  /** The end of the current interval: midnight after its last day where the accountable lead is. */
  public Date end(String ref) {
    return Date.from(recorder.getObject().endOfInterval(new CommitmentRef(ref)));
  }

  /** Whether another interval begins today. */
  public boolean another(String ref) {
    return recorder.getObject().hasInterval(new CommitmentRef(ref));
  }
}
