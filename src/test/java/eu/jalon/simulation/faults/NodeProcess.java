package eu.jalon.simulation.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One life of a node: a JVM that can be killed, frozen and thawed. */
final class NodeProcess {

  private final Process process;
  private final CompletableFuture<Duration> skew = new CompletableFuture<>();
  private volatile boolean frozen;

  /** Starts a JVM with the class path of this one, in an environment with a few more variables. */
  NodeProcess(Path log, Map<String, String> environment, List<String> arguments, Runnable whenDead)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Duser.timezone=UTC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(ReminderNode.class.getName());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    process = builder.start();
    Thread reader = new Thread(() -> read(log, whenDead), "node-log");
    reader.setDaemon(true);
    reader.start();
  }

  String pid() {
    return String.valueOf(process.pid());
  }

  boolean isAlive() {
    return process.isAlive();
  }

  boolean isFrozen() {
    return frozen;
  }

  boolean isReady() {
    return skew.isDone() && !skew.isCompletedExceptionally();
  }

  /** How far its system clock is from ours; waits until it is ready. */
  Duration skew() {
    return skew.orTimeout(60, TimeUnit.SECONDS).join();
  }

  /** Ends the process as {@code kill -9} does. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  void freeze() {
    signal("-STOP");
    frozen = true;
  }

  void thaw() {
    signal("-CONT");
    frozen = false;
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", name, pid()).start().waitFor();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private void read(Path log, Runnable whenDead) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(ReminderNode.READY)) {
          long its = Long.parseLong(line.substring(ReminderNode.READY.length()));
          skew.complete(Duration.ofMillis(its - System.currentTimeMillis()));
        }
        Files.writeString(log, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      }
    } catch (IOException ended) {
      skew.completeExceptionally(ended);
    } finally {
      process.onExit().join();
      whenDead.run();
    }
  }
}
