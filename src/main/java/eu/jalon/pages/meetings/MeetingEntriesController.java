package eu.jalon.pages.meetings;

import eu.jalon.directory.Person;
import eu.jalon.meeting.Meetings;
import eu.jalon.pages.frame.ValidationMessages;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.ValidationError;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Enters a further summit and changes the description of the next one. */
@Workspace
class MeetingEntriesController {

  private static final String PAGE = "redirect:/summits";

  private final Meetings summits;
  private final ValidationMessages messages;

  MeetingEntriesController(Meetings summits, ValidationMessages messages) {
    this.summits = summits;
    this.messages = messages;
  }

  @PostMapping("/summits")
  String create(@ModelAttribute("form") MeetingForm form, Person person, RedirectAttributes flash) {
    return answer("created", form, flash, () -> summits.create(form.summit(), person));
  }

  @PostMapping("/summits/{id}/describe")
  String describe(
      @PathVariable String id,
      @RequestParam int version,
      @ModelAttribute("form") MeetingForm form,
      Person person,
      RedirectAttributes flash) {
    return answer(
        "described",
        form,
        flash,
        () ->
            summits.update(
                new MeetingId(id),
                form.names(),
                form.venue(),
                form.wantedStatus(),
                version,
                person));
  }

  /**
   * Runs one action and redirects to the page, with the result or the error and the values entered.
   */
  private String answer(String act, MeetingForm form, RedirectAttributes flash, Runnable acting) {
    try {
      acting.run();
      flash.addFlashAttribute("answer", act);
    } catch (ValidationError error) {
      flash.addFlashAttribute("refused", messages.sentence(error));
      flash.addFlashAttribute(act + "Typed", form);
    }
    return PAGE;
  }
}
