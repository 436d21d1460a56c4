package eu.jalon.idempotency;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.jalon.idempotency.JdbcIdempotencyKeys.Answer;
import eu.jalon.shared.Races;
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
 * Lets a request that is sent several times under one key act once, and answers the others as the
 * first. Programs send the key as {@code Idempotency-Key}; every form of a page carries one.
 *
 * <p>The key is claimed in the transaction of the act itself: an act that is refused frees its key.
 */
class IdempotencyFilter extends OncePerRequestFilter {

  static final String HEADER = "Idempotency-Key";

  /** The hidden field of a form. */
  static final String FIELD = "_once";

  static final Duration KEPT = Duration.ofDays(1);

  /** Acts of one transaction; a move of a meeting and a launch are many, and have versions. */
  private static final List<String> COVERED =
      List.of(
          "/api/commitments/",
          "/api/action-items/",
          "/api/questions/",
          "/api/people/",
          "/commitments/",
          "/tasks/",
          "/overdue/",
          "/emails/absences");

  private static final List<String> WRITES = List.of("POST", "PUT", "PATCH", "DELETE");
  private static final Pattern KEY = Pattern.compile("[!-~]{1,100}");
  private static final int LONGEST_BODY = 100_000;
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
      refuse(ValidationError.invalid("idempotency.key", HEADER), request, response);
      return;
    }
    JdbcIdempotencyKeys.Key key = new JdbcIdempotencyKeys.Key(who.getName(), value.get());
    for (int tried = 0; tried < TRIES; tried++) {
      if (actsFirst(key, request, response, chain)) {
        return;
      }
      Optional<Answer> answer = keys.find(key);
      if (answer.isPresent()) {
        repeat(answer.get(), request, response);
        return;
      }
      // The first request was refused meanwhile, and its key is free again.
    }
    refuse(ValidationError.conflict("request.raced"), request, response);
  }

  /**
   * A program's own key, or that of a form together with what was typed: who goes back to a form
   * and sends something else means another act. A part of a page that stays is sent again on
   * purpose.
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
            .map(form -> form + ":" + hash(request, typed(request)).substring(0, 32));
  }

  private static byte[] typed(HttpServletRequest request) {
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

  /** Another request has the key. */
  private static final class TakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Carries what the chain throws through the transaction, which it rolls back. */
  private static final class FailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FailedException(Exception cause) {
      super(cause);
    }
  }

  /** Runs the request unless another one has the key. */
  private boolean actsFirst(
      JdbcIdempotencyKeys.Key key,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    ContentCachingRequestWrapper asked = new ContentCachingRequestWrapper(request, 0);
    ContentCachingResponseWrapper answered = new ContentCachingResponseWrapper(response);
    try {
      transaction.executeWithoutResult(
          status -> {
            claim(key);
            try {
              chain.doFilter(asked, answered);
            } catch (IOException | ServletException failed) {
              throw new FailedException(failed);
            }
            keep(key, asked, answered, status);
          });
    } catch (TakenException taken) {
      return false;
    } catch (FailedException failed) {
      if (failed.getCause() instanceof IOException io) {
        throw io;
      }
      throw new ServletException(failed.getCause());
    }
    answered.copyBodyToResponse();
    return true;
  }

  private void claim(JdbcIdempotencyKeys.Key key) {
    try {
      keys.forget(key.person(), clock.instant().minus(KEPT));
      keys.add(key, clock.instant());
    } catch (DataAccessException fault) {
      if (Races.refusalIn(fault).isEmpty()) {
        throw fault;
      }
      throw new TakenException();
    }
  }

  /** Keeps the answer with the act, or neither where it was refused. */
  private void keep(
      JdbcIdempotencyKeys.Key key,
      ContentCachingRequestWrapper asked,
      ContentCachingResponseWrapper answered,
      TransactionStatus status) {
    byte[] body = answered.getContentAsByteArray();
    if (answered.getStatus() >= HttpStatus.BAD_REQUEST.value() || status.isRollbackOnly()) {
      status.setRollbackOnly();
    } else if (body.length <= LONGEST_BODY) {
      keys.answered(
          key,
          new Answer(
              hash(asked, asked.getContentAsByteArray()),
              answered.getStatus(),
              answered.getHeader(HttpHeaders.LOCATION),
              answered.getContentType(),
              new String(body, StandardCharsets.UTF_8)));
    } else {
      keys.drop(key);
    }
  }

  private void repeat(Answer answer, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean form = request.getParameter(FIELD) != null;
    byte[] body = form ? new byte[0] : request.getInputStream().readAllBytes();
    if (!form && !hash(request, body).equals(answer.request())) {
      refuse(ValidationError.conflict("idempotency.otherRequest", HEADER), request, response);
      return;
    }
    response.setStatus(answer.status());
    if (answer.location() != null) {
      response.setHeader(HttpHeaders.LOCATION, answer.location());
    }
    if (answer.type() != null) {
      response.setContentType(answer.type());
    }
    response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
  }

  private void refuse(
      ValidationError refusal, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.valueOf(refusal.kind().status()),
            messages.getMessage(
                "error." + refusal.key(),
                refusal.arguments().toArray(),
                locales.resolveLocale(request)));
    response.setStatus(refusal.kind().status());
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
