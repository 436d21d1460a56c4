package eu.jalon.pages.commitments;

import eu.jalon.actionitem.form.Step;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.commitment.process.RequestKind;
import eu.jalon.commitment.request.CommitmentRequest;
import eu.jalon.directory.Person;
import eu.jalon.pages.frame.DirectoryNames;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that waits for a decision, or the decision.
 *
 * @param what what is requested, as text, with the action item if it is about one
 * @param granted what was granted, as text, if it is not what was requested
 * @param retractable whether the reader may withdraw it
 */
public record RequestRow(
    CommitmentRequest request,
    String what,
    @Nullable String granted,
    LocalText by,
    LocalText decidedBy,
    boolean retractable) {

  /** What rows are made of, for one reader. */
  public record Source(DirectoryNames names, PageFormatter format, Person reader) {

    /**
     * Makes a row.
     *
     * @param leads whether the reader's ministry leads the commitment
     */
    public RequestRow row(CommitmentRequest request, @Nullable Step step, boolean leads) {
      String kind =
          step == null
              ? format.term("request", request.kind())
              : format.message("commitment.waitingItem", format.term("step", step.key()));
      String granted = request.granted();
      return new RequestRow(
          request,
          format.message("commitment.waitingLine", kind, shown(request.wanted(), request)),
          granted == null ? null : shown(granted, request),
          names.person(request.askedBy()),
          names.person(request.decidedBy()),
          request.isRetractableBy(reader, leads));
    }

    /** Makes a row; {@code steps} are those of the commitment's action items by id. */
    public RequestRow row(CommitmentRequest request, Map<String, Step> steps, boolean leads) {
      return row(request, request.item().map(steps::get).orElse(null), leads);
    }

    private String shown(@Nullable String value, CommitmentRequest request) {
      if (value == null) {
        return format.message("commitment.toBeAssigned");
      }
      return request.kind() == RequestKind.EXTENSION
          ? format.rule(DeadlineRule.parse(value))
          : format.in(names.ministry(new MinistryCode(value)));
    }
  }
}
