package eu.jalon.directory.absence;

import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A period in which a person is absent, both days included, and the substitute.
 *
 * @param id the database id; 0 before it is stored
 */
public record Absence(
    long id, PersonId person, LocalDate from, LocalDate until, @Nullable PersonId substitute) {

  private static final int LONGEST = 366;

  public Absence {
    if (until.isBefore(from)) {
      throw ValidationError.invalid("absence.order", from, until);
    }
    if (ChronoUnit.DAYS.between(from, until) > LONGEST) {
      throw ValidationError.invalid("absence.long", LONGEST);
    }
    if (person.equals(substitute)) {
      throw ValidationError.invalid("absence.self");
    }
  }

  public Optional<PersonId> standIn() {
    return Optional.ofNullable(substitute);
  }

  public boolean covers(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(until);
  }
}
