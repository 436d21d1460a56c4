package eu.jalon.pages.meetings;

import eu.jalon.commitment.proposal.Proposal;
import eu.jalon.commitment.request.ClosingDecision;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.directory.Series;
import eu.jalon.meeting.Meeting;
import eu.jalon.meeting.Meetings;
import eu.jalon.pages.acts.SentField;
import eu.jalon.pages.commitments.ProposalRow;
import eu.jalon.pages.frame.DirectoryNames;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.pages.frame.ValidationMessages;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.Choice;
import eu.jalon.transition.ClosingUndo;
import eu.jalon.transition.MeetingClosing;
import eu.jalon.transition.closing.ClosingAnswers;
import eu.jalon.transition.closing.ClosingRow;
import eu.jalon.transition.proposal.Proposals;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The closing of a summit: a row for each open commitment with the answers of all parties, and the
 * proposal that the others confirm.
 */
@Workspace
@RequestMapping("/summits/{id}")
class ClosingController {

  private final Meetings meetings;
  private final MeetingClosing closing;
  private final ClosingUndo undo;
  private final ClosingAnswers answers;
  private final Proposals proposals;
  private final Directory directory;
  private final ValidationMessages messages;
  private final PageFormatter format;

  ClosingController(
      Meetings meetings,
      MeetingClosing closing,
      ClosingUndo undo,
      ClosingAnswers answers,
      Proposals proposals,
      Directory directory,
      ValidationMessages messages,
      PageFormatter format) {
    this.meetings = meetings;
    this.closing = closing;
    this.undo = undo;
    this.answers = answers;
    this.proposals = proposals;
    this.directory = directory;
    this.messages = messages;
    this.format = format;
  }

  @GetMapping("/closing")
  String rows(@PathVariable String id, Person person, Model model) {
    Meeting meeting = meetings.get(id, person);
    if (meeting.status() == Meeting.Status.HELD) {
      return "redirect:/summits";
    }
    return page(meeting, person, model);
  }

  /** Asks the coordinations of all parties for an answer, as action items. */
  @PostMapping("/closing")
  String ask(@PathVariable String id, Person person, RedirectAttributes flash) {
    Meeting meeting = meetings.get(id, person);
    try {
      flash.addFlashAttribute("asked", closing.prepare(meeting.id(), person));
    } catch (ValidationError error) {
      flash.addFlashAttribute("refused", messages.sentence(error));
    }
    return "redirect:/summits/" + meeting.id() + "/closing";
  }

  /**
   * Stores the own party's answer for the ticked rows, or for all rows without one.
   *
   * @param unanswered whether the rows without an answer of the own party are meant too
   */
  @PostMapping("/closing/answers")
  String answer(
      @PathVariable String id,
      @RequestParam(name = "ref", defaultValue = "") Set<String> refs,
      @RequestParam(defaultValue = "false") boolean unanswered,
      @RequestParam(defaultValue = "") String decision,
      @RequestParam(defaultValue = "") String reason,
      Person person,
      RedirectAttributes flash) {
    Meeting meeting = meetings.get(id, person);
    try {
      Set<CommitmentRef> meant = new LinkedHashSet<>();
      refs.forEach(ref -> meant.add(new CommitmentRef(ref)));
      if (unanswered) {
        PartyCode own = own(person);
        answers.rows(meeting.id(), person).stream()
            .filter(row -> row.commitment().leads().find(own).isPresent())
            .filter(row -> !row.answers().containsKey(own))
            .forEach(row -> meant.add(row.commitment().ref()));
      }
      answers.answer(
          meeting.id(),
          meant,
          Choice.required(ClosingDecision.class, "decision", decision),
          reason,
          person);
      flash.addFlashAttribute("answered", meant.size());
    } catch (ValidationError error) {
      flash.addFlashAttribute("refused", messages.sentence(error));
      flash.addFlashAttribute("typed", Map.of("decision", decision, "reason", reason));
      flash.addFlashAttribute("ticked", Set.copyOf(refs));
    }
    return "redirect:/summits/" + meeting.id() + "/closing";
  }

