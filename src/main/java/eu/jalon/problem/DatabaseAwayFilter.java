package eu.jalon.problem;

import eu.jalon.shared.ValidationError;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 503 while the database is away, instead of an internal error. The error page then makes
 * no further attempt to read the user from the database.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
public class DatabaseAwayFilter extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseAwayFilter.class);
  private static final String AWAY = DatabaseAwayFilter.class.getName() + ".away";
  private static final String RETRY_SECONDS = "10";

  private final Problems problems;

  DatabaseAwayFilter(Problems problems) {
    this.problems = problems;
  }

  /** Whether this request failed because the database is away. */
  public static boolean isAway(HttpServletRequest request) {
    return request.getAttribute(AWAY) != null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (ServletException | RuntimeException failure) {
      if (response.isCommitted() || !isConnectionFailure(failure)) {
        throw failure;
      }
      LOG.error("The database is away: {}", failure.getMessage());
      request.setAttribute(AWAY, true);
      request.setAttribute(
          "sentence",
          problems.sentence(ValidationError.conflict("request.databaseAway"), request.getLocale()));
      response.reset();
      RequestId.current().ifPresent(id -> response.setHeader(RequestId.HEADER, id));
      response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
      response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }
  }

  /** Whether a failure, or a cause of it, is that the database cannot be reached. */
  public static boolean isConnectionFailure(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLTransientConnectionException
          || cause instanceof SQLNonTransientConnectionException
          || cause instanceof DataAccessResourceFailureException) {
        return true;
      }
    }
    return false;
  }
}
