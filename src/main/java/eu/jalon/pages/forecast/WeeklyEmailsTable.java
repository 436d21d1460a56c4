package eu.jalon.pages.forecast;

import eu.jalon.directory.Person;
import eu.jalon.reminder.round.Forecast;
import eu.jalon.shared.paging.Page;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * The forecast emails by person and week.
 *
 * @param weeks the Mondays, in their order
 * @param rows a page of the people, the busiest first
 */
record WeeklyEmailsTable(List<Month> months, List<LocalDate> weeks, Page<Row> rows) {

  /** The number of people on a page. */
  static final int MOST_ROWS = 100;

  private static final int LEVELS = 5;

  /** The weeks that begin in one month. */
  record Month(LocalDate first, int weeks) {}

  /** The emails of one person. */
  record Row(Person person, int emails, List<Cell> cells) {}

  /**
   * One week of one person.
   *
   * @param most the most items in one of the week's emails
   */
  record Cell(int emails, int most) {

    /** The shade of the cell, 0 to 5. */
    public int level() {
      return Math.min(LEVELS, emails);
    }
  }

  static WeeklyEmailsTable of(Forecast forecast, Page.Request at) {
    LocalDate first = monday(forecast.from());
    List<LocalDate> weeks =
        first.datesUntil(forecast.until().plusDays(1), Period.ofWeeks(1)).toList();
    List<Forecast.Recipient> people = forecast.recipients();
    return new WeeklyEmailsTable(
        months(weeks),
        weeks,
        Page.of(
            people.stream()
                .skip(at.offset())
                .limit(at.size())
                .map(reader -> row(reader, first, weeks.size()))
                .toList(),
            at,
            people.size()));
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private static List<Month> months(List<LocalDate> weeks) {
    List<Month> months = new ArrayList<>();
    for (LocalDate week : weeks) {
      LocalDate month = week.withDayOfMonth(1);
      int last = months.size() - 1;
      if (last >= 0 && months.get(last).first().equals(month)) {
        months.set(last, new Month(month, months.get(last).weeks() + 1));
      } else {
        months.add(new Month(month, 1));
      }
    }
    return months;
  }

  private static Row row(Forecast.Recipient reader, LocalDate first, int weeks) {
    int[] emails = new int[weeks];
    int[] most = new int[weeks];
    reader
        .items()
        .forEach(
            (day, items) -> {
              int week = (int) ChronoUnit.WEEKS.between(first, monday(day));
              emails[week]++;
              most[week] = Math.max(most[week], items);
            });
    List<Cell> cells = new ArrayList<>();
    for (int week = 0; week < weeks; week++) {
      cells.add(new Cell(emails[week], most[week]));
    }
    return new Row(reader.person(), reader.items().size(), cells);
  }
}
