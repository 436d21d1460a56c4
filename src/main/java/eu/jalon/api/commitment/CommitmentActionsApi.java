package eu.jalon.api.commitment;

import eu.jalon.commitment.Commitments;
import eu.jalon.commitment.Priority;
import eu.jalon.commitment.action.CommitmentActions;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.directory.Person;
import eu.jalon.reminder.manual.ManualReminders;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationErrors;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What coordinators do with a commitment, each with its reason; a lead's focal point asks. */
@RestController
@RequestMapping("/api/commitments/{ref}")
class CommitmentActionsApi {

  private final CommitmentActions acts;
  private final ManualReminders reminders;
  private final Commitments commitments;

  CommitmentActionsApi(CommitmentActions acts, ManualReminders reminders, Commitments commitments) {
    this.acts = acts;
    this.reminders = reminders;
    this.commitments = commitments;
  }

  /** Another deadline, as a rule in its written form. */
  record Extension(@NotNull String deadlineRule, @NotNull String reason) {}

  /** Another lead ministry. */
  record Reassignment(@NotNull MinistryCode ministry, @NotNull String reason) {}

  /** How much a commitment matters. */
  record Prioritisation(@NotNull Priority priority, @NotNull String reason) {}

  /** The end of a commitment before it is fulfilled. */
  record Withdrawal(@NotNull String reason) {}

  /** An email to whoever has something to do for a commitment. */
  record ManualReminder(@NotNull String reason) {}

  /** Who hears of it, by account. */
  record Reminded(List<String> people) {}

  /** The part that goes its own way. */
  record Split(@NotNull String titleFr, @Nullable String titleNl, @NotNull String reason) {}

  /** The new commitment. */
  record SplitOff(String ref) {}

  @PostMapping("/extend")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void extend(@PathVariable CommitmentRef ref, @Valid @RequestBody Extension wanted, Person by) {
    acts.extend(ref, DeadlineRule.parse(wanted.deadlineRule()), wanted.reason(), by);
  }

  @PostMapping("/reassign")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void reassign(
      @PathVariable CommitmentRef ref, @Valid @RequestBody Reassignment wanted, Person by) {
    acts.reassign(ref, wanted.ministry(), wanted.reason(), by);
  }

  @PostMapping("/priority")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void prioritise(
      @PathVariable CommitmentRef ref, @Valid @RequestBody Prioritisation wanted, Person by) {
    acts.prioritise(ref, wanted.priority(), wanted.reason(), by);
  }

  @PostMapping("/withdraw")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(@PathVariable CommitmentRef ref, @Valid @RequestBody Withdrawal why, Person by) {
    acts.withdraw(ref, why.reason(), by);
  }

  /** Writes today to the owners of all open items with a date, with the reason quoted. */
  @PostMapping("/remind")
  Reminded remind(
      @PathVariable CommitmentRef ref, @Valid @RequestBody ManualReminder why, Person by) {
    commitments.get(ref, by);
    try {
      return new Reminded(
          reminders.remind(ref, why.reason(), by).people().stream().map(PersonId::value).toList());
    } catch (ValidationErrors several) {
      throw several.first();
    }
  }

  @PostMapping("/split")
  SplitOff split(@PathVariable CommitmentRef ref, @Valid @RequestBody Split part, Person by) {
    LocalText title = LocalText.of(part.titleFr(), part.titleNl());
    return new SplitOff(acts.split(ref, title, part.reason(), by).value());
  }
}
