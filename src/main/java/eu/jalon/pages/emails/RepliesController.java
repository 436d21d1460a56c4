package eu.jalon.pages.emails;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.directory.Viewer;
import eu.jalon.mail.reply.Reply;
import eu.jalon.pages.frame.DirectoryNames;
import eu.jalon.pages.frame.ListLink;
import eu.jalon.pages.frame.Pager;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.paging.Page;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of the replies that wait for a coordinator. */
@Workspace
class RepliesController {

  private static final int PAGE = 20;

  private final ReplyQueue queue;
  private final Directory directory;

  RepliesController(ReplyQueue queue, Directory directory) {
    this.queue = queue;
    this.directory = directory;
  }

  @GetMapping("/emails/replies")
  String waiting(
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "") String series,
      Person person,
      Model model) {
    Viewer.requireCoordinator(person);
    Page<Reply> found = queue.of(person, new Page.Request(page, PAGE));
    model.addAttribute("replies", found.items());
    model.addAttribute(
        "pager", Pager.of(found, ListLink.to("/emails/replies").with(ListLink.SERIES, series)));
    model.addAttribute("names", DirectoryNames.of(directory));
    return "emails/replies";
  }

  /** Records that a reply has been dealt with; a second request changes nothing. */
  @PostMapping("/emails/replies/{id}")
  String handled(@PathVariable long id, Person person, RedirectAttributes flash) {
    Viewer.requireCoordinator(person);
    queue.handle(id, person);
    flash.addFlashAttribute("handled", true);
    return "redirect:/emails/replies";
  }
}
