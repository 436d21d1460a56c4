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
 * Reads the body of a request before anything else sees it, and refuses one that is too large or
 * arrives too slowly.
 *
 * <p>A body that is there already, as nearly all are, takes nothing. One that has to be waited for
 * takes a thread, and of those each address has a few only. File uploads are not read here, but one
 * counts as a slow body until it has been worked on; {@code UploadFilter} lets only users with a
 * right to upload begin one.
 */
@Component
public class RequestBodyFilter extends OncePerRequestFilter {

  private static final int MOST_FIELDS = 10_000;
  private static final Duration RETRY = Duration.ofSeconds(5);

  /** What is read and thrown away after a refusal, so that a client gets to read the answer. */
  private static final long DRAINED = 4L * 1024 * 1024;

  private static final Duration DRAIN_TIME = Duration.ofSeconds(2);

  private final LimitProperties limits;
  private final ErrorResponseWriter refusals;
  private final LimitRejections heldBack;
  private final SlowBodyCounter slow;

  RequestBodyFilter(
      LimitProperties limits, ErrorResponseWriter refusals, LimitRejections heldBack) {
    this.limits = limits;
    this.refusals = refusals;
    this.heldBack = heldBack;
    this.slow = new SlowBodyCounter(limits.slowBodies(), limits.slowBodiesPerAddress());
  }

  /** Whether the body is a form with files (RFC 7578). */
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
      heldBack.add(address, "body");
      refuse(request, response, HttpStatus.PAYLOAD_TOO_LARGE, tooLarge());
      return;
    }
    Arrival arrival = new Arrival(request.getInputStream(), address);
    Outcome outcome;
    try {
      outcome = arrival.read();
    } finally {
      arrival.end();
    }
    switch (outcome) {
      case WHOLE -> whole(request, response, chain, arrival.bytes());
      case TOO_LARGE -> {
        heldBack.add(address, "body");
        refuse(request, response, HttpStatus.PAYLOAD_TOO_LARGE, tooLarge());
      }
      case TOO_SLOW -> {
        heldBack.add(address, "body-time");
        response.setHeader("Connection", "close");
        refusals.write(
            request,
            response,
            HttpStatus.REQUEST_TIMEOUT,
            Optional.of(
                ValidationError.invalid("request.bodyTooSlow", limits.bodyTime().toSeconds())));
      }
      case TOO_MANY -> tooMany(request, response, address);
    }
  }

  private void whole(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain, byte[] body)
      throws ServletException, IOException {
    if (BufferedRequest.isForm(request) && BufferedRequest.fields(body) > MOST_FIELDS) {
      refusals.write(request, response, HttpStatus.PAYLOAD_TOO_LARGE, Optional.of(tooLarge()));
      return;
    }
    chain.doFilter(new BufferedRequest(request, body), response);
  }

  private void upload(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain, String address)
      throws ServletException, IOException {
    if (!slow.enter(address)) {
      tooMany(request, response, address);
      return;
    }
    try {
      chain.doFilter(request, response);
      if (response.getStatus() >= HttpStatus.BAD_REQUEST.value()) {
        drain(request);
      }
    } finally {
      slow.leave(address);
    }
  }

  private ValidationError tooLarge() {
    return ValidationError.invalid("request.bodyTooLarge", limits.body().toKilobytes());
  }

  private void tooMany(HttpServletRequest request, HttpServletResponse response, String address)
      throws IOException {
    heldBack.add(address, "slow-bodies");
    response.setHeader("Connection", "close");
    refusals.writePlain(
        request,
        response,
        HttpStatus.SERVICE_UNAVAILABLE,
        ValidationError.conflict("request.tooManyBodies"),
        RETRY);
  }

  private void refuse(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpStatus status,
      ValidationError refusal)
      throws IOException {
    String address = RemoteAddress.network(request.getRemoteAddr());
    if (slow.enter(address)) {
      try {
        drain(request);
      } finally {
        slow.leave(address);
      }
    }
    response.setHeader("Connection", "close");
    refusals.write(request, response, status, Optional.of(refusal));
  }

  private static void drain(HttpServletRequest request) {
    long deadline = System.nanoTime() + DRAIN_TIME.toNanos();
    byte[] buffer = new byte[8192];
    long left = DRAINED;
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

  /** How the arrival of a body ended. */
  private enum Outcome {
    WHOLE,
    TOO_LARGE,
    TOO_SLOW,
    TOO_MANY
  }

  /** The arrival of one body. */
  private final class Arrival {

    private final ServletInputStream in;
    private final String address;
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final long begun = System.nanoTime();
    private boolean waits;

    Arrival(ServletInputStream in, String address) {
      this.in = in;
      this.address = address;
    }

    Outcome read() throws IOException {
      byte[] buffer = new byte[8192];
      try {
        while (true) {
          if (!waits && !in.isFinished() && in.available() == 0) {
            if (!slow.enter(address)) {
              return Outcome.TOO_MANY;
            }
            waits = true;
          }
          int count = in.read(buffer);
          if (count < 0) {
            return Outcome.WHOLE;
          }
          read.write(buffer, 0, count);
          if (read.size() > limits.body().toBytes()) {
            return Outcome.TOO_LARGE;
          }
          if (System.nanoTime() - begun > limits.bodyTime().toNanos()) {
            return Outcome.TOO_SLOW;
          }
        }
      } catch (SocketTimeoutException silent) {
        return Outcome.TOO_SLOW;
      }
    }

    void end() {
      if (waits) {
        slow.leave(address);
      }
    }

    byte[] bytes() {
      return read.toByteArray();
    }
  }
}