  /** Shows what closing the summit would do, before it is proposed. */
  @PostMapping("/close/preview")
  String preview(
      @PathVariable String id,
      @ModelAttribute("form") ClosingForm form,
      Person person,
      HttpServletRequest request,
      Model model,
      RedirectAttributes flash) {
    Meeting meeting = meetings.get(id, person);
    try {
      closing.check(meeting.id(), form.day(), form.next(), form.reason(), person);
    } catch (ValidationError error) {
      return refused(meeting.id(), error, form, flash);
    }
    model.asMap().remove("liveMark");
    model.addAttribute("effect", ClosingEffect.of(answers.rows(meeting.id(), person), own(person)));
    model.addAttribute("effectNext", form.next());
    model.addAttribute("sent", SentField.of(request));
    return page(meeting, person, model);
  }

  @PostMapping("/close")
  String close(
      @PathVariable String id,
      @ModelAttribute("form") ClosingForm form,
      Person person,
      RedirectAttributes flash) {
    Meeting meeting = meetings.get(id, person);
    try {
      MeetingClosing.Closing closed =
          closing.propose(meeting.id(), form.day(), form.next(), form.reason(), person);
      if (closed.outcome() != null) {
        flash.addFlashAttribute("closed", closed.outcome());
        return "redirect:/summits";
      }
      flash.addFlashAttribute("proposed", true);
      return "redirect:/summits/" + meeting.id() + "/closing";
    } catch (ValidationError error) {
      return refused(meeting.id(), error, form, flash);
    }
  }

  /** Takes the closing of a summit back, or proposes it. */
  @PostMapping("/reopen")
  String reopen(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String reason,
      Person person,
      RedirectAttributes flash) {
    try {
      boolean proposed = undo.propose(meetings.get(id, person).id(), reason, person).isPresent();
      flash.addFlashAttribute(proposed ? "proposed" : "reopened", true);
    } catch (ValidationError error) {
      flash.addFlashAttribute("refused", messages.sentence(error));
      flash.addFlashAttribute("undoReason", reason);
    }
    return "redirect:/summits";
  }

  private String refused(
      MeetingId id, ValidationError error, ClosingForm form, RedirectAttributes flash) {
    flash.addFlashAttribute("refused", messages.sentence(error));
    flash.addFlashAttribute("form", form);
    return "redirect:/summits/" + id + "/closing";
  }

  private String page(Meeting meeting, Person person, Model model) {
    List<ClosingRow> rows = answers.rows(meeting.id(), person);
    Series series = meetings.seriesOf(meeting.id());
    PartyCode own = own(person);
    DirectoryNames names = DirectoryNames.of(directory);
    Meeting following = meetings.following(meeting).orElse(null);
    List<Proposal> open = proposals.open(meeting.id(), person);
    model.addAttribute("summit", meeting);
    model.addAttribute("rows", rows);
    model.addAttribute("parties", series.parties());
    model.addAttribute("own", own);
    model.addAttribute("unasked", closing.unprepared(meeting.id()));
    model.addAttribute("names", names);
    model.addAttribute("today", format.today());
    model.addAttribute("decisions", ClosingDecision.values());
    model.addAttribute("following", following);
    model.addAttribute("languages", series.languages());
    model.addAttribute("proposals", ProposalRow.of(open, names, format));
    model.addAttribute(
        "others",
        series.onePartyDecides()
            ? List.of()
            : series.parties().stream().filter(party -> !party.equals(own)).toList());
    model.addAttribute("standing", open.isEmpty() ? null : ClosingEffect.of(rows, own));
    if (!model.containsAttribute("form")) {
      model.addAttribute("form", ClosingForm.of(meeting, following, format.today()));
    }
    if (!model.containsAttribute("typed")) {
      model.addAttribute("typed", Map.of());
    }
    if (!model.containsAttribute("ticked")) {
      model.addAttribute("ticked", Set.of());
    }
    return "meetings/closing";
  }

  private static PartyCode own(Person person) {
    return person.workplace().orElseThrow().party();
  }
}
