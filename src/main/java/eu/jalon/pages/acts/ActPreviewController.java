package eu.jalon.pages.acts;

import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.Commitments;
import eu.jalon.commitment.action.CommitmentActions;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.directory.Viewer;
import eu.jalon.pages.frame.DirectoryNames;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.pages.frame.ValidationMessages;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.ValidationError;
import eu.jalon.transition.correction.CommitmentReopening;
import eu.jalon.transition.effect.ActEffects;
import eu.jalon.transition.proposal.Proposals;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows what an act on a commitment would do, before it is confirmed. */
@Workspace
@RequestMapping("/commitments/{ref}")
class ActPreviewController {

  private static final String REASON = "reason";

  private final Commitments commitments;
  private final CommitmentActions acts;
  private final CommitmentReopening reopening;
  private final Proposals proposals;
  private final ActEffects effects;
  private final Directory directory;
  private final ValidationMessages messages;
  private final PageFormatter format;

  ActPreviewController(
      Commitments commitments,
      CommitmentActions acts,
      CommitmentReopening reopening,
      Proposals proposals,
      ActEffects effects,
      Directory directory,
      ValidationMessages messages,
      PageFormatter format) {
    this.commitments = commitments;
    this.acts = acts;
    this.reopening = reopening;
    this.proposals = proposals;
    this.effects = effects;
    this.directory = directory;
    this.messages = messages;
    this.format = format;
  }

  @PostMapping("/withdraw/preview")
  String withdraw(
      @PathVariable CommitmentRef ref,
      @RequestParam String reason,
      Person person,
      HttpServletRequest request,
      Model model,
      RedirectAttributes flash) {
    Runnable act = () -> acts.withdraw(ref, reason, person);
    return preview("withdraw", ref, reason, person, act, request, model, flash);
  }

  @PostMapping("/reopen/preview")
  String reopen(
      @PathVariable CommitmentRef ref,
      @RequestParam String reason,
      Person person,
      HttpServletRequest request,
      Model model,
      RedirectAttributes flash) {
    Runnable act = () -> reopening.reopen(ref, reason, person);
    return preview("reopen", ref, reason, person, act, request, model, flash);
  }

  /** Shows a new deadline; one that other parties have to confirm, as if they had. */
  @PostMapping("/extend/preview")
  String extend(
      @PathVariable CommitmentRef ref,
      @RequestParam String deadline,
      @RequestParam String reason,
      Person person,
      HttpServletRequest request,
      Model model,
      RedirectAttributes flash) {
    Viewer.requireCoordinator(person);
    Runnable act =
        () ->
            acts.extend(ref, DeadlineRule.parse(deadline), reason, person)
                .ifPresent(proposal -> proposals.tryOut(proposal, person));
    flash.addFlashAttribute("typed", Map.of("act", "extend", "deadline", deadline, REASON, reason));
    return preview("extend", ref, reason, person, act, request, model, flash);
  }

  /** Shows another lead; one that another party has to confirm, as if it had. */
  @PostMapping("/reassign/preview")
  String reassign(
      @PathVariable CommitmentRef ref,
      @RequestParam String ministry,
      @RequestParam String reason,
      Person person,
      HttpServletRequest request,
      Model model,
      RedirectAttributes flash) {
    Viewer.requireCoordinator(person);
    Runnable act =
        () ->
            proposals
                .reassign(ref, new MinistryCode(ministry), reason, person)
                .ifPresent(proposal -> proposals.tryOut(proposal, person));
    flash.addFlashAttribute(
        "typed", Map.of("act", "reassign", "ministry", ministry, REASON, reason));
    return preview("reassign", ref, reason, person, act, request, model, flash);
  }

  @PostMapping("/split/preview")
  String split(
      @PathVariable CommitmentRef ref,
      @ModelAttribute CommitmentActionsController.PartTitle part,
      @RequestParam String reason,
      Person person,
      HttpServletRequest request,
      Model model,
      RedirectAttributes flash) {
    Viewer.requireCoordinator(person);
    Runnable act = () -> acts.split(ref, part.text(), reason, person);
    flash.addFlashAttribute("typed", part.typed(reason));
    return preview("split", ref, reason, person, act, request, model, flash);
  }

  /**
   * Shows the effect of an act, or what refuses it on the page of the commitment. The page of the
   * effect has no mark for live updates, since it cannot be requested again.
   */
  private String preview(
      String name,
      CommitmentRef ref,
      String reason,
      Person person,
      Runnable act,
      HttpServletRequest request,
      Model model,
      RedirectAttributes flash) {
    Commitment commitment = commitments.get(ref, person);
    DirectoryNames names = DirectoryNames.of(directory);
    try {
      model.addAttribute(
          "effect", EffectView.of(effects.of(ref, person, true, act), person, names, format));
    } catch (ValidationError error) {
      flash.addFlashAttribute("refused", messages.sentence(error));
      if (!flash.getFlashAttributes().containsKey("typed")) {
        flash.addFlashAttribute("typed", Map.of("act", name, REASON, reason));
      }
      return "redirect:/commitments/" + ref;
    }
    model.asMap().remove("liveMark");
    model.addAttribute("c", commitment);
    model.addAttribute("names", names);
    model.addAttribute("act", name);
    model.addAttribute(
        "others",
        "withdraw".equals(name)
            ? person
                .workplace()
                .map(own -> commitment.leads().others(own.party()))
                .orElse(List.of())
            : List.of());
    model.addAttribute(REASON, reason);
    model.addAttribute("sent", SentField.of(request));
    return "acts/confirm";
  }
}
