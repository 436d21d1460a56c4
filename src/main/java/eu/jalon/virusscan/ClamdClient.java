package eu.jalon.virusscan;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends files to a ClamAV daemon over TCP with its commands {@code INSTREAM} and {@code PING}
 * (clamd(8)). One connection for each call; connecting, sending and the answer together take no
 * longer than the timeout.
 */
final class ClamdClient {

  private static final int CHUNK = 64 * 1024;
  private static final int LONGEST_ANSWER = 1024;
  private static final String CLEAN = "stream: OK";
  private static final String BEFORE_SIGNATURE = "stream: ";
  private static final String INFECTED = " FOUND";

  private final String host;
  private final int port;
  private final Duration timeout;

  ClamdClient(String host, int port, Duration timeout) {
    this.host = host;
    this.port = port;
    this.timeout = timeout;
  }

  /**
   * Scans the rest of a stream.
   *
   * @return the name of what was found; empty if the content is clean
   * @throws IOException if the daemon cannot be reached, does not answer in time, or reports an
   *     error, such as more than its {@code StreamMaxLength}
   */
  Optional<String> scan(InputStream content) throws IOException {
    try (Connection connection = new Connection()) {
      connection.command("INSTREAM");
      byte[] chunk = new byte[CHUNK];
      for (int n = content.readNBytes(chunk, 0, CHUNK);
          n > 0;
          n = content.readNBytes(chunk, 0, CHUNK)) {
        connection.send(ByteBuffer.allocate(Integer.BYTES + n).putInt(n).put(chunk, 0, n).flip());
      }
      connection.send(ByteBuffer.allocate(Integer.BYTES).putInt(0).flip());
      String answer = connection.answer();
      if (answer.equals(CLEAN)) {
        return Optional.empty();
      }
      if (answer.startsWith(BEFORE_SIGNATURE) && answer.endsWith(INFECTED)) {
        return Optional.of(
            answer.substring(BEFORE_SIGNATURE.length(), answer.length() - INFECTED.length()));
      }
      throw new IOException("clamd answered: " + answer);
    }
  }

  /** Checks that the daemon answers. */
  void ping() throws IOException {
    try (Connection connection = new Connection()) {
      connection.command("PING");
      String answer = connection.answer();
      if (!answer.equals("PONG")) {
        throw new IOException("clamd answered: " + answer);
      }
    }
  }

  /** A connection that is given up when the timeout has passed. */
  private final class Connection implements AutoCloseable {

    private final long deadline = System.nanoTime() + timeout.toNanos();
    private final AsynchronousSocketChannel channel;

    Connection() throws IOException {
      channel = AsynchronousSocketChannel.open();
      try {
        await(channel.connect(new InetSocketAddress(host, port)));
      } catch (IOException | UnresolvedAddressException away) {
        channel.close();
        throw new IOException("clamd at %s:%d cannot be reached".formatted(host, port), away);
      }
    }

    void command(String name) throws IOException {
      send(ByteBuffer.wrap(("z" + name + "\0").getBytes(US_ASCII)));
    }

    void send(ByteBuffer bytes) throws IOException {
      while (bytes.hasRemaining()) {
        await(channel.write(bytes));
      }
    }

    /** The answer without the zero byte at its end. */
    String answer() throws IOException {
      ByteBuffer answer = ByteBuffer.allocate(LONGEST_ANSWER);
      while (answer.hasRemaining() && await(channel.read(answer)) >= 0) {
        if (answer.position() > 0 && answer.get(answer.position() - 1) == 0) {
          return UTF_8.decode(answer.flip().limit(answer.limit() - 1)).toString();
        }
      }
      throw new IOException("clamd sent no complete answer");
    }

    private <T> T await(Future<T> result) throws IOException {
      try {
        return result.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException late) {
        throw new IOException("clamd did not answer within " + timeout, late);
      } catch (ExecutionException failure) {
        throw new IOException(failure.getCause());
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IOException("Interrupted while a file was scanned", interrupted);
      }
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
