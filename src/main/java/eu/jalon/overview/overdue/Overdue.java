package eu.jalon.overview.overdue;

import eu.jalon.actionitem.ActionItemView;
import eu.jalon.directory.Person;
import eu.jalon.directory.Today;
import eu.jalon.directory.Viewers;
import eu.jalon.meeting.Theme;
import eu.jalon.shared.paging.Page;
import eu.jalon.shared.text.Choice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Groups overdue action items, the group with the oldest item first; coordinators only. */
@Service
@Transactional(readOnly = true)
public class Overdue {

  /** The criteria for grouping. */
  public enum By {
    MINISTRY,
    THEME,
    PARTY,
    AGE;

    /** Returns the name used in URLs and message bundles. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Parses a name; rejects an unknown one. */
    public static By of(String key) {
      return Choice.required(values(), By::key, "by", key);
    }

    /**
     * Returns the key of an item's group: {@code BE-IBZ}, {@code VD2023-2}, {@code BE}, or an age.
     */
    public String keyOf(ActionItemView view, LocalDate today) {
      return switch (this) {
        case MINISTRY -> view.item().ministry().value();
        case THEME -> view.theme().meeting() + "-" + view.theme().number();
        case PARTY -> view.item().ministry().party().value();
        case AGE -> OverdueAge.of(view.overdueDays(today)).name();
      };
    }
  }

  /**
   * A group of items.
   *
   * @param key see {@link By#keyOf}
   * @param worst the calendar days by which the oldest item is overdue
   */
  public record Group(String key, int items, int worst) {}

  private final JdbcOverdue rows;
  private final Viewers viewers;
  private final Today today;

  Overdue(JdbcOverdue rows, Viewers viewers, Today today) {
    this.rows = rows;
    this.viewers = viewers;
    this.today = today;
  }

  /** Returns all groups, the one with the oldest item first. */
  public List<Group> groups(OverdueFilter filter, By by, Person reader) {
    return rows.groups(viewers.coordinatorLists(reader), filter, by, today.of(reader));
  }

  /**
   * Returns a page of items in the order of {@link #groups}, the oldest of each group first.
   *
   * @param groups all groups with the same filter
   */
  public List<ActionItemView> page(
      OverdueFilter filter, By by, List<Group> groups, Page.Request at, Person reader) {
    return items(filter, by, groups, at.size(), at.offset(), reader);
  }

  /** Returns the first items in the order of {@link #page}. */
  public List<ActionItemView> first(OverdueFilter filter, By by, int most, Person reader) {
    return items(filter, by, groups(filter, by, reader), most, 0, reader);
  }

  /** Reads only the groups of which items are shown: the counts say which. */
  private List<ActionItemView> items(
      OverdueFilter filter, By by, List<Group> groups, int size, long offset, Person reader) {
    List<String> shown = new ArrayList<>();
    long passed = 0;
    long before = 0;
    for (Group group : groups) {
      if (before + group.items() <= offset) {
        passed += group.items();
      } else if (before < offset + size) {
        shown.add(group.key());
      }
      before += group.items();
    }
    return shown.isEmpty()
        ? List.of()
        : rows.items(
            viewers.coordinatorLists(reader),
            filter,
            by,
            shown,
            today.of(reader),
            size,
            offset - passed);
  }

  /** Returns the themes with overdue items, latest meeting first. */
  public List<Theme> themes(Person reader) {
    return rows.themes(viewers.coordinatorLists(reader), today.of(reader));
  }
}
