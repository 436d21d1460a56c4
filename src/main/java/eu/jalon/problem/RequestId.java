package eu.jalon.problem;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.ProblemDetail;

/**
 * The id of the request that a thread answers. It is in the log lines, in the header {@code
 * X-Request-Id} of the response, in problem details and on the pages of internal errors, so that
 * what a user reports is found in the log.
 */
public final class RequestId {

  static final String HEADER = "X-Request-Id";

  /** The name in the log context and in problem details. */
  private static final String NAME = "requestId";

  private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  private RequestId() {}

  /** Starts a request with the id that a proxy sent, or with a new one. */
  static String begin(@Nullable String sent) {
    String id =
        sent != null && ACCEPTED.matcher(sent).matches() ? sent : UUID.randomUUID().toString();
    MDC.put(NAME, id);
    return id;
  }

  static void end() {
    MDC.remove(NAME);
  }

  /** Returns the id; empty outside a request. */
  public static Optional<String> current() {
    return Optional.ofNullable(MDC.get(NAME));
  }

  /** Adds the id to problem details (RFC 9457), as an extension member. */
  public static ProblemDetail addTo(ProblemDetail problem) {
    current().ifPresent(id -> problem.setProperty(NAME, id));
    return problem;
  }
}
