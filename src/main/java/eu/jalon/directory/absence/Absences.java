package eu.jalon.directory.absence;

import eu.jalon.directory.JdbcPeople;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When people can be reached: absences, substitutes, and the hours and days they chose. */
@Service
@Transactional
public class Absences {

  private final JdbcAbsences rows;
  private final JdbcPeople people;
  private final Clock clock;

  Absences(JdbcAbsences rows, JdbcPeople people, Clock clock) {
    this.rows = rows;
    this.people = people;
    this.clock = clock;
  }

  /** What those people chose who chose anything. */
  @Transactional(readOnly = true)
  public Map<PersonId, NotificationSettings> settings() {
    return rows.settings();
  }

  /** What somebody chose, for himself and for those who may choose for him. */
  @Transactional(readOnly = true)
  public NotificationSettings settingsOf(PersonId person, Person reader) {
    return settings(changeable(person, reader).id());
  }

  /** Somebody's absences, for himself and for those who may enter them for him. */
  @Transactional(readOnly = true)
  public List<Absence> absencesOf(PersonId person, Person reader) {
    return absencesOf(changeable(person, reader).id());
  }

  @Transactional(readOnly = true)
  public NotificationSettings settings(PersonId person) {
    return rows.settings(person).orElse(NotificationSettings.USUAL);
  }

  /** Every absence that is not over on a day. */
  @Transactional(readOnly = true)
  public List<Absence> absences(LocalDate day) {
    return rows.notOver(day);
  }

  /** The absences of one person, today's and those to come. */
  @Transactional(readOnly = true)
  public List<Absence> absencesOf(PersonId person) {
    return rows.notOver(person, BrusselsTime.today(clock));
  }

  /** A person's own choice, or made for him; refuses a substitute who could not act for him. */
  public void choose(PersonId person, NotificationSettings settings, Person by) {
    people.lock(person);
    refuseStranger(changeable(person, by), settings.substitute());
    rows.choose(person, settings);
  }

  /**
   * Enters an absence in the place of those it overlaps. Refuses one that is over, and a substitute
   * who could not act: he works for the same ministry. Parallel entries for one person wait for
   * each other, so that no two absences overlap.
   */
  public void enter(Absence absence, Person by) {
    people.lock(absence.person());
    Person person = changeable(absence.person(), by);
    new DueDate(absence.until());
    if (absence.until().isBefore(BrusselsTime.today(clock))) {
      throw ValidationError.invalid("absence.past", absence.until());
    }
    refuseStranger(person, absence.substitute());
    rows.enter(absence, clock.instant(), by.id());
  }

  /** Takes an absence back; refuses one that is not there. */
  public void remove(PersonId person, long absence, Person by) {
    changeable(person, by);
    if (rows.remove(person, absence) != 1) {
      throw ValidationError.notFound("absence.unknown");
    }
  }

  /** Oneself, a coordinator of the same country, or an administrator. */
  private Person changeable(PersonId id, Person by) {
    Person person =
        people.find(id).orElseThrow(() -> ValidationError.notFound("person.unknown", id));
    boolean sameCountry =
        person
            .workplace()
            .flatMap(his -> by.workplace().filter(mine -> mine.country() == his.country()))
            .isPresent();
    boolean may =
        by.id().equals(id) || by.is(Role.ADMINISTRATOR) || (by.is(Role.COORDINATOR) && sameCountry);
    if (!may) {
      throw ValidationError.forbidden("absence.notYours", id);
    }
    return person;
  }

  private void refuseStranger(Person person, @Nullable PersonId substitute) {
    if (substitute == null) {
      return;
    }
    Person other =
        people
            .find(substitute)
            .orElseThrow(() -> ValidationError.invalid("person.unknown", substitute));
    if (other.id().equals(person.id())) {
      throw ValidationError.invalid("absence.himself");
    }
    if (person.workplace().isEmpty() || !other.workplace().equals(person.workplace())) {
      throw ValidationError.invalid("absence.otherMinistry", substitute);
    }
  }
}
