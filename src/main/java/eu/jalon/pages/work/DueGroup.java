package eu.jalon.pages.work;

import eu.jalon.actionitem.ActionItemView;
import eu.jalon.shared.DueDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The open items of one part of a list by due date. */
record DueGroup(Due due, List<ActionItemView> items) {

  /** When items are due; the text is the message {@code work.due.<name>}. */
  enum Due {
    LATE,
    WEEK,
    LATER,
    NONE
  }

  private static final int WEEK = 7;

  /** Groups items; each group keeps their order, and empty groups are left out. */
  static List<DueGroup> of(List<ActionItemView> items, LocalDate today) {
    Map<Due, List<ActionItemView>> groups = new EnumMap<>(Due.class);
    for (ActionItemView view : items) {
      Due due =
          view.overdueDays(today) > 0
              ? Due.LATE
              : view.item().dueOn().map(date -> due(date, today)).orElse(Due.NONE);
      groups.computeIfAbsent(due, each -> new ArrayList<>()).add(view);
    }
    return groups.entrySet().stream()
        .map(entry -> new DueGroup(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Due due(DueDate date, LocalDate today) {
    return date.daysLeft(today) <= WEEK ? Due.WEEK : Due.LATER;
  }
}
