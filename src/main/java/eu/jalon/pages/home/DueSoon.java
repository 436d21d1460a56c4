package eu.jalon.pages.home;

import eu.jalon.actionitem.form.Step;
import eu.jalon.overview.Overview;
import eu.jalon.shared.CommitmentRef;
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

  /** Number of items shown. */
  static final int SHOWN = 10;

  static DueSoon of(Overview.Lists lists, LocalDate until) {
    return new DueSoon(
        days(lists.soonest()), lists.due(), lists.due() - lists.soonest().size(), until);
  }

  private static List<Day> days(List<Overview.DueItem> items) {
    Map<Asked, Line> lines = new LinkedHashMap<>();
    for (Overview.DueItem item : items) {
      lines
          .computeIfAbsent(
              new Asked(item.dueOn(), item.ref(), item.step()),
              asked -> new Line(item.ref(), item.title(), item.step(), new ArrayList<>()))
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
