package eu.jalon.intake.document.pdf;

import eu.jalon.shared.ValidationError;
import java.time.Duration;

/** The moment by which reading a file must be done. */
final class Deadline {

  private final long end;

  private Deadline(long end) {
    this.end = end;
  }

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** Refuses to go on after the deadline. */
  void check() {
    if (isOver()) {
      throw ValidationError.invalid("document.tooSlow");
    }
  }

  boolean isOver() {
    return System.nanoTime() - end > 0;
  }

  Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }
}
