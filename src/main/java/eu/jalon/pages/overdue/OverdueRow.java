package eu.jalon.pages.overdue;

import eu.jalon.actionitem.ActionItemView;
import eu.jalon.overview.overdue.OverdueAge;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One overdue item, the calendar days it is late, and what came of the last reminder.
 *
 * @param remindedOn the day its owners were last reminded, if they ever were
 * @param stage how far they were reminded, in words
 */
record OverdueRow(
    ActionItemView view,
    int days,
    OverdueAge age,
    @Nullable LocalDate remindedOn,
    @Nullable String stage,
    List<Echo> echoes) {

  /**
   * Something that came back, or stood in the way.
   *
   * @param what in words
   * @param detail what a mail server said, if one did
   * @param link where it is to be read, if anywhere
   */
  record Echo(Kind kind, String what, @Nullable String detail, @Nullable String link) {

    /** What a sign stands for. */
    enum Kind {
      ARRIVED,
      WAITING,
      FAILED,
      HELD,
      ANSWER
    }
  }
}
