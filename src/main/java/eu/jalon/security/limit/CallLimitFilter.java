package eu.jalon.security.limit;

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
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Bounds how many calls of a signed-in user are worked on at once, and how many expensive calls of
 * all users. An expensive call waits for its turn; those who wait are served in the order in which
 * they came.
 */
@Component
public class CallLimitFilter extends OncePerRequestFilter {

  private static final Duration RETRY = Duration.ofSeconds(10);

  /** How long a second expensive call of a user waits for the first. */
  private static final Duration SECOND_CLICK = Duration.ofSeconds(5);

  private static final List<PathPattern> FREE =
      patterns(
          "/css/**",
          "/js/**",
          "/webjars/**",
          "/live",
          "/camunda/app/**",
          "/camunda/lib/**",
          "/camunda/assets/**");

  /**
   * A kind of expensive call.
   *
   * @param perUser how many one user may have at once; more wait a moment
   * @param inAll how many run at once; others wait
   */
  private record Expense(
      String name, List<PathPattern> paths, BulkheadConfig perUser, BulkheadConfig inAll) {

    boolean includes(PathContainer path) {
      return paths.stream().anyMatch(pattern -> pattern.matches(path));
    }
  }

  private final BulkheadRegistry bulkheads = BulkheadRegistry.ofDefaults();
  private final BulkheadConfig callsPerUser;
  private final List<Expense> expenses;
  private final ErrorResponseWriter refusals;
  private final LimitRejections heldBack;

  CallLimitFilter(LimitProperties limits, ErrorResponseWriter refusals, LimitRejections heldBack) {
    this.refusals = refusals;
    this.heldBack = heldBack;
    callsPerUser = atOnce(limits.callsPerUser(), Duration.ZERO);
    expenses =
        List.of(
            new Expense(
                "reports",
                patterns("/report.pdf", "/report.odt"),
                atOnce(limits.reportsPerUser(), SECOND_CLICK),
                atOnce(limits.reports(), limits.longestWait())),
            new Expense(
                "expensive",
                patterns(
                    "/report/**",
                    "/overdue.csv",
                    "/overdue.xlsx",
                    "/overdue/acts",
                    "/forecast",
                    "/people/import/**",
                    "/api/audit",
                    "/api/reminder-rounds/**",
                    "/declarations/**",
                    "/api/declarations/**",
                    "/summits/*/**",
                    "/api/summits/*/**"),
                atOnce(limits.expensivePerUser(), SECOND_CLICK),
                atOnce(limits.expensive(), limits.longestWait())));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication user = SecurityContextHolder.getContext().getAuthentication();
    PathContainer path =
        RequestPath.parse(request.getRequestURI(), request.getContextPath())
            .pathWithinApplication();
    if (user == null
        || user instanceof AnonymousAuthenticationToken
        || FREE.stream().anyMatch(pattern -> pattern.matches(path))) {
      chain.doFilter(request, response);
      return;
    }
    Deque<Bulkhead> entered = new ArrayDeque<>();
    try {
      if (!enter("calls " + user.getName(), callsPerUser, entered)) {
        refuse(request, response, HttpStatus.TOO_MANY_REQUESTS, user, "calls");
        return;
      }
      for (Expense expense : expenses) {
        if (expense.includes(path)) {
          if (!enter(expense.name() + " " + user.getName(), expense.perUser(), entered)) {
            refuse(request, response, HttpStatus.TOO_MANY_REQUESTS, user, expense.name());
            return;
          }
          if (!enter(expense.name(), expense.inAll(), entered)) {
            refuse(request, response, HttpStatus.SERVICE_UNAVAILABLE, user, expense.name());
            return;
          }
        }
      }
      chain.doFilter(request, response);
    } finally {
      entered.forEach(Bulkhead::onComplete);
    }
  }

  private boolean enter(String name, BulkheadConfig config, Deque<Bulkhead> entered) {
    Bulkhead bulkhead = bulkheads.bulkhead(name, config);
    boolean free = bulkhead.tryAcquirePermission();
    if (free) {
      entered.push(bulkhead);
    }
    return free;
  }

  private void refuse(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpStatus status,
      Authentication user,
      String limit)
      throws IOException {
    heldBack.add(user.getName(), limit);
    ValidationError refusal =
        status == HttpStatus.TOO_MANY_REQUESTS
            ? ValidationError.conflict("request.tooManyCalls")
            : ValidationError.conflict("request.busy");
    refusals.writeRetry(request, response, status, refusal, RETRY);
  }

  private static BulkheadConfig atOnce(int calls, Duration wait) {
    return BulkheadConfig.custom().maxConcurrentCalls(calls).maxWaitDuration(wait).build();
  }

  private static List<PathPattern> patterns(String... paths) {
    return Arrays.stream(paths).map(PathPatternParser.defaultInstance::parse).toList();
  }
}
