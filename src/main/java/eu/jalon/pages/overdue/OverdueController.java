package eu.jalon.pages.overdue;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.pages.frame.ListLink;
import eu.jalon.pages.frame.Names;
import eu.jalon.pages.frame.Pager;
import eu.jalon.pages.frame.Words;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.register.ActionItemFilter;
import eu.jalon.register.ActionItemView;
import eu.jalon.register.ActionItems;
import eu.jalon.register.Viewer;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.Page;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is late: every overdue action item, worst first, by ministry, theme or age. */
@Workspace
class OverdueController {

  private static final int PAGE = 100;

  private final ActionItems items;
  private final Directory directory;
  private final Words words;

  OverdueController(ActionItems items, Directory directory, Words words) {
    this.items = items;
    this.directory = directory;
    this.words = words;
  }

  @GetMapping("/overdue")
  String overdue(
      @RequestParam(defaultValue = "ministry") String by,
      @RequestParam(defaultValue = "") String ministry,
      @RequestParam(defaultValue = "0") int page,
      Person person,
      Model model) {
    Viewer.requireCoordinator(person);
    Grouping grouping = Grouping.of(by);
    LocalDate today = words.today();
    MinistryCode only = ministry.isBlank() ? null : new MinistryCode(ministry);
    Page<ActionItemView> found = items.page(overdueOf(only), person, new Page.Request(page, PAGE));
    ListLink list = ListLink.to("/overdue").with("by", grouping.key()).with("ministry", only);
    model.addAttribute("by", grouping);
    model.addAttribute("groupings", Grouping.values());
    model.addAttribute("only", only);
    model.addAttribute("groups", OverdueGroup.of(found.items(), grouping, today));
    model.addAttribute("list", list);
    model.addAttribute("pager", Pager.of(found, list));
    model.addAttribute("names", Names.of(directory));
    return "overdue";
  }

  private static ActionItemFilter overdueOf(@Nullable MinistryCode ministry) {
    return new ActionItemFilter(
        ministry, null, true, null, null, null, null, ActionItemFilter.Sort.DUE_ON);
  }
}
