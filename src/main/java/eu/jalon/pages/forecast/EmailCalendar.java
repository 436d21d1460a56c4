package eu.jalon.pages.forecast;

import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.reminder.RoundResult;
import eu.jalon.reminder.round.Forecast;
import eu.jalon.shared.PartyCode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The forecast emails as a calendar: months, weeks and days.
 *
 * @param busy the days on which emails would go out
 * @param biggest the days with the most emails, the biggest first
 */
record EmailCalendar(List<Month> months, List<RoundResult> busy, List<RoundResult> biggest) {

  private static final int LEVELS = 5;
  private static final int NAMED = 3;

  /** The weeks of a month, Monday first; a cell is absent where the day is another month's. */
  record Month(LocalDate first, List<List<@Nullable Cell>> weeks) {}

  /**
   * One day.
   *
   * @param emails the number of emails; {@code items} is the number of action items in them
   * @param level the shade of the cell, 0 to 5
   * @param weekend whether it is a Saturday or a Sunday
   * @param off the reader's parties in which this weekday is not a working day
   * @param foreseen whether it is within the forecast period
   */
  record Cell(
      LocalDate day,
      int emails,
      int items,
      int level,
      boolean weekend,
      List<PartyCode> off,
      boolean foreseen) {

    /** The classes of the style sheet. */
    String classes() {
      return "heat-"
          + level
          + (weekend ? " month-weekend" : "")
          + (off.isEmpty() ? "" : " month-off")
          + (foreseen ? "" : " month-past");
    }
  }

  /** The days of a week, Monday first. */
  public List<DayOfWeek> weekdays() {
    return List.of(DayOfWeek.values());
  }

  /**
   * Makes the calendar of a forecast.
   *
   * @param parties the parties whose days off are marked
   */
  static EmailCalendar of(Forecast forecast, List<PartyCode> parties, WorkingDays calendar) {
    Function<LocalDate, List<PartyCode>> off =
        day -> parties.stream().filter(party -> !calendar.isWorkingDay(day, party)).toList();
    List<RoundResult> busy =
        forecast.days().stream().map(Forecast.Day::result).filter(day -> day.emails() > 0).toList();
    Map<LocalDate, RoundResult> byDay =
        busy.stream().collect(Collectors.toMap(RoundResult::on, Function.identity()));
    int most = busy.stream().mapToInt(RoundResult::emails).max().orElse(1);
    List<Month> months = new ArrayList<>();
    YearMonth last = YearMonth.from(forecast.until());
    for (YearMonth month = YearMonth.from(forecast.from());
        !month.isAfter(last);
        month = month.plusMonths(1)) {
      months.add(month(month, day -> cell(day, forecast, byDay.get(day), most, off)));
    }
    return new EmailCalendar(months, busy, biggest(busy));
  }

  private static List<RoundResult> biggest(List<RoundResult> busy) {
    return busy.stream()
        .sorted(
            Comparator.comparingInt(RoundResult::emails)
                .thenComparingInt(RoundResult::reminders)
                .reversed()
                .thenComparing(RoundResult::on))
        .limit(NAMED)
        .toList();
  }

  private static Month month(YearMonth month, Function<LocalDate, Cell> cells) {
    List<List<@Nullable Cell>> weeks = new ArrayList<>();
    LocalDate monday = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    while (!monday.isAfter(month.atEndOfMonth())) {
      List<@Nullable Cell> week = new ArrayList<>();
      for (int i = 0; i < 7; i++) {
        LocalDate day = monday.plusDays(i);
        week.add(YearMonth.from(day).equals(month) ? cells.apply(day) : null);
      }
      weeks.add(week);
      monday = monday.plusWeeks(1);
    }
    return new Month(month.atDay(1), weeks);
  }

  private static Cell cell(
      LocalDate day,
      Forecast forecast,
      @Nullable RoundResult report,
      int most,
      Function<LocalDate, List<PartyCode>> offOn) {
    int emails = report == null ? 0 : report.emails();
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    List<PartyCode> off = weekend ? List.of() : offOn.apply(day);
    return new Cell(
        day,
        emails,
        report == null ? 0 : report.reminders(),
        (LEVELS * emails + most - 1) / most,
        weekend,
        off,
        !day.isBefore(forecast.from()) && !day.isAfter(forecast.until()));
  }
}
