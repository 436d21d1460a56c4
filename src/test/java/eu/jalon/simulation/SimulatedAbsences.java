package eu.jalon.simulation;

import eu.jalon.directory.Person;
import eu.jalon.directory.absence.Absence;
import eu.jalon.directory.absence.Absences;
import eu.jalon.directory.absence.NotificationSettings;
import eu.jalon.shared.PersonId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** When people are away, and when they want their emails. */
final class SimulatedAbsences {

  private static final List<Integer> HOURS = List.of(7, 7, 8, 9, 10, 13, 14, 17);

  private final Absences availability;
  private final SimulatedPeople people;
  private final SeededRandom dice;
  private final SimulationFigures figures;

  SimulatedAbsences(
      Absences availability, SimulatedPeople people, SeededRandom dice, SimulationFigures figures) {
    this.availability = availability;
    this.people = people;
    this.dice = dice;
    this.figures = figures;
  }

  void live(LocalDate today) {
    for (Person person : people.accounts()) {
      if (dice.falls(1 / 50.0)) {
        goAway(person, today);
      }
      if (dice.falls(1 / 150.0)) {
        choose(person);
      }
    }
  }

  private void goAway(Person person, LocalDate today) {
    LocalDate from = today.plusDays(dice.between(0, 10));
    int days = dice.falls(0.1) ? dice.between(20, 45) : dice.between(0, 14);
    @Nullable PersonId substitute = colleague(person);
    availability.enter(new Absence(0, person.id(), from, from.plusDays(days), substitute), person);
    figures.count(
        "answers",
        substitute == null
            ? SimulatedAction.AWAY_WITHOUT_SUBSTITUTE
            : SimulatedAction.AWAY_WITH_SUBSTITUTE);
  }

  private void choose(Person person) {
    Set<DayOfWeek> weekdays = EnumSet.copyOf(NotificationSettings.week());
    if (dice.falls(0.6)) {
      weekdays.removeIf(day -> dice.falls(0.5));
      weekdays.add(dice.pick(List.copyOf(NotificationSettings.week())));
    }
    availability.saveSettings(
        person.id(),
        new NotificationSettings(dice.pick(HOURS), weekdays, colleague(person)),
        person);
    figures.count("answers", SimulatedAction.CHOSE_HOURS_AND_DAYS);
  }

  private @Nullable PersonId colleague(Person person) {
    List<Person> colleagues = people.colleagues(person);
    return colleagues.isEmpty() || dice.falls(0.4) ? null : dice.pick(colleagues).id();
  }
}
