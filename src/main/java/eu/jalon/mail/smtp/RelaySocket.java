package eu.jalon.mail.smtp;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** A socket that reads no longer than a deadline and no more than a reply may hold. */
final class RelaySocket extends Socket {

  /** RFC 5321, 4.5.3.1.5 allows 512 octets a line; a greeting may have some lines. */
  private static final int LONGEST_REPLY = 64 * 1024;

  private final Deadline deadline;
  private int read;

  RelaySocket(Deadline deadline) throws IOException {
    this.deadline = deadline;
    // Otherwise the final dot of each message waits for the relay to acknowledge what went before,
    // which many do only after 40 milliseconds.
    setTcpNoDelay(true);
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new FilterInputStream(super.getInputStream()) {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        setSoTimeout(deadline.leftMillis());
        int count = super.read(buffer, offset, length);
        read += Math.max(0, count);
        if (read > LONGEST_REPLY) {
          throw new IOException("The relay's reply does not end");
        }
        return count;
      }
    };
  }

  /** What is written asks for another reply. */
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
