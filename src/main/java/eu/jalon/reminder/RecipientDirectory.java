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

/** Loads the people who can receive reminders, with their absences and settings. */
@Component
public class RecipientDirectory {

  private static final Duration CACHED_FOR = Duration.ofSeconds(2);

  private final AtomicReference<@Nullable Snapshot> latest = new AtomicReference<>();
  private final Directory directory;
  private final Absences absences;
  private final UndeliverableAddresses undeliverable;
  private final Clock clock;

  RecipientDirectory(
      Directory directory, Absences absences, UndeliverableAddresses undeliverable, Clock clock) {
    this.directory = directory;
    this.absences = absences;
    this.undeliverable = undeliverable;
    this.clock = clock;
  }

  /** As {@link #on}, at most two seconds old; for composing many e-mails in a row. */
  public Recipients cachedOn(LocalDate day) {
    Snapshot snapshot = latest.get();
    if (snapshot == null || !snapshot.day().equals(day) || snapshot.isOld(clock.instant())) {
      snapshot = new Snapshot(day, on(day), clock.instant(), System.nanoTime());
      latest.set(snapshot);
    }
    return snapshot.recipients();
  }

  /** Recipients and when they were read, by two clocks: the injected one may be set. */
  private record Snapshot(LocalDate day, Recipients recipients, Instant readAt, long readNanos) {

    boolean isOld(Instant now) {
      return System.nanoTime() - readNanos > CACHED_FOR.toNanos()
          || Duration.between(readAt, now).abs().compareTo(CACHED_FOR) > 0;
    }
  }

  /** All recipients, with every absence that ends on the day or later. */
  public Recipients on(LocalDate day) {
    return new Recipients(
        new Recipients.Source(
            directory.staff(),
            directory.ministriesByCode().values(),
            absences.settings(),
            absences.absences(day),
            undeliverable.all().keySet()));
  }
}
