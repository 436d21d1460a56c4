package eu.jalon.pages.forecast;

import eu.jalon.directory.Person;
import eu.jalon.reminder.round.Forecast;
import eu.jalon.shared.paging.Page;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** The forecast emails of one day. */
record DayEmailsView(LocalDate day, Page<Email> emails) {

  static final int PAGE = 50;

  /** One email with its number of action items. */
  record Email(Person person, int items) {}

  /** A page of a day's emails, the longest first. */
  static DayEmailsView of(Forecast forecast, LocalDate day, Page.Request at) {
    List<Email> all =
        forecast.recipients().stream()
            .filter(reader -> reader.items().containsKey(day))
            .map(reader -> new Email(reader.person(), reader.items().getOrDefault(day, 0)))
            .sorted(
                Comparator.comparing((Email email) -> -email.items())
                    .thenComparing(email -> email.person().id()))
            .toList();
    List<Email> shown = all.stream().skip(at.offset()).limit(at.size()).toList();
    return new DayEmailsView(day, Page.of(shown, at, all.size()));
  }
}
