package eu.jalon.intake.split;

import java.util.List;

/** What the table suggests for one step; a coordinator confirms or changes every part of it. */
public record Proposal(
    String title,
    String track,
    String leadBe,
    String leadFr,
    String accountable,
    List<String> associated) {

  /**
   * Checks the proposal.
   *
   * @param title one line of at most {@value ProposedTitle#MOST_CHARACTERS} characters
   * @param track name of a track
   * @param leadBe code of the Belgian lead ministry
   * @param leadFr code of the French lead ministry
   * @param accountable {@code BE} or {@code FR}
   * @param associated codes of further ministries, the leads not among them
   * @throws IllegalArgumentException if a value is not one that its column allows
   */
  public Proposal {
    ProposalColumn.TITLE.check(title);
    ProposalColumn.TRACK.check(track);
    ProposalColumn.LEAD_BE.check(leadBe);
    ProposalColumn.LEAD_FR.check(leadFr);
    ProposalColumn.ACCOUNTABLE.check(accountable);
    associated = List.copyOf(associated);
    associated.forEach(ProposalColumn.ASSOCIATED::check);
    if (associated.contains(leadBe) || associated.contains(leadFr)) {
      throw new IllegalArgumentException("associated must not name a lead, but is " + associated);
    }
  }
}
