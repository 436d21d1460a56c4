package eu.jalon.pages.live;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.DemoOnH2;
import eu.jalon.SessionClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The limits of the streams of server-sent events. */
@DemoOnH2
class LiveStreamLimitTest {

  private static final int TIMEOUT_MILLIS = 20_000;

  @LocalServerPort private int port;

  /** A stream whose answer has begun. */
  private record Stream(Socket socket, BufferedReader lines) implements AutoCloseable {

    /** Reads up to the first mark; null if the stream ends before. */
    String mark() throws IOException {
      String line = lines.readLine();
      while (line != null && !line.startsWith("data:")) {
        line = lines.readLine();
      }
      return line;
    }

    boolean ends() throws IOException {
      InputStream in = socket.getInputStream();
      while (lines.readLine() != null) {
        // marks that were sent before the end
      }
      return in.read() < 0;
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  @Test
  void b16_aUserWhoOpensManyStreamsEndsOnlyTheirOwn() throws IOException {
    SessionClient greedy = SessionClient.signedIn(port, "fr-tra");
    SessionClient other = SessionClient.signedIn(port, "fr-eco");
    Deque<Stream> streams = new ArrayDeque<>();
    try (Stream others = open(other)) {
      assertThat(others.mark()).startsWith("data:");
      for (int i = 0; i < LiveHub.MOST_OF_USER + 2; i++) {
        Stream one = open(greedy);
        streams.add(one);
        assertThat(one.mark()).as("the newest stream works").startsWith("data:");
      }

      assertThat(streams.removeFirst().ends()).as("the oldest stream").isTrue();
      assertThat(streams.removeFirst().ends()).as("the second").isTrue();
      try (Stream next = open(other)) {
        assertThat(next.mark()).as("another user's new stream").startsWith("data:");
      }
    } finally {
      for (Stream stream : streams) {
        stream.close();
      }
    }
  }

  private Stream open(SessionClient user) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket
        .getOutputStream()
        .write(
            ("GET /live HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nAccept: text/event-stream\r\n"
                    + "Cookie: JSESSIONID="
                    + user.cookie("JSESSIONID")
                    + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    return new Stream(
        socket,
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)));
  }
}
