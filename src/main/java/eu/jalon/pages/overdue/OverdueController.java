package eu.jalon.pages.overdue;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Parties;
import eu.jalon.directory.Person;
import eu.jalon.meeting.Theme;
import eu.jalon.overview.overdue.Overdue;
import eu.jalon.overview.overdue.OverdueAge;
import eu.jalon.overview.overdue.OverdueFilter;
import eu.jalon.pages.frame.DirectoryNames;
import eu.jalon.pages.frame.ListLink;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.pages.frame.Pager;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.reminder.manual.ManualReminders;
import eu.jalon.shared.paging.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Overdue action items grouped by ministry, theme, party or age, with the results of the last
 * reminders. The address contains the whole state of the page.
 */
@Workspace
class OverdueController {

  private static final int PAGE = 100;

  private final Overdue overdue;
  private final OverdueRows rows;
  private final Directory directory;
  private final Parties parties;
  private final PageFormatter format;

  OverdueController(
      Overdue overdue,
      OverdueRows rows,
      Directory directory,
      Parties parties,
      PageFormatter format) {
    this.overdue = overdue;
    this.rows = rows;
    this.directory = directory;
    this.parties = parties;
    this.format = format;
  }

  /**
   * A page of the list.
   *
   * @param tick the groups, separated by commas, whose items are selected
   */
  @GetMapping(OverdueQuery.PATH)
  String overdue(
      OverdueQuery query,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "") String tick,
      Person person,
      Model model) {
    Overdue.By by = query.grouping();
    List<Overdue.Group> groups = overdue.groups(query.filter(), by, person);
    long total = groups.stream().mapToLong(Overdue.Group::items).sum();
    Page.Request at = existing(new Page.Request(page, PAGE), total);
    DirectoryNames names = DirectoryNames.of(directory);
    List<OverdueRow> found =
        rows.of(overdue.page(query.filter(), by, groups, at, person), names, person);
    ListLink list = query.link(OverdueQuery.PATH);
    List<OverdueGroup> shown = OverdueGroup.of(found, groups, by, format.today());
    model.addAttribute("query", query);
    model.addAttribute("by", by);
    model.addAttribute("groups", shown);
    model.addAttribute("list", list);
    model.addAttribute("pager", Pager.of(Page.of(found, at, total), list));
    model.addAttribute("everything", list.cleared().with("by", query.by()));
    model.addAttribute("names", names);
    model.addAttribute("seen", seen(query.filter(), names));
    addChoices(model, person);
    addTicks(model, tick, shown, list.page(at.page()));
    return "overdue/overdue";
  }

  /** The last page if the requested one no longer exists. */
  private static Page.Request existing(Page.Request asked, long total) {
    int last = (int) Math.max(0, (total - 1) / asked.size());
    return new Page.Request(Math.min(asked.page(), last), asked.size());
  }

  private void addChoices(Model model, Person person) {
    model.addAttribute("groupings", Overdue.By.values());
    model.addAttribute("parties", parties.around(person));
    List<Theme> themes = overdue.themes(person);
    model.addAttribute("themes", themes);
    model.addAttribute(
        "themeKeys", themes.stream().map(theme -> theme.meeting() + "-" + theme.number()).toList());
    model.addAttribute("ages", OverdueAge.values());
    model.addAttribute("today", format.today());
    model.addAttribute("longest", ManualReminders.MAX_LENGTH);
    model.addAttribute(
        "ministries",
        directory.listing().ministries().values().stream()
            .filter(Ministry::isOpen)
            .filter(ministry -> !ministry.coordination())
            .filter(ministry -> isOwn(ministry, person))
            .toList());
    if (!model.containsAttribute("typed")) {
      model.addAttribute("typed", Map.of());
    }
  }

  /** The filters as text, for the printed page. */
  private List<String> seen(OverdueFilter filter, DirectoryNames names) {
    List<String> seen = new ArrayList<>();
    if (filter.party() != null) {
      seen.add(format.party(filter.party()));
    }
    if (filter.ministry() != null) {
      seen.add(format.in(names.ministry(filter.ministry())));
    }
    if (filter.theme() != null) {
      String meeting = filter.meeting() == null ? "" : filter.meeting() + "-";
      seen.add(format.message("words.sheetTheme") + " " + meeting + filter.theme());
    }
    if (filter.age() != null) {
      seen.add(format.message("overdue.age." + filter.age()));
    }
    return seen;
  }

  private static boolean isOwn(Ministry ministry, Person person) {
    return person.workplace().filter(own -> own.party().equals(ministry.party())).isPresent();
  }

  /** Keeps the selection after an error; otherwise selects the groups in the address. */
  private static void addTicks(Model model, String tick, List<OverdueGroup> groups, ListLink list) {
    Set<String> keys = Arrays.stream(tick.split(",", -1)).collect(Collectors.toSet());
    if (!model.containsAttribute("ticked")) {
      model.addAttribute(
          "ticked",
          groups.stream()
              .filter(group -> keys.contains(group.whole().key()))
              .flatMap(group -> group.rows().stream())
              .map(row -> row.view().item().id())
              .collect(Collectors.toSet()));
    }
    keys.retainAll(groups.stream().map(group -> group.whole().key()).toList());
    model.addAttribute(
        "tickAlso",
        groups.stream()
            .map(group -> group.whole().key())
            .collect(Collectors.toMap(key -> key, key -> list.with("tick", also(keys, key)))));
  }

  private static String also(Set<String> keys, String key) {
    Set<String> all = new HashSet<>(keys);
    all.add(key);
    return all.stream().sorted().collect(Collectors.joining(","));
  }
}
