package eu.jalon.pages.commitments;

import eu.jalon.commitment.question.Questions;
import eu.jalon.directory.Person;
import eu.jalon.pages.frame.ValidationMessages;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.ValidationError;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Questions to the other party and their answers. */
@Workspace
class QuestionsController {

  private final Questions questions;
  private final ValidationMessages messages;

  QuestionsController(Questions questions, ValidationMessages messages) {
    this.questions = questions;
    this.messages = messages;
  }

  @PostMapping("/commitments/{ref}/questions")
  String ask(
      @PathVariable String ref,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(required = false) @Nullable String to,
      Person person,
      RedirectAttributes flash) {
    CommitmentRef about = new CommitmentRef(ref);
    boolean said =
        act(
            flash,
            "question",
            text,
            () -> questions.ask(about, PartyCode.optional(to), text, person));
    return "redirect:/commitments/" + about + (said ? "#questions" : "");
  }

  @PostMapping("/commitments/{ref}/questions/{id}/answer")
  String answer(
      @PathVariable String ref,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String text,
      Person person,
      RedirectAttributes flash) {
    CommitmentRef about = new CommitmentRef(ref);
    boolean said = act(flash, "answer-" + id, text, () -> questions.answer(id, text, person));
    return "redirect:/commitments/" + about + (said ? "#question-" + id : "");
  }

  /** Returns false if the action was refused; the reason is shown at the top of the page. */
  private boolean act(RedirectAttributes flash, String act, String text, Runnable said) {
    try {
      said.run();
      flash.addFlashAttribute("said", act);
      return true;
    } catch (ValidationError error) {
      flash.addFlashAttribute("refused", messages.sentence(error));
      flash.addFlashAttribute("typed", Map.of("act", act, "text", text));
      return false;
    }
  }
}
