package eu.jalon.pages.commitments;

import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.commitment.proposal.Proposal;
import eu.jalon.pages.frame.DirectoryNames;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proposal that waits for other parties.
 *
 * @param values the former and the proposed value as text; absent for a withdrawal; the day of a
 *     meeting that is closed
 */
public record ProposalRow(Proposal proposal, @Nullable String values) {

  public static List<ProposalRow> of(
      List<Proposal> proposals, DirectoryNames names, PageFormatter format) {
    return proposals.stream()
        .map(proposal -> new ProposalRow(proposal, values(proposal.act(), names, format)))
        .toList();
  }

  /** The path of the page of what it is about. */
  public String path() {
    if (proposal.kind() == Proposal.Kind.CLOSING) {
      return "/summits/" + proposal.about() + "/closing";
    }
    return proposal.ref() == null ? "/summits" : "/commitments/" + proposal.ref();
  }

  private static @Nullable String values(
      Proposal.Act act, DirectoryNames names, PageFormatter format) {
    String former = act.former();
    String wanted = act.wanted();
    if (wanted == null) {
      return null;
    }
    String to = value(act.kind(), wanted, names, format);
    return former == null
        ? to
        : format.message("words.valueChanged", value(act.kind(), former, names, format), to);
  }

  /** The value of a proposed act as text. */
  static String value(
      Proposal.Kind kind, String value, DirectoryNames names, PageFormatter format) {
    return switch (kind) {
      case WITHDRAWAL, CLOSING_UNDONE -> value;
      case EXTENSION -> format.rule(DeadlineRule.parse(value));
      case LEAD -> format.in(names.ministry(new MinistryCode(value)));
      case CLOSING -> format.day(LocalDate.parse(value));
      case ACCOUNTABLE -> format.party(new PartyCode(value));
    };
  }
}
