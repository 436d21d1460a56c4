package eu.jalon.pages.acts;

import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.Commitments;
import eu.jalon.commitment.proposal.Proposal;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.directory.Viewer;
import eu.jalon.meeting.Meetings;
import eu.jalon.pages.commitments.CommitmentForm;
import eu.jalon.pages.commitments.MeetingOption;
import eu.jalon.pages.frame.DirectoryNames;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.pages.frame.ValidationMessages;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.ValidationError;
import eu.jalon.transition.correction.CommitmentCorrections;
import eu.jalon.transition.effect.ActEffects;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Corrects a commitment after launch: the form, its preview, and the act. */
@Workspace
@RequestMapping("/commitments/{ref}/edit")
class CorrectionController {

  private final Commitments commitments;
  private final CommitmentCorrections corrections;
  private final ActEffects effects;
  private final Meetings meetings;
  private final Directory directory;
  private final ValidationMessages messages;
  private final PageFormatter format;

  CorrectionController(
      Commitments commitments,
      CommitmentCorrections corrections,
      ActEffects effects,
      Meetings meetings,
      Directory directory,
      ValidationMessages messages,
      PageFormatter format) {
    this.commitments = commitments;
    this.corrections = corrections;
    this.effects = effects;
    this.meetings = meetings;
    this.directory = directory;
    this.messages = messages;
    this.format = format;
  }

  @GetMapping
  String form(@PathVariable CommitmentRef ref, Person person, Model model) {
    Viewer.requireCoordinator(person);
    Commitment commitment = commitments.get(ref, person);
    if (!model.containsAttribute("form")) {
      model.addAttribute("form", CommitmentForm.of(commitment));
      model.addAttribute("reason", "");
    }
    return page(commitment, person, model);
  }

  /**
   * Shows the form as it was sent, with what it would change. The page has no mark for live
   * updates, since it cannot be requested again.
   */
  @PostMapping("/preview")
  String preview(
      @PathVariable CommitmentRef ref,
      @ModelAttribute("form") CommitmentForm form,
      @RequestParam int version,
      @RequestParam String reason,
      Person person,
      HttpServletRequest request,
      Model model) {
    Viewer.requireCoordinator(person);
    Commitment commitment = commitments.get(ref, person);
    model.addAttribute("form", form);
    model.addAttribute("reason", reason);
    model.asMap().remove("liveMark");
    try {
      DirectoryNames names = DirectoryNames.of(directory);
      model.addAttribute(
          "effect",
          EffectView.of(
              effects.of(ref, person, true, () -> act(commitment, form, version, reason, person)),
              person,
              names,
              format));
      model.addAttribute("sent", SentField.of(request));
    } catch (ValidationError error) {
      model.addAttribute("refused", messages.sentence(error));
    }
    return page(commitment, person, model);
  }

  @PostMapping
  String correct(
      @PathVariable CommitmentRef ref,
      @ModelAttribute("form") CommitmentForm form,
      @RequestParam int version,
      @RequestParam String reason,
      Person person,
      RedirectAttributes flash) {
    Viewer.requireCoordinator(person);
    Commitment commitment = commitments.get(ref, person);
    try {
      if (!act(commitment, form, version, reason, person).isEmpty()) {
        flash.addFlashAttribute("proposed", true);
      }
      flash.addFlashAttribute("answer", "done");
      return "redirect:/commitments/" + ref;
    } catch (ValidationError error) {
      flash.addFlashAttribute("refused", messages.sentence(error));
      flash.addFlashAttribute("form", form);
      flash.addFlashAttribute("reason", reason);
      return "redirect:/commitments/" + ref + "/edit";
    }
  }

  private List<Proposal> act(
      Commitment commitment, CommitmentForm form, int version, String reason, Person person) {
    return corrections.correct(
        commitment.ref(), form.correction(commitment), version, reason, person);
  }

  private String page(Commitment commitment, Person person, Model model) {
    Map<PartyCode, List<Ministry>> ministries =
        directory.ministriesByCode().values().stream()
            .filter(ministry -> !ministry.coordination())
            .sorted(Comparator.comparing(Ministry::code))
            .collect(Collectors.groupingBy(Ministry::party));
    model.addAttribute("c", commitment);
    model.addAttribute("names", DirectoryNames.of(directory));
    model.addAttribute("ministries", ministries);
    model.addAttribute(
        "meetings",
        MeetingOption.of(meetings, person).stream()
            .filter(option -> option.meeting().equals(commitment.theme().meeting()))
            .toList());
    model.addAttribute("languages", meetings.languages(commitment.ref().meeting()));
    model.addAttribute("parties", commitment.leads().parties());
    return "acts/edit";
  }
}
