package eu.jalon.pages.acts;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.pages.commitments.ProposalRow;
import eu.jalon.pages.frame.DirectoryNames;
import eu.jalon.pages.frame.ListLink;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.pages.frame.ValidationMessages;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.ValidationError;
import eu.jalon.transition.proposal.Proposals;
import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Acts that wait for the confirmation of other parties, and the answers to them. */
@Workspace
@RequestMapping("/proposals")
class ProposalsController {

  private final Proposals proposals;
  private final Directory directory;
  private final ValidationMessages messages;
  private final PageFormatter format;

  ProposalsController(
      Proposals proposals, Directory directory, ValidationMessages messages, PageFormatter format) {
    this.proposals = proposals;
    this.directory = directory;
    this.messages = messages;
    this.format = format;
  }

  @GetMapping
  String list(@RequestParam(defaultValue = "") String series, Person person, Model model) {
    DirectoryNames names = DirectoryNames.of(directory);
    model.addAttribute("proposals", ProposalRow.of(proposals.open(person), names, format));
    model.addAttribute("list", ListLink.to("/proposals").with(ListLink.SERIES, series));
    model.addAttribute("own", person.workplace().map(MinistryCode::party).orElse(null));
    model.addAttribute("names", names);
    if (!model.containsAttribute("typed")) {
      model.addAttribute("typed", Map.of());
    }
    return "acts/proposals";
  }

  @PostMapping("/{id}/confirm")
  String confirm(@PathVariable long id, Person person, RedirectAttributes flash) {
    return answer(id, "", flash, () -> proposals.confirm(id, person));
  }

  @PostMapping("/{id}/decline")
  String decline(
      @PathVariable long id, @RequestParam String reason, Person person, RedirectAttributes flash) {
    return answer(id, reason, flash, () -> proposals.decline(id, reason, person));
  }

  @PostMapping("/{id}/withdraw")
  String withdraw(@PathVariable long id, Person person, RedirectAttributes flash) {
    return answer(id, "", flash, () -> proposals.retract(id, person));
  }

  private String answer(long id, String reason, RedirectAttributes flash, Runnable act) {
    try {
      act.run();
      flash.addFlashAttribute("answer", "done");
    } catch (ValidationError error) {
      flash.addFlashAttribute("refused", messages.sentence(error));
      flash.addFlashAttribute("typed", Map.of("act", "decline-" + id, "reason", reason));
    }
    return "redirect:/proposals";
  }
}
