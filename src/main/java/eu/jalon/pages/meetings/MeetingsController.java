package eu.jalon.pages.meetings;

import eu.jalon.commitment.deadline.DateChange;
import eu.jalon.directory.Person;
import eu.jalon.directory.Viewer;
import eu.jalon.meeting.Meeting;
import eu.jalon.meeting.Meetings;
import eu.jalon.overview.Overview;
import eu.jalon.pages.frame.ListLink;
import eu.jalon.pages.frame.MeetingTimeline;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.pages.frame.Pager;
import eu.jalon.pages.frame.ValidationMessages;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.paging.Page;
import eu.jalon.transition.ClosingUndo;
import eu.jalon.transition.MeetingMove;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Previews and moves the date of the next summit. */
@Workspace
class MeetingsController {

  private static final int SHOWN = 25;
  private static final String PAGE = "redirect:/summits";

  private final Meetings summits;
  private final MeetingMove moves;
  private final ClosingUndo undo;
  private final Overview overview;
  private final ValidationMessages messages;
  private final PageFormatter format;

  MeetingsController(
      Meetings summits,
      MeetingMove moves,
      ClosingUndo undo,
      Overview overview,
      ValidationMessages messages,
      PageFormatter format) {
    this.summits = summits;
    this.moves = moves;
    this.undo = undo;
    this.overview = overview;
    this.messages = messages;
    this.format = format;
  }

  /**
   * The series, with a preview if a date, or no date, is tried.
   *
   * @param date the date to try
   * @param postponed whether to try no date at all
   * @param page which page of the dates that would change
   */
  @GetMapping("/summits")
  String summits(
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate date,
      @RequestParam(defaultValue = "false") boolean postponed,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "") String series,
      Person person,
      Model model) {
    Viewer.requireCoordinator(person);
    List<Meeting> all = summits.all(person);
    model.addAttribute("road", MeetingTimeline.of(all, format.today()));
    model.addAttribute("undoable", undo.possible(person));
    if (!model.containsAttribute("undoReason")) {
      model.addAttribute("undoReason", "");
    }
    model.addAttribute("lines", MeetingRow.of(all, overview.balances(person)));
    Meeting next = summits.next(all, person).orElse(null);
    model.addAttribute("next", next);
    model.addAttribute("series", summits.firstSeries(person).orElse(""));
    model.addAttribute("languages", summits.languages(person));
    ListLink list = ListLink.to("/summits").with(ListLink.SERIES, series);
    model.addAttribute("list", list);
    if (next != null && (date != null || postponed)) {
      preview(next, postponed ? null : date, person, new Page.Request(page, SHOWN), list, model);
    }
    for (String typed : List.of("createdTyped", "describedTyped")) {
      if (!model.containsAttribute(typed)) {
        model.addAttribute(typed, MeetingForm.EMPTY);
      }
    }
    return "meetings/meetings";
  }

  private void preview(
      Meeting next,
      @Nullable LocalDate date,
      Person person,
      Page.Request at,
      ListLink list,
      Model model) {
    try {
      MeetingMove.Outcome outcome = moves.preview(next.id(), date, person, at);
      List<CommitmentRef> refs = outcome.changes().stream().map(DateChange::ref).toList();
      model.addAttribute(
          "preview", MovePreview.of(outcome, overview.titles(refs, person), format.today()));
      model.addAttribute(
          "pager",
          Pager.of(
              Page.of(outcome.changes(), at, outcome.commitments()),
              list.with("date", date).with("postponed", date == null ? true : null)));
      model.addAttribute("tried", date);
    } catch (ValidationError error) {
      model.addAttribute("refused", messages.sentence(error));
    }
  }

  @PostMapping("/summits/{id}/move")
  String move(
      @PathVariable String id,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate date,
      @RequestParam int version,
      @RequestParam(required = false) @Nullable String reason,
      Person person,
      RedirectAttributes flash) {
    try {
      moves.move(new MeetingId(id), date, version, reason, person);
      flash.addFlashAttribute("moved", date == null ? "removed" : "moved");
    } catch (ValidationError error) {
      flash.addFlashAttribute("refused", messages.sentence(error));
    }
    return PAGE;
  }
}
