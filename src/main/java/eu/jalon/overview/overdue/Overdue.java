package eu.jalon.overview.overdue;

import eu.jalon.actionitem.ActionItemView;
import eu.jalon.directory.Person;
import eu.jalon.directory.Viewer;
import eu.jalon.meeting.Theme;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.paging.Page;
import eu.jalon.shared.text.Choice;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is late, put together by what it shares, the worst first; for coordinators. */
@Service
@Transactional(readOnly = true)
public class Overdue {

  /** By what overdue items are put together. */
  public enum By {
    MINISTRY,
    THEME,
    COUNTRY,
    AGE;

    /** The name in addresses and message bundles. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a name; refuses one that does not exist. */
    public static By of(String key) {
      return Choice.required(values(), By::key, "by", key);
    }

    /** What of an item its group goes by: {@code BE-IBZ}, {@code VD2023-2}, {@code BE}, an age. */
    public String keyOf(ActionItemView view, LocalDate today) {
      return switch (this) {
        case MINISTRY -> view.item().ministry().value();
        case THEME -> view.theme().origin() + "-" + view.theme().number();
        case COUNTRY -> view.item().ministry().country().name();
        case AGE -> OverdueAge.of(view.item().overdueDays(today)).name();
      };
    }
  }

  /**
   * Items that share something.
   *
   * @param key as {@link By#keyOf} says it
   * @param worst the calendar days the oldest of them is overdue
   */
  public record Group(String key, int items, int worst) {}

  private final JdbcOverdue rows;
  private final Clock clock;

  Overdue(JdbcOverdue rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /** All groups, the one with the oldest item first. */
  public List<Group> groups(OverdueFilter filter, By by, Person reader) {
    Viewer.requireCoordinator(reader);
    return rows.groups(filter, by, BrusselsTime.today(clock));
  }

  /** A page of the items, group after group in the order of {@link #groups}, the oldest first. */
  public List<ActionItemView> page(OverdueFilter filter, By by, Page.Request at, Person reader) {
    Viewer.requireCoordinator(reader);
    return rows.items(filter, by, BrusselsTime.today(clock), at.size(), at.offset());
  }

  /** The first of all items in the same order, without pages. */
  public List<ActionItemView> first(OverdueFilter filter, By by, int most, Person reader) {
    Viewer.requireCoordinator(reader);
    return rows.items(filter, by, BrusselsTime.today(clock), most, 0);
  }

  /** The themes of all that is overdue, latest meeting first. */
  public List<Theme> themes(Person reader) {
    Viewer.requireCoordinator(reader);
    return rows.themes(BrusselsTime.today(clock));
  }
}
