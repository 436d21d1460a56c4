package eu.jalon.nudge;

import eu.jalon.directory.Availability;
import eu.jalon.directory.Directory;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Everybody who can be written to, as the other rooms know them now. */
@Component
class Readers {

  private final Directory directory;
  private final Availability availability;

  Readers(Directory directory, Availability availability) {
    this.directory = directory;
    this.availability = availability;
  }

  /** With every absence that is not over on a day. */
  Recipients on(LocalDate day) {
    return new Recipients(
        new Recipients.Known(
            directory.staff(),
            directory.ministries(),
            availability.settings(),
            availability.absences(day),
            Set.of()));
  }
}
