package eu.jalon.api.commitment;

import eu.jalon.commitment.proposal.Proposal;
import eu.jalon.directory.Person;
import eu.jalon.shared.PartyCode;
import eu.jalon.transition.proposal.Proposals;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Acts that wait for the confirmation of other parties; coordinators only. */
@RestController
@RequestMapping("/api/proposals")
class ProposalsApi {

  private final Proposals proposals;

  ProposalsApi(Proposals proposals) {
    this.proposals = proposals;
  }

  /**
   * An open proposal.
   *
   * @param ref the commitment; absent for the closing of a summit
   * @param summit the summit that is closed; absent otherwise
   * @param former the value when it was proposed: a deadline rule, or the code of a ministry or
   *     party; absent for a withdrawal or closing
   * @param wanted the proposed value
   * @param party the party that proposes
   * @param awaited the parties whose coordinators have not answered yet
   */
  record ProposalView(
      long id,
      @Nullable String ref,
      @Nullable String summit,
      Proposal.Kind kind,
      @Nullable String former,
      @Nullable String wanted,
      String party,
      String reason,
      Instant proposedAt,
      String proposedBy,
      List<String> awaited) {

    static ProposalView of(Proposal proposal) {
      return new ProposalView(
          proposal.id(),
          proposal.ref() == null ? null : proposal.about(),
          proposal.ref() == null ? proposal.about() : null,
          proposal.kind(),
          proposal.act().former(),
          proposal.act().wanted(),
          proposal.party().value(),
          proposal.reason(),
          proposal.proposedAt(),
          proposal.proposedBy().value(),
          proposal.awaited().stream().map(PartyCode::value).sorted().toList());
    }
  }

  /** The refusal of a proposal. */
  record DeclineRequest(@NotNull String reason) {}

  /** The open proposals that the caller's party made or was asked for. */
  @GetMapping
  List<ProposalView> open(Person person) {
    return proposals.open(person).stream().map(ProposalView::of).toList();
  }

  @PostMapping("/{id}/confirm")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void confirm(@PathVariable long id, Person by) {
    proposals.confirm(id, by);
  }

  @PostMapping("/{id}/decline")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void decline(@PathVariable long id, @Valid @RequestBody DeclineRequest request, Person by) {
    proposals.decline(id, request.reason(), by);
  }

  /** Takes back a proposal of the caller's own party. */
  @PostMapping("/{id}/withdraw")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(@PathVariable long id, Person by) {
    proposals.retract(id, by);
  }
}
