package eu.jalon.load;

import eu.jalon.ResponseBodies;
import eu.jalon.SessionClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A client that takes what it can get: with an account of a coordinator, and without any. */
final class HostileClient {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final int port;
  private final Consumer<String> answers;
  private final BooleanSupplier over;
  private final String session;

  HostileClient(int port, Consumer<String> answers, BooleanSupplier over) {
    this.port = port;
    this.answers = answers;
    this.over = over;
    this.session = "JSESSIONID=" + SessionClient.signedIn(port, "coord-be").cookie("JSESSIONID");
  }

  List<Runnable> attacks() {
    return List.of(
        this::longHeaders, this::largeBodies, this::reports, this::slowBodies, this::streams);
  }

  /** Requests without an account, each with 7 KB of headers. */
  private void longHeaders() {
    for (int n = 0; !over.getAsBoolean(); n++) {
      send(get("/commitments?k=" + n).header("X-Pad", "A".repeat(7_000)));
    }
  }

  /** JSON of 8 MB, in chunks. */
  private void largeBodies() {
    byte[] chunk = new byte[64 * 1024];
    Arrays.fill(chunk, (byte) ' ');
    while (!over.getAsBoolean()) {
      send(
          get("/api/action-items/1/complete")
              .header("Cookie", session)
              .header("Content-Type", "application/json")
              .POST(
                  BodyPublishers.ofByteArrays(
                      IntStream.range(0, 128).mapToObj(n -> chunk).toList())));
    }
  }

  /** Sixty reports at once, again and again. */
  private void reports() {
    while (!over.getAsBoolean()) {
      List<CompletableFuture<Void>> wave =
          IntStream.range(0, 60)
              .mapToObj(
                  n ->
                      HTTP.sendAsync(
                              get("/report.pdf?since=2026-%02d-%02d"
                                      .formatted(1 + n % 12, 1 + n % 28))
                                  .header("Cookie", session)
                                  .build(),
                              ResponseBodies.text())
                          .handle((answer, failure) -> count(answer)))
              .toList();
      wave.forEach(CompletableFuture::join);
    }
  }

  private Void count(HttpResponse<String> answer) {
    answers.accept(answer == null ? "cut off" : String.valueOf(answer.statusCode()));
    return null;
  }

  /** 210 bodies that arrive byte by byte. */
  private void slowBodies() {
    List<Socket> sockets = new ArrayList<>();
    try {
      while (!over.getAsBoolean()) {
        while (sockets.size() < 210) {
          sockets.add(slowBody());
        }
        sockets.removeIf(socket -> !drips(socket));
        LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      }
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException refused) {
      answers.accept("cut off");
    }
  }

  private Socket slowBody() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    write(
        socket,
        "POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: 100000\r\n\r\nx");
    return socket;
  }

  /** Sends one more byte; false where the connection has been answered or closed. */
  private boolean drips(Socket socket) {
    try {
      if (socket.getInputStream().available() > 0) {
        byte[] line = socket.getInputStream().readNBytes(12);
        answers.accept(new String(line, StandardCharsets.US_ASCII).substring(9));
        socket.close();
        return false;
      }
      write(socket, "x");
      return true;
    } catch (IOException closed) {
      return false;
    }
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  /** Three hundred streams of events, kept open. */
  private void streams() {
    List<Socket> sockets = new ArrayList<>();
    try {
      for (int n = 0; n < 300 && !over.getAsBoolean(); n++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        sockets.add(socket);
        write(socket, "GET /live HTTP/1.1\r\nHost: localhost\r\nCookie: " + session + "\r\n\r\n");
      }
      while (!over.getAsBoolean()) {
        LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      }
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException refused) {
      answers.accept("cut off");
    }
  }

  private HttpRequest.Builder get(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(60))
        .header("Accept", "text/html");
  }

  private void send(HttpRequest.Builder request) {
    try {
      count(HTTP.send(request.build(), ResponseBodies.text()));
    } catch (IOException cut) {
      answers.accept("cut off");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
