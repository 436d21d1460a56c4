package eu.jalon.simulation.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/** Puts the system clock of one process wrong, by libfaketime. */
final class FakeTime {

  private FakeTime() {}

  /** Fails where libfaketime is not installed. */
  static void check() {
    library();
  }

  /**
   * The variables under which a JVM runs with its clock ahead; its waits, which go by the monotonic
   * clock, stay right.
   */
  static Map<String, String> ahead(Duration by) {
    return Map.of(
        "LD_PRELOAD", library().toString(),
        "FAKETIME", "+" + by.toSeconds() + "s",
        "FAKETIME_DONT_FAKE_MONOTONIC", "1",
        "FAKETIME_FORCE_MONOTONIC_FIX", "0",
        "NO_FAKE_STAT", "1");
  }

  private static Path library() {
    return Stream.of("x86_64-linux-gnu/", "aarch64-linux-gnu/", "")
        .flatMap(folder -> Stream.of("/usr/lib/", "/usr/lib64/").map(lib -> lib + folder))
        .map(folder -> Path.of(folder, "faketime", "libfaketimeMT.so.1"))
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No libfaketime: install it (Debian: apt-get install faketime)"));
  }
}
