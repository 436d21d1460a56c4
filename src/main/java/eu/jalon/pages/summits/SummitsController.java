package eu.jalon.pages.summits;

import eu.jalon.directory.Person;
import eu.jalon.pages.frame.Refusals;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.register.Summit;
import eu.jalon.register.SummitClosing;
import eu.jalon.register.SummitMove;
import eu.jalon.register.Summits;
import eu.jalon.register.Viewer;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.OriginId;
import eu.jalon.shared.Page;
import eu.jalon.shared.Refusal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a coordinator moves the next summit, after seeing what that does, and closes it. */
@Workspace
class SummitsController {

  private static final int SHOWN = 50;
  private static final String PAGE = "redirect:/summits";

  private final Summits summits;
  private final SummitMove moves;
  private final SummitClosing closing;
  private final Refusals refusals;

  SummitsController(Summits summits, SummitMove moves, SummitClosing closing, Refusals refusals) {
    this.summits = summits;
    this.moves = moves;
    this.closing = closing;
    this.refusals = refusals;
  }

  /**
   * The series; with a preview where a date, or none, is asked about.
   *
   * @param date the date to try
   * @param postponed whether to try no date at all
   */
  @GetMapping("/summits")
  String summits(
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate date,
      @RequestParam(defaultValue = "false") boolean postponed,
      Person person,
      Model model) {
    Viewer.requireCoordinator(person);
    model.addAttribute("summits", summits.all());
    Summit next = summits.next().orElse(null);
    model.addAttribute("next", next);
    if (next != null) {
      model.addAttribute("progress", moves.progress(next.id()).orElse(null));
      if (date != null || postponed) {
        preview(next, postponed ? null : date, person, model);
      }
    }
    return "summits";
  }

  private void preview(Summit next, @Nullable LocalDate date, Person person, Model model) {
    try {
      model.addAttribute(
          "preview", moves.preview(next.id(), date, person, new Page.Request(0, SHOWN)));
      model.addAttribute("tried", date);
    } catch (Refusal refusal) {
      model.addAttribute("refused", refusals.sentence(refusal));
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
      moves.move(new OriginId(id), date, version, reason, person);
      flash.addFlashAttribute("moved", true);
    } catch (Refusal refusal) {
      flash.addFlashAttribute("refused", refusals.sentence(refusal));
    }
    return PAGE;
  }

  @PostMapping("/summits/{id}/closing")
  String prepare(@PathVariable String id, Person person, RedirectAttributes flash) {
    try {
      flash.addFlashAttribute("prepared", closing.prepare(new OriginId(id), person));
    } catch (Refusal refusal) {
      flash.addFlashAttribute("refused", refusals.sentence(refusal));
    }
    return PAGE;
  }

  @PostMapping("/summits/{id}/close")
  String close(
      @PathVariable String id,
      @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate heldOn,
      @RequestParam String nextId,
      @RequestParam String nextNameFr,
      @RequestParam String nextNameNl,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate nextDate,
      Person person,
      RedirectAttributes flash) {
    try {
      flash.addFlashAttribute(
          "closed",
          closing.close(
              new OriginId(id),
              heldOn,
              new SummitClosing.Next(
                  new OriginId(nextId.strip()),
                  LocalText.of(nextNameFr.strip(), nextNameNl.strip()),
                  nextDate,
                  null),
              person));
    } catch (Refusal refusal) {
      flash.addFlashAttribute("refused", refusals.sentence(refusal));
    }
    return PAGE;
  }
}
