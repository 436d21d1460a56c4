package eu.jalon.pages.commitments;

import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.pages.frame.Refusals;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.register.CommitmentActs;
import eu.jalon.register.DeadlineRule;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.Refusal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a coordinator does with a commitment, and what a focal point asks for. */
@Workspace
class CommitmentActsController {

  private final CommitmentActs acts;
  private final Refusals refusals;

  CommitmentActsController(CommitmentActs acts, Refusals refusals) {
    this.acts = acts;
    this.refusals = refusals;
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
        () -> acts.extend(new CommitmentRef(ref), DeadlineRule.parse(deadline), reason, person));
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
        () -> acts.reassign(new CommitmentRef(ref), new MinistryCode(ministry), reason, person));
  }

  @PostMapping("/commitments/{ref}/withdraw")
  String withdraw(
      @PathVariable String ref,
      @RequestParam String reason,
      Person person,
      RedirectAttributes flash) {
    return answer(ref, person, flash, () -> acts.withdraw(new CommitmentRef(ref), reason, person));
  }

  @PostMapping("/commitments/{ref}/split")
  String split(
      @PathVariable String ref,
      @RequestParam String titleFr,
      @RequestParam String titleNl,
      @RequestParam String reason,
      Person person,
      RedirectAttributes flash) {
    return answer(
        ref,
        person,
        flash,
        () ->
            acts.split(
                new CommitmentRef(ref),
                LocalText.of(titleFr.strip(), titleNl.strip()),
                reason,
                person));
  }

  private String answer(String ref, Person person, RedirectAttributes flash, Runnable act) {
    try {
      act.run();
      flash.addFlashAttribute("answer", person.is(Role.COORDINATOR) ? "done" : "asked");
    } catch (Refusal refusal) {
      flash.addFlashAttribute("refused", refusals.sentence(refusal));
    }
    return "redirect:/commitments/" + ref;
  }
}
