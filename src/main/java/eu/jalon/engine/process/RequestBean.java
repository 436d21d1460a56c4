package eu.jalon.engine.process;

import eu.jalon.actionitem.record.RequestRecorder;
import eu.jalon.commitment.process.RequestKind;
import eu.jalon.commitment.request.CommitmentRequest;
import eu.jalon.shared.CommitmentRef;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The bean {@code requests} of the models: a pending request for an extension or a reassignment.
 */
public class RequestBean {

  private final ObjectProvider<RequestRecorder> recorder;

  RequestBean(ObjectProvider<RequestRecorder> recorder) {
    this.recorder = recorder;
  }

  /** Whether the request has not been decided. */
  public boolean undecided(String ref, String kind) {
    return pending(ref, kind).status() == CommitmentRequest.Status.ASKED;
  }

  /** The group of the ministry that decides. */
  public String decidedBy(String ref, String kind) {
    return recorder
        .getObject()
        .decidedBy(new CommitmentRef(ref), RequestKind.valueOf(kind))
        .value();
  }

  /** Whether the request was granted. */
  public boolean granted(String ref, String kind) {
    return recorder.getObject().isGranted(new CommitmentRef(ref), RequestKind.valueOf(kind));
  }

  private CommitmentRequest pending(String ref, String kind) {
    return recorder.getObject().pending(new CommitmentRef(ref), RequestKind.valueOf(kind));
  }
}
