package eu.jalon.simulation.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One side of an SMTP conversation, line by line. */
final class SmtpConversation implements AutoCloseable {

  private final Socket socket;
  private final BufferedReader in;
  private final OutputStream out;

  SmtpConversation(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    out = socket.getOutputStream();
  }

  /** The next line; null where the other side has hung up. */
  @Nullable String line() throws IOException {
    return in.readLine();
  }

  void say(String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  /** A whole answer, which may have several lines; only the last has no hyphen after its code. */
  String answer() throws IOException {
    StringBuilder answer = new StringBuilder();
    while (true) {
      String line = line();
      if (line == null) {
        throw new IOException("The relay has hung up");
      }
      answer.append(line);
      if (line.length() < 4 || line.charAt(3) != '-') {
        return answer.toString();
      }
      answer.append("\r\n");
    }
  }

  /** Says nothing for a while, or until the other side says something or hangs up. */
  void keepSilent(Duration longest) throws IOException {
    socket.setSoTimeout(Math.toIntExact(Math.max(1, longest.toMillis())));
    try {
      in.mark(1);
      if (in.read() != -1) {
        in.reset();
      }
    } catch (SocketTimeoutException silent) {
      // Both sides kept silent.
    } finally {
      socket.setSoTimeout(0);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
