package eu.jalon.idempotency;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.jalon.idempotency.JdbcIdempotencyKeys.StoredResponse;
import eu.jalon.shared.ConcurrencyFaults;
import eu.jalon.shared.ValidationError;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.ContentCachingRequestWrapper;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Processes a request that is sent several times with the same key once, and repeats the first
 * response for the others. API clients send the key in the header {@code Idempotency-Key}; forms
 * have a hidden field.
 *
 * <p>The key is stored in the transaction of the request, so that a rejected request releases its
 * key.
 */
class IdempotencyFilter extends OncePerRequestFilter {

  static final String HEADER = "Idempotency-Key";

  /** The hidden field of a form. */
  static final String FIELD = "_once";

  static final Duration RETENTION = Duration.ofDays(1);

  /**
   * Paths of requests with a single transaction; moving a meeting and launching a declaration use
   * versions instead.
   */
  private static final List<String> COVERED =
      List.of(
          "/api/commitments/",
          "/api/action-items/",
          "/api/questions/",
          "/api/proposals/",
          "/proposals/",
          "/api/people/",
          "/api/ministries/",
          "/commitments/",
          "/people/",
          "/tasks/",
          "/overdue/",
          "/emails/absences");

  private static final List<String> WRITES = List.of("POST", "PUT", "PATCH", "DELETE");
  private static final Pattern KEY = Pattern.compile("[!-~]{1,100}");
  private static final int MAX_BODY = 100_000;
  private static final int TRIES = 3;

  private final JdbcIdempotencyKeys keys;
  private final TransactionOperations transaction;
  private final MessageSource messages;
  private final LocaleResolver locales;
  private final ObjectMapper json;
  private final Clock clock;

  IdempotencyFilter(
      JdbcIdempotencyKeys keys,
      TransactionOperations transaction,
      MessageSource messages,
      LocaleResolver locales,
      ObjectMapper json,
      Clock clock) {
    this.keys = keys;
    this.transaction = transaction;
    this.messages = messages;
    this.locales = locales;
    this.json = json;
    this.clock = clock;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return !WRITES.contains(request.getMethod()) || COVERED.stream().noneMatch(path::startsWith);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Principal who = request.getUserPrincipal();
    Optional<String> value = key(request);
    if (who == null || value.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    if (!KEY.matcher(value.get()).matches()) {
      reject(ValidationError.invalid("idempotency.key", HEADER), request, response);
      return;
    }
    JdbcIdempotencyKeys.Key key = new JdbcIdempotencyKeys.Key(who.getName(), value.get());
    for (int attempt = 0; attempt < TRIES; attempt++) {
      if (processFirst(key, request, response, chain)) {
        return;
      }
      Optional<StoredResponse> stored = keys.find(key);
      if (stored.isPresent()) {
        repeat(stored.get(), request, response);
        return;
      }
      // The first request was rejected in the meantime and has released its key.
    }
    reject(ValidationError.conflict("request.raced"), request, response);
  }

  /**
   * Returns the client's key, or the key of a form combined with a hash of its input, because a
   * user who goes back and submits other values sends a new request. Partial page updates (htmx)
   * have no key, because they are repeated on purpose.
   */
  private static Optional<String> key(HttpServletRequest request) {
    String type = String.valueOf(request.getContentType());
    if (type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)) {
      return Optional.empty();
    }
    if (!type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
      return Optional.ofNullable(request.getHeader(HEADER));
    }
    boolean partial = request.getHeader("HX-Request") != null;
    return partial
        ? Optional.empty()
        : Optional.ofNullable(request.getParameter(FIELD))
            .map(form -> form + ":" + hash(request, inputOf(request)).substring(0, 32));
  }

  private static byte[] inputOf(HttpServletRequest request) {
    Map<String, String> fields = new TreeMap<>();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              if (!name.equals("_csrf")) {
                fields.put(name, Arrays.toString(values));
              }
            });
    return fields.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Thrown if another request uses the key. */
  private static final class TakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Wraps a checked exception of the filter chain, so that the transaction is rolled back. */
  private static final class FailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FailedException(Exception cause) {
      super(cause);
    }
  }

  /** Processes the request; returns false if another request uses the key. */
  private boolean processFirst(
      JdbcIdempotencyKeys.Key key,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    ContentCachingRequestWrapper cachedRequest = new ContentCachingRequestWrapper(request, 0);
    ContentCachingResponseWrapper cachedResponse = new ContentCachingResponseWrapper(response);
    try {
      transaction.executeWithoutResult(
          status -> {
            claim(key);
            try {
              chain.doFilter(cachedRequest, cachedResponse);
            } catch (IOException | ServletException failed) {
              throw new FailedException(failed);
            }
            storeResponse(key, cachedRequest, cachedResponse, status);
          });
    } catch (TakenException taken) {
      return false;
    } catch (FailedException failed) {
      if (failed.getCause() instanceof IOException io) {
        throw io;
      }
      throw new ServletException(failed.getCause());
    }
    cachedResponse.copyBodyToResponse();
    return true;
  }

  private void claim(JdbcIdempotencyKeys.Key key) {
    try {
      keys.deleteOlder(key.person(), clock.instant().minus(RETENTION));
      keys.add(key, clock.instant());
    } catch (DataAccessException fault) {
      if (ConcurrencyFaults.validationErrorIn(fault).isEmpty()) {
        throw fault;
      }
      throw new TakenException();
    }
  }

  /** Stores the response in the request's transaction, or rolls back if the request failed. */
  private void storeResponse(
      JdbcIdempotencyKeys.Key key,
      ContentCachingRequestWrapper cachedRequest,
      ContentCachingResponseWrapper cachedResponse,
      TransactionStatus status) {
    byte[] body = cachedResponse.getContentAsByteArray();
    if (cachedResponse.getStatus() >= HttpStatus.BAD_REQUEST.value() || status.isRollbackOnly()) {
      status.setRollbackOnly();
    } else if (body.length <= MAX_BODY) {
      keys.storeResponse(
          key,
          new StoredResponse(
              hash(cachedRequest, cachedRequest.getContentAsByteArray()),
              cachedResponse.getStatus(),
              cachedResponse.getHeader(HttpHeaders.LOCATION),
              cachedResponse.getContentType(),
              new String(body, StandardCharsets.UTF_8)));
    } else {
      keys.delete(key);
    }
  }

  private void repeat(
      StoredResponse stored, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean form = request.getParameter(FIELD) != null;
    byte[] body = form ? new byte[0] : request.getInputStream().readAllBytes();
    if (!form && !hash(request, body).equals(stored.request())) {
      reject(ValidationError.conflict("idempotency.otherRequest", HEADER), request, response);
      return;
    }
    response.setStatus(stored.status());
    if (stored.location() != null) {
      response.setHeader(HttpHeaders.LOCATION, stored.location());
    }
    if (stored.type() != null) {
      response.setContentType(stored.type());
    }
    response.getOutputStream().write(stored.body().getBytes(StandardCharsets.UTF_8));
  }

  private void reject(
      ValidationError error, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.valueOf(error.kind().status()),
            messages.getMessage(
                "error." + error.key(),
                error.arguments().toArray(),
                locales.resolveLocale(request)));
    response.setStatus(error.kind().status());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    json.writeValue(response.getOutputStream(), problem);
  }

  private static String hash(HttpServletRequest request, byte[] body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(
          (request.getMethod() + " " + request.getRequestURI() + "\n")
              .getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(body));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
