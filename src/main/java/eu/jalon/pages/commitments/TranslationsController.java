package eu.jalon.pages.commitments;

import eu.jalon.commitment.action.CommitmentTitles;
import eu.jalon.directory.Person;
import eu.jalon.pages.frame.ValidationMessages;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.Choice;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Titles that are still to be translated, and where they are typed in. */
@Workspace
@RequestMapping("/commitments/translations")
class TranslationsController {

  private final CommitmentTitles titles;
  private final ValidationMessages messages;

  TranslationsController(CommitmentTitles titles, ValidationMessages messages) {
    this.titles = titles;
    this.messages = messages;
  }

  @GetMapping
  String list(Person person, Model model) {
    model.addAttribute("untranslated", titles.untranslated(person));
    return "commitments/translations";
  }

  @PostMapping
  String translate(
      @RequestParam String ref,
      @RequestParam String language,
      @RequestParam String title,
      Person person,
      RedirectAttributes flash) {
    try {
      titles.translate(
          new CommitmentRef(ref), Choice.language("language", language), title, person);
      flash.addFlashAttribute("translated", ref);
    } catch (ValidationError refusal) {
      flash.addFlashAttribute("refused", messages.sentence(refusal));
      flash.addFlashAttribute("typedRef", ref);
      flash.addFlashAttribute("typedLanguage", language);
      flash.addFlashAttribute("typedTitle", title);
    }
    return "redirect:/commitments/translations";
  }
}
