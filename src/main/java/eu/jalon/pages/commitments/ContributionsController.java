package eu.jalon.pages.commitments;

import eu.jalon.actionitem.evidence.Contributions;
import eu.jalon.directory.Person;
import eu.jalon.pages.frame.ValidationMessages;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.ValidationError;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Notes and files of associated ministries. */
@Workspace
class ContributionsController {

  private final Contributions contributions;
  private final ValidationMessages messages;

  ContributionsController(Contributions contributions, ValidationMessages messages) {
    this.contributions = contributions;
    this.messages = messages;
  }

  @PostMapping("/commitments/{ref}/notes")
  String addNote(
      @PathVariable String ref,
      @RequestParam(defaultValue = "") String text,
      Person person,
      RedirectAttributes flash) {
    CommitmentRef about = new CommitmentRef(ref);
    try {
      contributions.addNote(about, text, person);
    } catch (ValidationError error) {
      flash.addFlashAttribute("typed", Map.of("act", "note", "text", text));
      return refused(about, error, flash);
    }
    return added(about, flash);
  }

  @PostMapping("/commitments/{ref}/evidence")
  String addFile(
      @PathVariable String ref,
      @RequestParam MultipartFile file,
      Person person,
      RedirectAttributes flash)
      throws IOException {
    CommitmentRef about = new CommitmentRef(ref);
    try {
      contributions.addFile(
          about,
          Objects.requireNonNullElse(file.getOriginalFilename(), ""),
          file.getBytes(),
          person);
    } catch (ValidationError error) {
      flash.addFlashAttribute("typed", Map.of("act", "file"));
      return refused(about, error, flash);
    }
    return added(about, flash);
  }

  private static String added(CommitmentRef ref, RedirectAttributes flash) {
    flash.addFlashAttribute("contributed", true);
    return "redirect:/commitments/" + ref + "#contributions";
  }

  /** The reason is shown at the top of the page. */
  private String refused(CommitmentRef ref, ValidationError error, RedirectAttributes flash) {
    flash.addFlashAttribute("refused", messages.sentence(error));
    return "redirect:/commitments/" + ref;
  }
}
