package eu.jalon.api.commitment;

import eu.jalon.api.commitment.ProposalsApi.ProposalView;
import eu.jalon.commitment.Commitments;
import eu.jalon.commitment.Priority;
import eu.jalon.commitment.action.CommitmentActions;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.commitment.proposal.Proposal;
import eu.jalon.directory.Person;
import eu.jalon.directory.Today;
import eu.jalon.reminder.manual.ManualReminders;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.ValidationErrors;
import eu.jalon.transition.correction.CommitmentReopening;
import eu.jalon.transition.effect.ActEffects;
import eu.jalon.transition.proposal.Proposals;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Actions on a commitment, each with a reason; for a focal point, extend and reassign create a
 * request.
 */
@RestController
@RequestMapping("/api/commitments/{ref}")
class CommitmentActionsApi {

  private final CommitmentActions actions;
  private final ManualReminders reminders;
  private final Commitments commitments;
  private final CommitmentReopening reopening;
  private final Proposals proposals;
  private final ActEffects effects;
  private final Today today;

  CommitmentActionsApi(
      CommitmentActions actions,
      ManualReminders reminders,
      Commitments commitments,
      CommitmentReopening reopening,
      Proposals proposals,
      ActEffects effects,
      Today today) {
    this.actions = actions;
    this.reminders = reminders;
    this.commitments = commitments;
    this.reopening = reopening;
    this.proposals = proposals;
    this.effects = effects;
    this.today = today;
  }

  /**
   * A new deadline.
   *
   * @param deadlineRule in the notation of {@link DeadlineRule}
   */
  record ExtendRequest(@NotNull String deadlineRule, @NotNull String reason) {}

  /**
   * A new lead ministry.
   *
   * @param ministry absent if the coordinators are to choose it
   */
  record ReassignRequest(@Nullable MinistryCode ministry, @NotNull String reason) {}

  /** A new priority. */
  record PriorityRequest(@NotNull Priority priority, @NotNull String reason) {}

  /** The end of a commitment before it is fulfilled. */
  record WithdrawRequest(@NotNull String reason) {}

  /**
   * Reopens a withdrawn or fulfilled commitment.
   *
   * @param dryRun whether nothing is kept and only the effect is shown
   */
  record ReopenRequest(@NotNull String reason, boolean dryRun) {}

  /** A manual reminder to the owners of open action items. */
  record RemindRequest(@NotNull String reason) {}

  /** The accounts that were reminded. */
  record RemindResult(List<String> people) {}

  /** A part that becomes a commitment of its own, with its title by language code. */
  record SplitRequest(@NotNull Map<String, String> titles, @NotNull String reason) {}

  /** The reference of the new commitment. */
  record SplitResult(String ref) {}

  /**
   * Extends a commitment, with status 204; proposes to extend it if it then ends after the next
   * summit.
   */
  @PostMapping("/extend")
  @ResponseStatus(HttpStatus.ACCEPTED)
  ResponseEntity<ProposalView> extend(
      @PathVariable CommitmentRef ref, @Valid @RequestBody ExtendRequest request, Person by) {
    return answer(
        actions.extend(ref, DeadlineRule.parse(request.deadlineRule()), request.reason(), by));
  }

  /** 202 with the proposal that an act became; 204 if it was carried out. */
  private static ResponseEntity<ProposalView> answer(Optional<Proposal> proposed) {
    return proposed
        .map(proposal -> ResponseEntity.accepted().body(ProposalView.of(proposal)))
        .orElseGet(() -> ResponseEntity.noContent().build());
  }

  /** Changes a lead of the own party, with status 204; proposes one of another party. */
  @PostMapping("/reassign")
  @ResponseStatus(HttpStatus.ACCEPTED)
  ResponseEntity<ProposalView> reassign(
      @PathVariable CommitmentRef ref, @Valid @RequestBody ReassignRequest request, Person by) {
    MinistryCode ministry = request.ministry();
    if (ministry == null) {
      actions.handBack(ref, request.reason(), by);
      return answer(Optional.empty());
    }
    return answer(proposals.reassign(ref, ministry, request.reason(), by));
  }

  /** Withdraws a request that waits for a decision. */
  @PostMapping("/requests/{id}/withdraw")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void retract(@PathVariable CommitmentRef ref, @PathVariable long id, Person by) {
    actions.retract(ref, id, by);
  }

  @PostMapping("/priority")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void prioritise(
      @PathVariable CommitmentRef ref, @Valid @RequestBody PriorityRequest request, Person by) {
    actions.prioritise(ref, request.priority(), request.reason(), by);
  }

  /**
   * Proposes to withdraw a commitment; withdraws it, with status 204, if no other party takes part.
   */
  @PostMapping("/withdraw")
  @ResponseStatus(HttpStatus.ACCEPTED)
  ResponseEntity<ProposalView> withdraw(
      @PathVariable CommitmentRef ref, @Valid @RequestBody WithdrawRequest request, Person by) {
    return answer(proposals.withdraw(ref, request.reason(), by));
  }

  /** Puts a withdrawn or fulfilled commitment in progress again, at the steps at which it was. */
  @PostMapping("/reopen")
  ActEffectView reopen(
      @PathVariable CommitmentRef ref, @Valid @RequestBody ReopenRequest request, Person by) {
    return ActEffectView.of(
        effects.of(ref, by, request.dryRun(), () -> reopening.reopen(ref, request.reason(), by)),
        by,
        today.of(by));
  }

  /**
   * Sends a manual reminder today to the owners of all open action items with a due date; it quotes
   * the reason.
   */
  @PostMapping("/remind")
  RemindResult remind(
      @PathVariable CommitmentRef ref, @Valid @RequestBody RemindRequest request, Person by) {
    commitments.get(ref, by);
    try {
      return new RemindResult(
          reminders.remind(ref, request.reason(), by).people().stream()
              .map(PersonId::value)
              .toList());
    } catch (ValidationErrors errors) {
      throw errors.first();
    }
  }

  @PostMapping("/split")
  SplitResult split(
      @PathVariable CommitmentRef ref, @Valid @RequestBody SplitRequest request, Person by) {
    LocalText title =
        LocalText.given(request.titles())
            .orElseThrow(() -> ValidationError.invalid("request.missing", "titles"));
    return new SplitResult(actions.split(ref, title, request.reason(), by).value());
  }
}
