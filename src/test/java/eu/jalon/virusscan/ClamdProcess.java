package eu.jalon.virusscan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A ClamAV daemon of its own, whose one signature is that of a given text. */
final class ClamdProcess implements AutoCloseable {

  static final String SIGNATURE = "Jalon-Test-Signature";

  /** The last line that the daemon writes before it serves requests. */
  private static final String READY = "Self checking every";

  private final int port;
  private final Process process;

  /**
   * Starts the daemon and waits until it serves requests.
   *
   * @param folder for its configuration, signatures and temporary files
   * @param found the text that it finds, anywhere in a file
   * @param longest the most bytes of a file ({@code StreamMaxLength})
   */
  ClamdProcess(Path folder, byte[] found, int longest) {
    try {
      port = freePort();
      Path signatures = Files.createDirectories(folder.resolve("signatures"));
      // Name, any type of file, any offset, content in hexadecimal digits.
      Files.writeString(
          signatures.resolve("test.ndb"),
          SIGNATURE + ":0:*:" + HexFormat.of().formatHex(found) + "\n");
      Path configuration = folder.resolve("clamd.conf");
      Files.writeString(
          configuration,
          """
          Foreground yes
          DatabaseDirectory %s
          TemporaryDirectory %s
          TCPAddr 127.0.0.1
          TCPSocket %d
          StreamMaxLength %d
          """
              .formatted(signatures, folder, port, longest));
      process =
          new ProcessBuilder(command().toString(), "-c", configuration.toString())
              .redirectErrorStream(true)
              .start();
      awaitReady();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  VirusScanProperties properties() {
    return new VirusScanProperties("127.0.0.1:" + port, Duration.ofSeconds(60));
  }

  private void awaitReady() throws IOException {
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    StringBuilder said = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      said.append(line).append('\n');
      if (line.contains(READY)) {
        return;
      }
    }
    throw new IllegalStateException("clamd did not start:\n" + said);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** The installed daemon, or the one that {@code ./verify} unpacked. */
  private static Path command() {
    return Stream.of(Path.of("/usr/sbin/clamd"), Path.of("target/clamd/usr/sbin/clamd"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Path::toAbsolutePath)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No clamd: run ./verify, or install it (Debian: apt-get install"
                        + " clamav-daemon)"));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
