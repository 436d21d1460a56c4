package eu.jalon.pages.home;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItemView;
import eu.jalon.actionitem.form.Step;
import eu.jalon.directory.Person;
import eu.jalon.overview.Overview;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The open items that fall due in the coming days, today included, soonest first.
 *
 * @param total the number of items
 * @param others the number of items not shown
 */
record DueSoon(List<Day> days, long total, long others, LocalDate until) {

  /** The items due on one day. */
  record Day(LocalDate date, List<Line> lines) {}

  /** The same step of one commitment, asked of one ministry or of several. */
  record Line(CommitmentRef ref, LocalText title, Step step, List<MinistryCode> ministries) {}

  private record Asked(LocalDate date, CommitmentRef ref, Step step) {}

  /** Number of days shown. */
  static final int HORIZON = 14;

  private static final int SHOWN = 10;

  /** Reads them by one or two statements. */
  static DueSoon read(Overview overview, Person person, LocalDate today) {
    LocalDate until = today.plusDays(HORIZON);
    Overview.Due due = overview.due(until, SHOWN, person);
    return new DueSoon(days(due.soonest()), due.total(), due.total() - due.soonest().size(), until);
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
