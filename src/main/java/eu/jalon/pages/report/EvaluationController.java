package eu.jalon.pages.report;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.pages.frame.DirectoryNames;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.pages.frame.ValidationMessages;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.report.evaluation.Evaluations;
import eu.jalon.report.note.StatusReport;
import eu.jalon.shared.Language;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.ValidationError;
import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Edits the evaluation of each theme, shown beside the sources of its draft. */
@Workspace
class EvaluationController {

  private final StatusReport report;
  private final Evaluations evaluations;
  private final Directory directory;
  private final ValidationMessages messages;
  private final PageFormatter format;

  EvaluationController(
      StatusReport report,
      Evaluations evaluations,
      Directory directory,
      ValidationMessages messages,
      PageFormatter format) {
    this.report = report;
    this.evaluations = evaluations;
    this.directory = directory;
    this.messages = messages;
    this.format = format;
  }

  @GetMapping("/report/evaluation")
  String evaluations(@RequestParam(defaultValue = "") String lang, Person person, Model model) {
    Language language = language(lang, person);
    model.addAttribute("sheets", report.evaluations(language, person));
    model.addAttribute("language", language);
    model.addAttribute("languages", evaluations.languages(person));
    model.addAttribute("most", Evaluations.MAX);
    model.addAttribute("names", DirectoryNames.of(directory));
    if (!model.containsAttribute("typed")) {
      model.addAttribute("typed", Map.of());
    }
    return "report/evaluation";
  }

  /**
   * Saves the text of a theme's evaluation.
   *
   * @param version the version that the text is based on
   */
  @PostMapping("/report/evaluation")
  String keep(
      @RequestParam String lang,
      @RequestParam String meeting,
      @RequestParam int theme,
      @RequestParam int version,
      @RequestParam(defaultValue = "") String text,
      Person person,
      RedirectAttributes flash) {
    String key = meeting + "-" + theme;
    Language language = language(lang, person);
    String page = "redirect:/report/evaluation?lang=" + language.code();
    try {
      evaluations.keep(new MeetingId(meeting), theme, language, text, version, person);
      flash.addFlashAttribute("keptTheme", key);
      return page + "#" + key;
    } catch (ValidationError error) {
      flash.addFlashAttribute("refused", messages.sentence(error));
      flash.addFlashAttribute("typed", Map.of(key, text));
      return page;
    }
  }

  private Language language(String code, Person person) {
    return ReportLanguage.of(
        code, evaluations.languages(person), evaluations.draftedIn(format.language(), person));
  }
}
