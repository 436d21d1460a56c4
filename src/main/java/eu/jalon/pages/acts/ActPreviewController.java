package eu.jalon.pages.acts;

import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.Commitments;
import eu.jalon.commitment.action.CommitmentActions;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.pages.frame.DirectoryNames;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.pages.frame.ValidationMessages;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.ValidationError;
import eu.jalon.transition.correction.CommitmentReopening;
import eu.jalon.transition.effect.ActEffects;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows what withdrawing or reopening a commitment would do, before it is confirmed. */
@Workspace
@RequestMapping("/commitments/{ref}")
class ActPreviewController {

  private final Commitments commitments;
  private final CommitmentActions acts;
  private final CommitmentReopening reopening;
  private final ActEffects effects;
  private final Directory directory;
  private final ValidationMessages messages;
  private final PageFormatter format;

  ActPreviewController(
      Commitments commitments,
      CommitmentActions acts,
      CommitmentReopening reopening,
      ActEffects effects,
      Directory directory,
      ValidationMessages messages,
      PageFormatter format) {
    this.commitments = commitments;
    this.acts = acts;
    this.reopening = reopening;
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
          "effect", EffectView.of(effects.of(ref, person, true, act), names, format));
    } catch (ValidationError error) {
      flash.addFlashAttribute("refused", messages.sentence(error));
      flash.addFlashAttribute("typed", Map.of("act", name, "reason", reason));
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
    model.addAttribute("reason", reason);
    model.addAttribute("sent", SentField.of(request));
    return "commitments/confirm";
  }
}
