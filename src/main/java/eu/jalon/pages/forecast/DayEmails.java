package eu.jalon.pages.forecast;

import eu.jalon.directory.Person;
import eu.jalon.reminder.round.Forecast;
import eu.jalon.shared.paging.Page;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** The letters of one day to come: who would get one, and how long it would be. */
record DayEmails(LocalDate day, Page<Letter> letters) {

  static final int PAGE = 50;

  /** One letter, with how many actions it would list. */
  record Letter(Person person, int items) {}

  /** A page of a day's letters, the longest first. */
  static DayEmails of(Forecast forecast, LocalDate day, Page.Request at) {
    List<Letter> all =
        forecast.people().stream()
            .filter(reader -> reader.items().containsKey(day))
            .map(reader -> new Letter(reader.person(), reader.items().getOrDefault(day, 0)))
            .sorted(
                Comparator.comparing((Letter letter) -> -letter.items())
                    .thenComparing(letter -> letter.person().id()))
            .toList();
    List<Letter> shown = all.stream().skip(at.offset()).limit(at.size()).toList();
    return new DayEmails(day, Page.of(shown, at, all.size()));
  }
}
