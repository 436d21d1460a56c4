package eu.jalon.pages.acts;

import eu.jalon.commitment.Priority;
import eu.jalon.commitment.action.CommitmentActions;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.pages.frame.ValidationMessages;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.reminder.manual.ManualReminders;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.ValidationErrors;
import eu.jalon.transition.correction.CommitmentReopening;
import eu.jalon.transition.proposal.Proposals;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changes to a commitment by coordinators, and requests for changes by focal points. */
@Workspace
class CommitmentActionsController {

  private static final String REASON = "reason";

  private final CommitmentActions acts;
  private final ManualReminders reminders;
  private final CommitmentReopening reopening;
  private final Proposals proposals;
  private final ValidationMessages messages;

  CommitmentActionsController(
      CommitmentActions acts,
      ManualReminders reminders,
      CommitmentReopening reopening,
      Proposals proposals,
      ValidationMessages messages) {
    this.acts = acts;
    this.reminders = reminders;
    this.reopening = reopening;
    this.proposals = proposals;
    this.messages = messages;
  }

  @PostMapping("/commitments/{ref}/extend")
  String extend(
      @PathVariable String ref,
      @RequestParam String deadline,
      @RequestParam String reason,
      Person person,
      RedirectAttributes flash) {
    return answer(
        ref,
        person,
        flash,
        Map.of("act", "extend", "deadline", deadline, REASON, reason),
        () ->
            acts.extend(new CommitmentRef(ref), DeadlineRule.parse(deadline), reason, person)
                .ifPresent(proposal -> flash.addFlashAttribute("proposed", true)));
  }

  @PostMapping("/commitments/{ref}/remind")
  String remind(
      @PathVariable String ref,
      @RequestParam String reason,
      Person person,
      RedirectAttributes flash) {
    return answer(
        ref,
        person,
        flash,
        Map.of("act", "reminder", REASON, reason),
        () -> {
          try {
            reminders.remind(new CommitmentRef(ref), reason, person);
          } catch (ValidationErrors several) {
            throw several.first();
          }
        });
  }

  @PostMapping("/commitments/{ref}/reassign")
  String reassign(
      @PathVariable String ref,
      @RequestParam String ministry,
      @RequestParam String reason,
      Person person,
      RedirectAttributes flash) {
    return answer(
        ref,
        person,
        flash,
        Map.of("act", "reassign", "ministry", ministry, REASON, reason),
        () ->
            proposals
                .reassign(new CommitmentRef(ref), new MinistryCode(ministry), reason, person)
                .ifPresent(proposal -> flash.addFlashAttribute("proposed", true)));
  }

  /**
   * Withdraws a request and returns to the page that it was shown on.
   *
   * @param item the action item on whose page it was shown, if any
   */
  @PostMapping("/commitments/{ref}/requests/{id}/withdraw")
  String retract(
      @PathVariable String ref,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String item,
      @RequestParam(defaultValue = "") String from,
      Person person,
      RedirectAttributes flash) {
    try {
      acts.retract(new CommitmentRef(ref), id, person);
      flash.addFlashAttribute("retracted", true);
    } catch (ValidationError error) {
      flash.addFlashAttribute("retractRefused", messages.sentence(error));
    }
    if (from.equals("work")) {
      return "redirect:/my-work";
    }
    return item.matches("[0-9a-f-]{36}")
        ? "redirect:/tasks/" + item + "/answer"
        : "redirect:/commitments/" + new CommitmentRef(ref);
  }

  @PostMapping("/commitments/{ref}/withdraw")
  String withdraw(
      @PathVariable String ref,
      @RequestParam String reason,
      Person person,
      RedirectAttributes flash) {
    return answer(
        ref,
        person,
        flash,
        Map.of("act", "withdraw", REASON, reason),
        () ->
            proposals
                .withdraw(new CommitmentRef(ref), reason, person)
                .ifPresent(proposal -> flash.addFlashAttribute("proposed", true)));
  }

  @PostMapping("/commitments/{ref}/reopen")
  String reopen(
      @PathVariable String ref,
      @RequestParam String reason,
      Person person,
      RedirectAttributes flash) {
    return answer(
        ref,
        person,
        flash,
        Map.of("act", "reopen", REASON, reason),
        () -> reopening.reopen(new CommitmentRef(ref), reason, person));
  }

  /** The title of a part by language code. */
  record PartTitle(Map<String, String> title) {

    PartTitle(@Nullable Map<String, String> title) {
      this.title = title == null ? Map.of() : title;
    }

    /**
     * The title as text.
     *
     * @throws ValidationError {@code commitment.noTitle} if there is none
     */
    LocalText text() {
      return LocalText.given(title)
          .orElseThrow(() -> ValidationError.invalid("commitment.noTitle"));
    }

    /** The form as it was sent. */
    Map<String, String> typed(String reason) {
      Map<String, String> typed = new HashMap<>(Map.of("act", "split", REASON, reason));
      title.forEach((language, text) -> typed.put("title." + language, text));
      return typed;
    }
  }

  @PostMapping("/commitments/{ref}/split")
  String split(
      @PathVariable String ref,
      @ModelAttribute PartTitle part,
      @RequestParam String reason,
      Person person,
      RedirectAttributes flash) {
    return answer(
        ref,
        person,
        flash,
        part.typed(reason),
        () -> acts.split(new CommitmentRef(ref), part.text(), reason, person));
  }

  @PostMapping("/commitments/{ref}/priority")
  String prioritise(
      @PathVariable String ref,
      @RequestParam Priority priority,
      @RequestParam String reason,
      Person person,
      RedirectAttributes flash) {
    return answer(
        ref,
        person,
        flash,
        Map.of("act", "priority", "priority", priority.name(), REASON, reason),
        () -> acts.prioritise(new CommitmentRef(ref), priority, reason, person));
  }

  /**
   * Runs one action and redirects to the commitment, with the result or the error and the values
   * entered.
   */
  private String answer(
      String ref,
      Person person,
      RedirectAttributes flash,
      Map<String, String> typed,
      Runnable act) {
    try {
      act.run();
      String done = "reminder".equals(typed.get("act")) ? "reminded" : "done";
      flash.addFlashAttribute("answer", person.is(Role.COORDINATOR) ? done : "asked");
    } catch (ValidationError error) {
      flash.addFlashAttribute("refused", messages.sentence(error));
      flash.addFlashAttribute("typed", typed);
    }
    // Only a checked reference: a redirect expands expressions in braces.
    return "redirect:/commitments/" + new CommitmentRef(ref);
  }
}
