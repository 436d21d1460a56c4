package eu.jalon.security.limit;

import eu.jalon.security.PathPatterns;
import eu.jalon.shared.ValidationError;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits the concurrent requests of each signed-in user, and the concurrent expensive requests of
 * all users. Expensive requests above the limit wait for a permit in the order of their arrival.
 */
@Component
public class CallLimitFilter extends OncePerRequestFilter {

  private static final Duration RETRY = Duration.ofSeconds(10);

  /** The maximum wait of a user's second expensive request for the first. */
  private static final Duration SECOND_REQUEST_WAIT = Duration.ofSeconds(5);

  private static final PathPatterns UNLIMITED =
      PathPatterns.of(
          "/css/**",
          "/js/**",
          "/webjars/**",
          "/live",
          "/camunda/app/**",
          "/camunda/lib/**",
          "/camunda/assets/**");

  /**
   * A group of expensive requests.
   *
   * @param perUser the limit for each user
   * @param inAll the limit for all users
   */
  private record RequestGroup(
      String name, PathPatterns paths, BulkheadConfig perUser, BulkheadConfig inAll) {}

  private final BulkheadRegistry bulkheads = BulkheadRegistry.ofDefaults();
  private final BulkheadConfig callsPerUser;
  private final List<RequestGroup> groups;
  private final ErrorResponseWriter refusals;
  private final LimitRejections rejections;

  CallLimitFilter(
      LimitProperties limits, ErrorResponseWriter refusals, LimitRejections rejections) {
    this.refusals = refusals;
    this.rejections = rejections;
    callsPerUser = bulkhead(limits.callsPerUser(), Duration.ZERO);
    groups =
        List.of(
            new RequestGroup(
                "reports",
                PathPatterns.of("/report.pdf", "/report.odt"),
                bulkhead(limits.reportsPerUser(), SECOND_REQUEST_WAIT),
                bulkhead(limits.reports(), limits.longestWait())),
            new RequestGroup(
                "expensive",
                PathPatterns.of(
                    "/report/**",
                    "/{list}.csv",
                    "/{list}.xlsx",
                    "/overdue/acts",
                    "/forecast",
                    "/people/import/**",
                    "/api/audit",
                    "/api/reminder-rounds/**",
                    "/declarations/**",
                    "/api/declarations/**",
                    "/summits/*/**",
                    "/api/summits/*/**"),
                bulkhead(limits.expensivePerUser(), SECOND_REQUEST_WAIT),
                bulkhead(limits.expensive(), limits.longestWait())));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication user = SecurityContextHolder.getContext().getAuthentication();
    if (user == null
        || user instanceof AnonymousAuthenticationToken
        || UNLIMITED.matches(request)) {
      chain.doFilter(request, response);
      return;
    }
    Deque<Bulkhead> acquired = new ArrayDeque<>();
    try {
      if (!acquire("calls " + user.getName(), callsPerUser, acquired)) {
        reject(request, response, HttpStatus.TOO_MANY_REQUESTS, user, "calls");
        return;
      }
      for (RequestGroup group : groups) {
        if (group.paths().matches(request)) {
          if (!acquire(group.name() + " " + user.getName(), group.perUser(), acquired)) {
            reject(request, response, HttpStatus.TOO_MANY_REQUESTS, user, group.name());
            return;
          }
          if (!acquire(group.name(), group.inAll(), acquired)) {
            reject(request, response, HttpStatus.SERVICE_UNAVAILABLE, user, group.name());
            return;
          }
        }
      }
      chain.doFilter(request, response);
    } finally {
      acquired.forEach(Bulkhead::onComplete);
    }
  }

  private boolean acquire(String name, BulkheadConfig config, Deque<Bulkhead> acquired) {
    Bulkhead bulkhead = bulkheads.bulkhead(name, config);
    boolean permitted = bulkhead.tryAcquirePermission();
    if (permitted) {
      acquired.push(bulkhead);
    }
    return permitted;
  }

  private void reject(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpStatus status,
      Authentication user,
      String limit)
      throws IOException {
    rejections.add(user.getName(), limit);
    ValidationError refusal =
        status == HttpStatus.TOO_MANY_REQUESTS
            ? ValidationError.conflict("request.tooManyCalls")
            : ValidationError.conflict("request.busy");
    refusals.writeRetry(request, response, status, refusal, RETRY);
  }

  private static BulkheadConfig bulkhead(int calls, Duration wait) {
    return BulkheadConfig.custom().maxConcurrentCalls(calls).maxWaitDuration(wait).build();
  }
}
