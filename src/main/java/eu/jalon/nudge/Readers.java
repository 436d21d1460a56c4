package eu.jalon.nudge;

import eu.jalon.directory.Availability;
import eu.jalon.directory.Directory;
import eu.jalon.outbox.MailRefusals;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Everybody who can be written to, as the other rooms know them now. */
@Component
class Readers {

  private final Directory directory;
  private final Availability availability;
  private final MailRefusals refusals;

  Readers(Directory directory, Availability availability, MailRefusals refusals) {
    this.directory = directory;
    this.availability = availability;
    this.refusals = refusals;
  }

  /** With every absence that is not over on a day. */
  Recipients on(LocalDate day) {
    return new Recipients(
        new Recipients.Known(
            directory.staff(),
            directory.ministries(),
            availability.settings(),
            availability.absences(day),
            refusals.all().keySet()));
  }
}
