package eu.jalon.engine.process;

import eu.jalon.actionitem.record.RequestRecorder;
import eu.jalon.commitment.process.RequestKind;
import eu.jalon.commitment.request.CommitmentRequest;
import eu.jalon.shared.CommitmentRef;
import org.springframework.beans.factory.ObjectProvider;

/** What the model asks about the request that it carries. */
public class Requests {

  private final ObjectProvider<RequestRecorder> ledger;

  Requests(ObjectProvider<RequestRecorder> ledger) {
    this.ledger = ledger;
  }

  /** Whether somebody still has to decide. */
  public boolean undecided(String ref, String kind) {
    return pending(ref, kind).status() == CommitmentRequest.Status.ASKED;
  }

  /** The group that decides. */
  public String decidedBy(String ref, String kind) {
    return ledger.getObject().decidedBy(new CommitmentRef(ref), RequestKind.valueOf(kind)).value();
  }

  /** Whether it was granted. */
  public boolean granted(String ref, String kind) {
    return ledger.getObject().isGranted(new CommitmentRef(ref), RequestKind.valueOf(kind));
  }

  private CommitmentRequest pending(String ref, String kind) {
    return ledger.getObject().pending(new CommitmentRef(ref), RequestKind.valueOf(kind));
  }
}
