package eu.jalon.pages.home;

import eu.jalon.directory.Person;
import eu.jalon.register.ActionItemFilter;
import eu.jalon.register.ActionItemView;
import eu.jalon.register.ActionItems;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.Page;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The open items that fall due in the coming days, today included, soonest first. */
record DueSoon(List<ActionItemView> first, long total, LocalDate until) {

  /** Days that the home page looks ahead. */
  static final int HORIZON = 14;

  private static final int SHOWN = 8;
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
    boolean goesOn = page.page() + 1 < page.pages();
    if (goesOn && PAGE - overdue % PAGE < SHOWN) {
      found.addAll(items.page(filter, person, new Page.Request(page.page() + 1, PAGE)).items());
    }
    List<ActionItemView> soon =
        found.stream()
            .filter(
                view ->
                    view.item()
                        .dueOn()
                        .map(DueDate::day)
                        .filter(day -> !day.isBefore(today))
                        .isPresent())
            .limit(SHOWN)
            .toList();
    return new DueSoon(
        soon, Math.max(soon.size(), page.total() - overdue), today.plusDays(HORIZON));
  }
}
