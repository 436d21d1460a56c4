package eu.jalon.mail.smtp;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** A socket that limits the time and the size of each reply it reads. */
final class TimeLimitedSocket extends Socket {

  /** Octets; RFC 5321, 4.5.3.1.5 allows 512 a line, and a reply may have several lines. */
  private static final int MAX_REPLY = 64 * 1024;

  private final ReplyTimeout replyTimeout;
  private int read;

  TimeLimitedSocket(ReplyTimeout replyTimeout) throws IOException {
    this.replyTimeout = replyTimeout;
    // Without it, the end of each message waits for a TCP acknowledgement, which many relays delay
    // by 40 milliseconds.
    setTcpNoDelay(true);
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new FilterInputStream(super.getInputStream()) {
      @Override
      public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        setSoTimeout(replyTimeout.remainingMillis());
        int count = super.read(buffer, offset, length);
        read += Math.max(0, count);
        if (read > MAX_REPLY) {
          throw new IOException("The reply of the relay is too long");
        }
        return count;
      }
    };
  }

  /** Writing starts another reply. */
  @Override
  public OutputStream getOutputStream() throws IOException {
    return new FilterOutputStream(super.getOutputStream()) {
      @Override
      public void write(int value) throws IOException {
        read = 0;
        out.write(value);
      }

      @Override
      public void write(byte[] buffer, int offset, int length) throws IOException {
        read = 0;
        out.write(buffer, offset, length);
      }
    };
  }
}
