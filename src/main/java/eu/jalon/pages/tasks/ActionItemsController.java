package eu.jalon.pages.tasks;

import eu.jalon.actionitem.ActionItemFilter;
import eu.jalon.actionitem.ActionItemView;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.commitment.Health;
import eu.jalon.commitment.Priority;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Parties;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.pages.frame.DirectoryNames;
import eu.jalon.pages.frame.ListFiles;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.pages.frame.Pager;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.paging.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The open action items that the user may see, coming and overdue ones, as a page and as a file.
 */
@Workspace
class ActionItemsController {

  private static final int PAGE = 50;

  private final ActionItems items;
  private final Directory directory;
  private final Parties parties;
  private final ListFiles files;
  private final PageFormatter format;

  ActionItemsController(
      ActionItems items,
      Directory directory,
      Parties parties,
      ListFiles files,
      PageFormatter format) {
    this.items = items;
    this.parties = parties;
    this.directory = directory;
    this.files = files;
    this.format = format;
  }

  @GetMapping(ActionItemQuery.PATH)
  String list(
      @ModelAttribute("query") ActionItemQuery query,
      @RequestParam(defaultValue = "0") int page,
      Person person,
      Model model) {
    Page<ActionItemView> found = items.page(query.filter(), person, new Page.Request(page, PAGE));
    model.addAttribute("rows", found.items());
    model.addAttribute("list", query.link());
    model.addAttribute("pager", Pager.of(found, query.link()));
    model.addAttribute("sort", query.order().key());
    model.addAttribute("columns", ActionItemFilter.Column.values());
    model.addAttribute("healths", Health.values());
    model.addAttribute("priorities", Priority.values());
    DirectoryNames names = DirectoryNames.of(directory);
    model.addAttribute("names", names);
    List<PartyCode> around = parties.around(person);
    model.addAttribute("parties", around);
    model.addAttribute(
        "assignees",
        names.people().values().stream()
            .filter(each -> isListed(each, person, around))
            .sorted(Comparator.comparing(Person::id))
            .toList());
    return "tasks/items";
  }

  /** Focal points see the items of their ministry only. */
  private static boolean isListed(Person each, Person reader, List<PartyCode> around) {
    return reader.is(Role.COORDINATOR)
        ? each.workplace().filter(own -> around.contains(own.party())).isPresent()
        : each.workplace().equals(reader.workplace());
  }

  @GetMapping({ActionItemQuery.PATH + ".csv", ActionItemQuery.PATH + ".xlsx"})
  ResponseEntity<byte[]> file(
      @ModelAttribute("query") ActionItemQuery query, Person person, HttpServletRequest request)
      throws IOException {
    return files.send(
        format.message("items.title"),
        columns(DirectoryNames.of(directory)),
        ListFiles.all(at -> items.page(query.filter(), person, at)),
        request);
  }

  private List<ListFiles.ListColumn<ActionItemView>> columns(DirectoryNames names) {
    return List.of(
        new ListFiles.ListColumn<>(
            format.message("words.sheetDue"),
            12,
            row -> row.item().dueOn().map(DueDate::day).orElse(null)),
        new ListFiles.ListColumn<>(
            format.message("words.sheetLate"), 10, row -> row.overdueDays(format.today())),
        new ListFiles.ListColumn<>(
            format.message("words.sheetRef"), 13, row -> row.item().ref().value()),
        new ListFiles.ListColumn<>(
            format.message("words.sheetTitle"), 60, row -> format.in(row.title())),
        new ListFiles.ListColumn<>(
            format.message("words.sheetTheme"), 34, row -> format.in(row.theme().title())),
        new ListFiles.ListColumn<>(
            format.message("words.sheetHealth"), 14, row -> format.term("health", row.health())),
        new ListFiles.ListColumn<>(
            format.message("commitments.column.priority"),
            10,
            row -> format.term("priority", row.priority())),
        new ListFiles.ListColumn<>(
            format.message("words.sheetStep"),
            28,
            row -> format.term("step", row.item().step().key())),
        new ListFiles.ListColumn<>(
            format.message("words.sheetParty"),
            10,
            row -> format.party(row.item().ministry().party())),
        new ListFiles.ListColumn<>(
            format.message("words.sheetMinistry"),
            30,
            row -> format.in(names.ministry(row.item().ministry()))),
        new ListFiles.ListColumn<>(
            format.message("words.sheetPerson"),
            24,
            row ->
                row.item().assignee() == null
                    ? null
                    : format.in(names.person(row.item().assignee()))));
  }
}
