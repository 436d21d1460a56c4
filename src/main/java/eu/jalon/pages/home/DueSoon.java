package eu.jalon.pages.home;

import eu.jalon.directory.Person;
import eu.jalon.register.ActionItem;
import eu.jalon.register.ActionItemFilter;
import eu.jalon.register.ActionItemView;
import eu.jalon.register.ActionItems;
import eu.jalon.register.Step;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.Page;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The open items that fall due in the coming days, today included, soonest first.
 *
 * @param total how many there are
 * @param others how many of them are not shown
 */
record DueSoon(List<Day> days, long total, long others, LocalDate until) {

  /** What falls due on one day. */
  record Day(LocalDate date, List<Line> lines) {}

  /** The same step of one commitment, asked of one ministry or of several. */
  record Line(CommitmentRef ref, LocalText title, Step step, List<MinistryCode> ministries) {}

  private record Asked(LocalDate date, CommitmentRef ref, Step step) {}

  /** Days that the home page looks ahead. */
  static final int HORIZON = 14;

  private static final int SHOWN = 12;
  private static final int PAGE = 100;

  /**
   * Reads them by one or two statements: they stand in the same list behind the overdue ones.
   *
   * @param overdue how many items are overdue
   */
  static DueSoon read(ActionItems items, Person person, LocalDate today, int overdue) {
    ActionItemFilter filter =
        new ActionItemFilter(
            null,
            null,
            false,
            today.plusDays(HORIZON + 1L),
            null,
            null,
            null,
            ActionItemFilter.Sort.DUE_ON);
    Page<ActionItemView> page = items.page(filter, person, new Page.Request(overdue / PAGE, PAGE));
    List<ActionItemView> found = new ArrayList<>(page.items());
    if (page.page() + 1 < page.pages() && PAGE - overdue % PAGE < SHOWN) {
      found.addAll(items.page(filter, person, new Page.Request(page.page() + 1, PAGE)).items());
    }
    List<ActionItemView> soon =
        found.stream().filter(view -> view.item().overdueDays(today) == 0).limit(SHOWN).toList();
    long total = Math.max(soon.size(), page.total() - overdue);
    return new DueSoon(days(soon), total, total - soon.size(), today.plusDays(HORIZON));
  }

  private static List<Day> days(List<ActionItemView> items) {
    Map<Asked, Line> lines = new LinkedHashMap<>();
    for (ActionItemView view : items) {
      ActionItem item = view.item();
      LocalDate date = item.dueOn().map(DueDate::day).orElseThrow();
      lines
          .computeIfAbsent(
              new Asked(date, item.ref(), item.step()),
              asked -> new Line(item.ref(), view.title(), item.step(), new ArrayList<>()))
          .ministries()
          .add(item.ministry());
    }
    Map<LocalDate, List<Line>> byDay = new LinkedHashMap<>();
    lines.forEach(
        (asked, line) -> byDay.computeIfAbsent(asked.date(), day -> new ArrayList<>()).add(line));
    List<Day> days = new ArrayList<>();
    byDay.forEach((date, of) -> days.add(new Day(date, of)));
    return days;
  }
}
