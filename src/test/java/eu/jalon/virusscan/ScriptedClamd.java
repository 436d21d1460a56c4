package eu.jalon.virusscan;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;

/** A server that speaks clamd's protocol and finds the word "virus". */
final class ScriptedClamd implements AutoCloseable {

  /** How it treats a file. */
  enum Mode {
    SCANS,
    REPORTS_AN_ERROR,
    STOPS_READING,
    NEVER_ANSWERS,
    CLOSES,
    TALKS_WITHOUT_END
  }

  private final ServerSocket server;
  private final Mode mode;
  private volatile int received;

  ScriptedClamd(Mode mode) {
    this.mode = mode;
    try {
      server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Thread accepts = new Thread(this::accept, "clamd");
    accepts.setDaemon(true);
    accepts.start();
  }

  String address() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  VirusScanProperties properties() {
    // Long where an answer comes, so that a slow machine does not fail.
    return new VirusScanProperties(address(), Duration.ofSeconds(mode == Mode.SCANS ? 60 : 1));
  }

  /** The bytes of the last file. */
  int received() {
    return received;
  }

  private void accept() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        answer(socket);
      } catch (IOException closed) {
        // The client gave up, or the test is over.
      }
    }
  }

  private void answer(Socket socket) throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    OutputStream out = socket.getOutputStream();
    ByteArrayOutputStream command = new ByteArrayOutputStream();
    for (int next = in.read(); next > 0; next = in.read()) {
      command.write(next);
    }
    if (mode == Mode.NEVER_ANSWERS || mode == Mode.STOPS_READING) {
      waitUntilTheClientCloses(in);
      return;
    }
    if (mode == Mode.CLOSES) {
      return;
    }
    if (command.toString(US_ASCII).equals("zPING")) {
      out.write("PONG\0".getBytes(US_ASCII));
      return;
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (int size = in.readInt(); size > 0; size = in.readInt()) {
      file.write(in.readNBytes(size));
    }
    received = file.size();
    String answer =
        switch (mode) {
          case REPORTS_AN_ERROR -> "INSTREAM size limit exceeded. ERROR\0";
          case TALKS_WITHOUT_END -> "x".repeat(5000);
          default ->
              file.toString(US_ASCII).contains("virus")
                  ? "stream: Test-Signature FOUND\0"
                  : "stream: OK\0";
        };
    out.write(answer.getBytes(US_ASCII));
  }

  private void waitUntilTheClientCloses(DataInputStream in) throws IOException {
    if (mode == Mode.NEVER_ANSWERS) {
      in.transferTo(OutputStream.nullOutputStream());
      return;
    }
    synchronized (this) {
      try {
        while (!server.isClosed()) {
          wait(10_000);
        }
      } catch (InterruptedException over) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    synchronized (this) {
      notifyAll();
    }
  }
}
