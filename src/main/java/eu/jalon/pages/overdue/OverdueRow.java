package eu.jalon.pages.overdue;

import eu.jalon.actionitem.ActionItemView;
import eu.jalon.overview.overdue.OverdueAge;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One overdue item with the calendar days since its due date and the results of the last reminder.
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
   * One result of a reminder.
   *
   * @param what in words
   * @param detail the reply of the mail server, if any
   * @param link a page with details, if any
   */
  record Echo(Kind kind, String what, @Nullable String detail, @Nullable String link) {

    /** The kind of a result. */
    enum Kind {
      ARRIVED("DONE"),
      WAITING("SILENT"),
      FAILED("BLOCKED"),
      HELD("WITHDRAWN"),
      ANSWER("CARRIED_OVER");

      private final String glyph;

      Kind(String glyph) {
        this.glyph = glyph;
      }

      /** The symbol shown before it, by the name of a state. */
      String glyph() {
        return glyph;
      }
    }
  }
}
