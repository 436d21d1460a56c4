package eu.jalon.reminder;

import eu.jalon.directory.Directory;
import eu.jalon.directory.absence.Absences;
import eu.jalon.mail.bounce.UndeliverableAddresses;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everybody who can be written to, as the other rooms know them now. */
@Component
public class PeopleToRemind {

  private static final Duration FRESH = Duration.ofSeconds(2);

  private final AtomicReference<@Nullable Known> latest = new AtomicReference<>();
  private final Directory directory;
  private final Absences availability;
  private final UndeliverableAddresses refusals;

  private final Clock clock;

  PeopleToRemind(
      Directory directory, Absences availability, UndeliverableAddresses refusals, Clock clock) {
    this.directory = directory;
    this.availability = availability;
    this.refusals = refusals;
    this.clock = clock;
  }

  /** As {@link #on}, or as that was some seconds ago; for emails that are composed many at once. */
  public Recipients lately(LocalDate day) {
    Known known = latest.get();
    if (known == null || !known.day().equals(day) || known.isOld(clock.instant())) {
      known = new Known(day, on(day), clock.instant(), System.nanoTime());
      latest.set(known);
    }
    return known.recipients();
  }

  /** What was read, and when by two clocks: a chosen time can pass faster than the real one. */
  private record Known(LocalDate day, Recipients recipients, Instant readAt, long readNanos) {

    boolean isOld(Instant now) {
      return System.nanoTime() - readNanos > FRESH.toNanos()
          || Duration.between(readAt, now).compareTo(FRESH) > 0;
    }
  }

  /** With every absence that is not over on a day. */
  public Recipients on(LocalDate day) {
    return new Recipients(
        new Recipients.Known(
            directory.staff(),
            directory.ministries(),
            availability.settings(),
            availability.absences(day),
            refusals.all().keySet()));
  }
}
