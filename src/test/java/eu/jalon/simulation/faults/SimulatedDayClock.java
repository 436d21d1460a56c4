package eu.jalon.simulation.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The simulated day, read from one file by all nodes, each running on by its own system clock. */
final class SimulatedDayClock extends Clock {

  private final Path file;

  SimulatedDayClock(Path file) {
    this.file = file;
  }

  /** Moves every node's clock at once, as far as its own system clock is right. */
  void moveTo(Instant now) {
    try {
      Path next = file.resolveSibling(file.getFileName() + ".next");
      Files.writeString(next, String.valueOf(now.toEpochMilli() - System.currentTimeMillis()));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public Instant instant() {
    try {
      long offset = Long.parseLong(Files.readString(file));
      return Instant.ofEpochMilli(System.currentTimeMillis() + offset);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(instant(), zone);
  }
}
