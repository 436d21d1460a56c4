package eu.jalon.directory.absence;

import eu.jalon.directory.JdbcPeople;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.directory.Today;
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

/** Manages absences, substitutes and notification settings. */
@Service
@Transactional
public class Absences {

  private final JdbcAbsences rows;
  private final JdbcPeople people;
  private final Today today;
  private final Clock clock;

  Absences(JdbcAbsences rows, JdbcPeople people, Today today, Clock clock) {
    this.rows = rows;
    this.people = people;
    this.today = today;
    this.clock = clock;
  }

  /** Returns the settings of all people who changed the defaults. */
  @Transactional(readOnly = true)
  public Map<PersonId, NotificationSettings> settings() {
    return rows.settings();
  }

  /** Returns the settings of a person; rejects a reader who may not change them. */
  @Transactional(readOnly = true)
  public NotificationSettings settingsOf(PersonId person, Person reader) {
    return settings(requireEditable(person, reader).id());
  }

  /**
   * Returns the current and future absences of a person; rejects a reader who may not change them.
   */
  @Transactional(readOnly = true)
  public List<Absence> absencesOf(PersonId person, Person reader) {
    return absencesOf(requireEditable(person, reader));
  }

  @Transactional(readOnly = true)
  public NotificationSettings settings(PersonId person) {
    return rows.settings(person).orElse(NotificationSettings.USUAL);
  }

  /** Returns all absences that end on the day or later. */
  @Transactional(readOnly = true)
  public List<Absence> absences(LocalDate day) {
    return rows.notOver(day);
  }

  /** Returns the current and future absences of a person. */
  @Transactional(readOnly = true)
  public List<Absence> absencesOf(Person person) {
    return rows.notOver(person.id(), today.of(person));
  }

  /** Stores the notification settings of a person; rejects a substitute from another ministry. */
  public void saveSettings(PersonId person, NotificationSettings settings, Person by) {
    people.lock(person);
    requireColleague(requireEditable(person, by), settings.substitute());
    rows.saveSettings(person, settings);
  }

  /**
   * Stores an absence and removes those it overlaps. Rejects one in the past and a substitute from
   * another ministry. The person's row is locked, so that concurrent calls cannot store overlapping
   * absences.
   */
  public void enter(Absence absence, Person by) {
    people.lock(absence.person());
    Person person = requireEditable(absence.person(), by);
    new DueDate(absence.until());
    if (absence.until().isBefore(today.of(person))) {
      throw ValidationError.invalid("absence.past", absence.until());
    }
    requireColleague(person, absence.substitute());
    rows.enter(absence, clock.instant(), by.id());
  }

  /** Deletes an absence; rejects one that does not exist. */
  public void remove(PersonId person, long absence, Person by) {
    requireEditable(person, by);
    if (rows.remove(person, absence) != 1) {
      throw ValidationError.notFound("absence.unknown");
    }
  }

  /**
   * Returns the person; rejects callers other than that person, a coordinator of the same party, or
   * an administrator.
   */
  private Person requireEditable(PersonId id, Person by) {
    Person person =
        people.find(id).orElseThrow(() -> ValidationError.notFound("person.unknown", id));
    boolean sameParty =
        person
            .workplace()
            .flatMap(ministry -> by.workplace().filter(own -> own.party().equals(ministry.party())))
            .isPresent();
    boolean allowed =
        by.id().equals(id) || by.is(Role.ADMINISTRATOR) || (by.is(Role.COORDINATOR) && sameParty);
    if (!allowed) {
      throw ValidationError.forbidden("absence.notYours", id);
    }
    return person;
  }

  private void requireColleague(Person person, @Nullable PersonId substitute) {
    if (substitute == null) {
      return;
    }
    Person other =
        people
            .find(substitute)
            .orElseThrow(() -> ValidationError.invalid("person.unknown", substitute));
    if (other.id().equals(person.id())) {
      throw ValidationError.invalid("absence.self");
    }
    if (person.workplace().isEmpty() || !other.workplace().equals(person.workplace())) {
      throw ValidationError.invalid("absence.otherMinistry", substitute);
    }
  }
}
