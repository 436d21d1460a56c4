package eu.jalon.directory;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The series that people in several of them chose to look at. */
@Service
@Transactional
public class SeriesChoices {

  private final JdbcSeriesChoices choices;
  private final Parties parties;

  SeriesChoices(JdbcSeriesChoices choices, Parties parties) {
    this.choices = choices;
    this.parties = parties;
  }

  /**
   * Keeps a person's choice.
   *
   * @param series the id of a series; blank or absent for all
   */
  public void choose(Person person, @Nullable String series) {
    String chosen = parties.narrowed(person, series).series();
    choices.delete(person.id());
    if (chosen != null) {
      choices.insert(person.id(), chosen);
    }
  }

  /** Returns the person with lists narrowed to the series of the choice, if there is one. */
  @Transactional(readOnly = true)
  public Person applied(Person person) {
    if (person.workplace().isEmpty() || parties.seriesOf(person).size() < 2) {
      return person;
    }
    return choices
        .find(person.id())
        .filter(id -> parties.seriesOf(person).stream().anyMatch(own -> own.id().equals(id)))
        .map(person::lookingAt)
        .orElse(person);
  }
}
