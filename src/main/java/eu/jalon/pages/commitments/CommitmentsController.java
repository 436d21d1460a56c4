package eu.jalon.pages.commitments;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.pages.frame.Names;
import eu.jalon.pages.frame.Pager;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.register.Commitment;
import eu.jalon.register.CommitmentStatus;
import eu.jalon.register.Commitments;
import eu.jalon.register.Health;
import eu.jalon.register.Summits;
import eu.jalon.register.Track;
import eu.jalon.shared.Page;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of commitments: filters that combine and live in the address. */
@Workspace
class CommitmentsController {

  private static final int PAGE = 50;

  private final Commitments commitments;
  private final Summits summits;
  private final Directory directory;

  CommitmentsController(Commitments commitments, Summits summits, Directory directory) {
    this.commitments = commitments;
    this.summits = summits;
    this.directory = directory;
  }

  @GetMapping("/commitments")
  String list(
      @ModelAttribute("query") CommitmentQuery query,
      @RequestParam(defaultValue = "0") int page,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean partly,
      @RequestHeader(name = "HX-History-Restore-Request", defaultValue = "false") boolean restored,
      Person person,
      Model model,
      HttpServletResponse response) {
    Page<Commitment> found = commitments.page(query.filter(), person, new Page.Request(page, PAGE));
    model.addAttribute("rows", found.items());
    model.addAttribute("pager", Pager.of(found, query.link()));
    model.addAttribute("list", query.link());
    model.addAttribute("names", Names.of(directory));
    response.addHeader("Vary", "HX-Request");
    if (partly && !restored) {
      return "commitments :: results";
    }
    model.addAttribute("origins", OriginChoice.of(summits));
    model.addAttribute("tracks", Track.values());
    model.addAttribute("statuses", CommitmentStatus.values());
    model.addAttribute("healths", Health.values());
    return "commitments";
  }
}
