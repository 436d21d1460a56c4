package eu.jalon.pages.commitments;

import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.commitment.process.RequestKind;
import eu.jalon.commitment.request.CommitmentRequest;
import eu.jalon.pages.frame.DirectoryNames;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import java.util.List;

/**
 * A request that waits for a decision.
 *
 * @param wanted the requested deadline or ministry, as text
 */
public record PendingRequestRow(CommitmentRequest request, String wanted, LocalText by) {

  public static List<PendingRequestRow> of(
      List<CommitmentRequest> requests, DirectoryNames names, PageFormatter format) {
    return requests.stream().map(request -> of(request, names, format)).toList();
  }

  private static PendingRequestRow of(
      CommitmentRequest request, DirectoryNames names, PageFormatter format) {
    String wanted =
        request.kind() == RequestKind.EXTENSION
            ? format.rule(DeadlineRule.parse(request.wanted()))
            : format.in(names.ministry(new MinistryCode(request.wanted())));
    return new PendingRequestRow(request, wanted, names.person(request.askedBy()));
  }
}
