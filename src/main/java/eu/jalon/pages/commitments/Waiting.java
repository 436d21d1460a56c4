package eu.jalon.pages.commitments;

import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.commitment.process.RequestKind;
import eu.jalon.commitment.request.CommitmentRequest;
import eu.jalon.pages.frame.Names;
import eu.jalon.pages.frame.Words;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import java.util.List;

/**
 * A request that waits for its decision, as people read it.
 *
 * @param wanted the deadline or the ministry that is asked for
 */
public record Waiting(CommitmentRequest request, String wanted, LocalText by) {

  public static List<Waiting> of(List<CommitmentRequest> requests, Names names, Words words) {
    return requests.stream().map(request -> of(request, names, words)).toList();
  }

  private static Waiting of(CommitmentRequest request, Names names, Words words) {
    String wanted =
        request.kind() == RequestKind.EXTENSION
            ? words.rule(DeadlineRule.parse(request.wanted()))
            : words.in(names.ministry(new MinistryCode(request.wanted())));
    return new Waiting(request, wanted, names.person(request.askedBy()));
  }
}
