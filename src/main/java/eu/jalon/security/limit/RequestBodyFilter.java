package eu.jalon.security.limit;

import eu.jalon.security.RemoteAddress;
import eu.jalon.shared.ValidationError;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the request body before all other filters, and rejects bodies that are too large or arrive
 * too slowly.
 *
 * <p>A body that arrives with its headers, as nearly all do, takes no permit. A body that the
 * thread must wait for takes one of a few permits of its address. File uploads are not read here,
 * but count as slow until they are processed; {@code UploadFilter} rejects those of users without
 * the right to upload.
 */
@Component
public class RequestBodyFilter extends OncePerRequestFilter {

  private static final int MAX_FIELDS = 10_000;
  private static final Duration RETRY = Duration.ofSeconds(5);

  /** Bytes read and discarded after a rejection, so that the client receives the response. */
  private static final long MAX_DRAINED = 4L * 1024 * 1024;

  private static final Duration DRAIN_TIME = Duration.ofSeconds(2);

  private final LimitProperties limits;
  private final ErrorResponseWriter refusals;
  private final LimitRejections rejections;
  private final SlowBodyCounter slow;

  RequestBodyFilter(
      LimitProperties limits, ErrorResponseWriter refusals, LimitRejections rejections) {
    this.limits = limits;
    this.refusals = refusals;
    this.rejections = rejections;
    this.slow = new SlowBodyCounter(limits.slowBodies(), limits.slowBodiesPerAddress());
  }

  /** Whether the body is a multipart form (RFC 7578). */
  public static boolean isUpload(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    long length = request.getContentLengthLong();
    return length == 0 || (length < 0 && request.getHeader("Transfer-Encoding") == null);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String address = RemoteAddress.network(request.getRemoteAddr());
    if (isUpload(request)) {
      upload(request, response, chain, address);
      return;
    }
    if (request.getContentLengthLong() > limits.body().toBytes()) {
      rejections.add(address, "body");
      reject(request, response, HttpStatus.PAYLOAD_TOO_LARGE, tooLarge());
      return;
    }
    BodyReader reader = new BodyReader(request.getInputStream(), address);
    Outcome outcome;
    try {
      outcome = reader.read();
    } finally {
      reader.release();
    }
    switch (outcome) {
      case COMPLETE -> proceed(request, response, chain, reader.bytes());
      case TOO_LARGE -> {
        rejections.add(address, "body");
        reject(request, response, HttpStatus.PAYLOAD_TOO_LARGE, tooLarge());
      }
      case TOO_SLOW -> {
        rejections.add(address, "body-time");
        response.setHeader("Connection", "close");
        refusals.write(
            request,
            response,
            HttpStatus.REQUEST_TIMEOUT,
            Optional.of(
                ValidationError.invalid("request.bodyTooSlow", limits.bodyTime().toSeconds())));
      }
      case TOO_MANY -> rejectTooMany(request, response, address);
    }
  }

  private void proceed(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain, byte[] body)
      throws ServletException, IOException {
    if (BufferedRequest.isForm(request) && BufferedRequest.fields(body) > MAX_FIELDS) {
      refusals.write(request, response, HttpStatus.PAYLOAD_TOO_LARGE, Optional.of(tooLarge()));
      return;
    }
    chain.doFilter(new BufferedRequest(request, body), response);
  }

  private void upload(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain, String address)
      throws ServletException, IOException {
    if (!slow.acquire(address)) {
      rejectTooMany(request, response, address);
      return;
    }
    try {
      chain.doFilter(request, response);
      if (response.getStatus() >= HttpStatus.BAD_REQUEST.value()) {
        drain(request);
      }
    } finally {
      slow.release(address);
    }
  }

  private ValidationError tooLarge() {
    return ValidationError.invalid("request.bodyTooLarge", limits.body().toKilobytes());
  }

  private void rejectTooMany(
      HttpServletRequest request, HttpServletResponse response, String address) throws IOException {
    rejections.add(address, "slow-bodies");
    response.setHeader("Connection", "close");
    refusals.writePlain(
        request,
        response,
        HttpStatus.SERVICE_UNAVAILABLE,
        ValidationError.conflict("request.tooManyBodies"),
        RETRY);
  }

  private void reject(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpStatus status,
      ValidationError refusal)
      throws IOException {
    String address = RemoteAddress.network(request.getRemoteAddr());
    if (slow.acquire(address)) {
      try {
        drain(request);
      } finally {
        slow.release(address);
      }
    }
    response.setHeader("Connection", "close");
    refusals.write(request, response, status, Optional.of(refusal));
  }

  private static void drain(HttpServletRequest request) {
    long deadline = System.nanoTime() + DRAIN_TIME.toNanos();
    byte[] buffer = new byte[8192];
    long left = MAX_DRAINED;
    try {
      ServletInputStream in = request.getInputStream();
      int count = 0;
      while (count >= 0 && left > 0 && System.nanoTime() < deadline) {
        count = in.read(buffer);
        left -= count;
      }
    } catch (IOException | IllegalStateException gone) {
      // The client has closed the connection, or the upload has been read by its own parser.
    }
  }

  /** The result of reading a body. */
  private enum Outcome {
    COMPLETE,
    TOO_LARGE,
    TOO_SLOW,
    TOO_MANY
  }

  /** Reads one body within the limits. */
  private final class BodyReader {

    private final ServletInputStream in;
    private final String address;
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final long startedAt = System.nanoTime();
    private boolean waiting;

    BodyReader(ServletInputStream in, String address) {
      this.in = in;
      this.address = address;
    }

    Outcome read() throws IOException {
      byte[] buffer = new byte[8192];
      try {
        while (true) {
          if (!waiting && !in.isFinished() && in.available() == 0) {
            if (!slow.acquire(address)) {
              return Outcome.TOO_MANY;
            }
            waiting = true;
          }
          int count = in.read(buffer);
          if (count < 0) {
            return Outcome.COMPLETE;
          }
          read.write(buffer, 0, count);
          if (read.size() > limits.body().toBytes()) {
            return Outcome.TOO_LARGE;
          }
          if (System.nanoTime() - startedAt > limits.bodyTime().toNanos()) {
            return Outcome.TOO_SLOW;
          }
        }
      } catch (SocketTimeoutException timeout) {
        return Outcome.TOO_SLOW;
      }
    }

    void release() {
      if (waiting) {
        slow.release(address);
      }
    }

    byte[] bytes() {
      return read.toByteArray();
    }
  }
}
