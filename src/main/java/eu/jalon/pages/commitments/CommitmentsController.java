package eu.jalon.pages.commitments;

import eu.jalon.commitment.CommitmentFilter;
import eu.jalon.commitment.Commitments;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Parties;
import eu.jalon.directory.Person;
import eu.jalon.meeting.Meetings;
import eu.jalon.pages.frame.DirectoryNames;
import eu.jalon.pages.frame.ListLink;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.pages.frame.Pager;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.pages.views.SavedView;
import eu.jalon.pages.views.SavedViews;
import eu.jalon.shared.paging.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of commitments, with filters and columns as request parameters. */
@Workspace
class CommitmentsController {

  private static final int PAGE = 50;

  private final Commitments commitments;
  private final SavedViews views;
  private final Meetings summits;
  private final Directory directory;
  private final Parties parties;
  private final PageFormatter format;

  CommitmentsController(
      Commitments commitments,
      SavedViews views,
      Meetings summits,
      Directory directory,
      Parties parties,
      PageFormatter format) {
    this.commitments = commitments;
    this.views = views;
    this.summits = summits;
    this.directory = directory;
    this.parties = parties;
    this.format = format;
  }

  /** The list; without parameters it redirects to the user's opening view. */
  @GetMapping("/commitments")
  String list(
      @ModelAttribute("query") CommitmentQuery query,
      @RequestParam(defaultValue = "0") int page,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean partly,
      @RequestHeader(name = "HX-History-Restore-Request", defaultValue = "false") boolean restored,
      Person person,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    boolean whole = !partly || restored;
    List<SavedView> own = views.of(person);
    Optional<SavedView> opening = own.stream().filter(SavedView::opening).findFirst();
    if (whole && request.getQueryString() == null && opening.isPresent()) {
      return "redirect:/commitments?" + opening.get().query();
    }
    ListLink link = query.link();
    show(query, new Page.Request(page, PAGE), person, model);
    model.addAttribute("list", link);
    model.addAttribute("views", own);
    model.addAttribute("current", SavedViewsController.queryOf(query));
    model.addAttribute("names", DirectoryNames.of(directory));
    model.addAttribute("whole", whole);
    response.addHeader("Vary", "HX-Request");
    if (!whole) {
      response.addHeader("HX-Push-Url", link.toString());
      return "commitments/results";
    }
    model.addAttribute("meetings", MeetingOption.of(summits, person));
    model.addAttribute("parties", parties.around(person));
    return "commitments/commitments";
  }

  /**
   * A heading of the list.
   *
   * @param sort the key of the sort order of its column
   */
  record Head(String key, String heading, String sort) {

    /** The direction in which a list is sorted by the column; null if it is not. */
    @Nullable String direction(String sorted) {
      return sorted.equals(sort) ? "ascending" : sorted.equals("-" + sort) ? "descending" : null;
    }
  }

  private List<Head> heads(Set<ListColumn> shown) {
    List<Head> heads = new ArrayList<>();
    heads.add(new Head("ref", format.message("words.sheetRef"), CommitmentFilter.Column.REF.key()));
    heads.add(
        new Head("title", format.message("words.sheetTitle"), CommitmentFilter.Column.TITLE.key()));
    shown.forEach(
        column ->
            heads.add(
                new Head(
                    column.key(),
                    format.message("commitments.column." + column.key()),
                    column.sort())));
    return heads;
  }

  private void show(CommitmentQuery query, Page.Request at, Person person, Model model) {
    Set<ListColumn> shown = query.shown();
    Commitments.CappedPage listed = commitments.cappedPage(query.filter(), person, at);
    model.addAttribute("rows", listed.page().items());
    model.addAttribute("more", listed.more());
    model.addAttribute("pager", Pager.of(listed.page(), query.link()));
    model.addAttribute("shown", shown);
    model.addAttribute("sort", query.filter().sort().key());
    model.addAttribute("heads", heads(shown));
    model.addAttribute(
        "reported",
        shown.contains(ListColumn.REPORTED)
            ? commitments.lastReports(listed.page().items())
            : Map.of());
  }
}
