package eu.jalon.security.access;

import static eu.jalon.security.access.AccessLevel.ADMINISTRATORS;
import static eu.jalon.security.access.AccessLevel.ANYBODY;
import static eu.jalon.security.access.AccessLevel.COORDINATORS;
import static eu.jalon.security.access.AccessLevel.DIRECTORY;
import static eu.jalon.security.access.AccessLevel.NOBODY;
import static eu.jalon.security.access.AccessLevel.REGISTER;
import static eu.jalon.security.access.AccessLevel.SIGNED_IN;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may knock at which door: the first line that fits a request decides, and what no line fits
 * does not exist, for nobody. Whose commitment it is, rooms ask behind the door.
 */
public final class AccessRules {

  private static final Set<String> READ = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> POST = Set.of("POST");
  private static final Set<String> ANY =
      Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");

  /** The engine's API behind its web apps. */
  private static final String ENGINE = "/camunda/api/engine/engine/default";

  /**
   * A family of addresses with one right.
   *
   * @param methods the methods of HTTP it is about
   * @param doors the addresses
   * @param who whom they are for
   */
  public record Rule(Set<String> methods, List<PathPattern> doors, AccessLevel who)
      implements RequestMatcher {

    @Override
    public boolean matches(HttpServletRequest request) {
      if (!methods.contains(request.getMethod())) {
        return false;
      }
      PathContainer path = path(request);
      return doors.stream().anyMatch(door -> door.matches(path));
    }
  }

  private static final List<Rule> OWN =
      List.of(
          // To sign in, and what every page is made of.
          to(ANYBODY, READ, "/login", "/css/**", "/js/**", "/favicon.svg"),
          to(ANYBODY, POST, "/login", "/logout"),
          to(
              ANYBODY,
              READ,
              "/webjars/bootstrap/**",
              "/webjars/htmx.org/**",
              "/webjars/swagger-ui/**",
              "/webjars/bpmn-js/dist/bpmn-navigated-viewer.production.min.js",
              "/webjars/bpmn-js/dist/assets/diagram-js.css"),
          to(ANYBODY, READ, "/actuator/health/**", "/actuator/info"),
          to(ADMINISTRATORS, READ, "/actuator/**"),
          to(ANYBODY, READ, "/oauth2/authorization/*", "/login/oauth2/code/*"),

          // Pages.
          to(SIGNED_IN, READ, "/", "/reminder-policy", "/live"),
          to(SIGNED_IN, POST, "/language", "/access/sign-out-everywhere"),
          to(SIGNED_IN, READ, "/access"),
          to(ADMINISTRATORS, READ, "/audit", "/api/audit"),
          to(REGISTER, ANY, "/emails/settings", "/emails/absences/**"),
          to(COORDINATORS, ANY, "/commitments/new"),
          to(REGISTER, ANY, "/commitments/**", "/tasks/**"),
          to(COORDINATORS, POST, "/emails/*/resend", "/api/emails/*/resend"),
          to(COORDINATORS, READ, "/overdue", "/overdue.csv", "/overdue.xlsx"),
          to(COORDINATORS, POST, "/overdue/acts"),
          to(COORDINATORS, READ, "/forecast", "/emails", "/emails/*/**"),
          to(COORDINATORS, ANY, "/declarations/**", "/summits/**"),
          to(COORDINATORS, ANY, "/report/**"),
          to(COORDINATORS, READ, "/report.odt", "/report.pdf"),
          to(DIRECTORY, ANY, "/people/**"),

          // The API.
          to(SIGNED_IN, READ, "/api/docs/**", "/api/openapi.json"),
          to(SIGNED_IN, READ, "/api/reminder-policy", "/api/ministries"),
          to(SIGNED_IN, ANY, "/api/people/*/absence/**", "/api/people/*/notification-settings"),
          to(ADMINISTRATORS, POST, "/api/people/*/password"),
          to(DIRECTORY, READ, "/api/people"),
          to(COORDINATORS, POST, "/api/commitments"),
          to(COORDINATORS, POST, "/api/commitments/*/{act:withdraw|split|priority|reminder}"),
          to(REGISTER, ANY, "/api/commitments/**", "/api/action-items/**"),
          to(REGISTER, ANY, "/api/evidence/**", "/api/questions/**"),
          to(REGISTER, READ, "/api/summits", "/api/summits/*"),
          to(COORDINATORS, POST, "/api/summits"),
          to(COORDINATORS, ANY, "/api/summits/*/**", "/api/declarations/**"),
          to(COORDINATORS, READ, "/api/emails/**"),
          to(COORDINATORS, ANY, "/api/reminder-rounds/**"));

  /** The engine's web apps and its API behind them, of which only what they need is open. */
  private static final List<Rule> WEB_APPS =
      List.of(
          // The engine's own set-up page and login are not ways in.
          to(NOBODY, ANY, "/camunda/app/admin/*/setup/**", "/camunda/api/admin/setup/**"),
          to(SIGNED_IN, READ, "/camunda", "/camunda/", "/camunda/app", "/camunda/app/"),
          to(SIGNED_IN, READ, "/camunda/lib/**", "/camunda/assets/**", "/camunda/favicon.ico"),
          to(SIGNED_IN, READ, "/camunda/app/*/scripts/locale.js"),
          to(SIGNED_IN, READ, "/camunda/api/admin/auth/user/default"),
          to(SIGNED_IN, READ, "/camunda/app/welcome/**", "/camunda/api/welcome/plugin/**"),
          to(REGISTER, READ, "/camunda/app/tasklist/**", "/camunda/api/tasklist/plugin/**"),
          to(COORDINATORS, READ, "/camunda/app/cockpit/**"),
          to(COORDINATORS, ANY, "/camunda/api/cockpit/plugin/**"),
          to(ADMINISTRATORS, READ, "/camunda/app/admin/**", "/camunda/api/admin/plugin/**"),

          // What all web apps ask about the person himself.
          to(SIGNED_IN, READ, "/camunda/api/engine/engine", "/camunda/api/engine/engine/"),
          engine(SIGNED_IN, READ, "/version", "/authorization/check", "/user/*/profile"),
          engine(SIGNED_IN, READ, "/identity/**"),

          // Tasklist: reading tasks, taking one, giving it back, completing it.
          engine(NOBODY, ANY, "/task/report/**", "/task/*/variables/*/data"),
          engine(REGISTER, READ, "/filter/**", "/task/**", "/history/user-operation/**"),
          engine(REGISTER, READ, "/process-definition", "/process-definition/count"),
          engine(REGISTER, POST, "/task", "/task/count", "/filter/*/{how:list|count|singleResult}"),
          engine(REGISTER, POST, "/task/*/{act:claim|unclaim|submit-form|complete}"),
          engine(REGISTER, POST, "/task/*/comment/create"),

          // Cockpit: looking at processes, also with queries that are sent; never a change.
          engine(COORDINATORS, READ, "/{of:process-instance|execution|variable-instance}/**"),
          engine(COORDINATORS, READ, "/{of:history|incident|job|job-definition|deployment}/**"),
          engine(COORDINATORS, READ, "/{of:decision-definition|batch|process-definition}/**"),
          engine(COORDINATORS, READ, "/{of:case-definition|event-subscription}/**"),
          engine(COORDINATORS, READ, "/decision-requirements-definition/**"),
          engine(COORDINATORS, POST, "/process-instance", "/process-instance/count"),
          engine(COORDINATORS, POST, "/process-definition", "/process-definition/count"),
          engine(COORDINATORS, POST, "/{of:variable-instance|execution|incident|job}"),
          engine(COORDINATORS, POST, "/{of:variable-instance|execution|incident|job}/count"),
          engine(NOBODY, POST, "/history/cleanup"),
          engine(COORDINATORS, POST, "/history/*", "/history/*/count"),

          // The web app called Admin: looking at people and groups.
          engine(DIRECTORY, READ, "/user/**", "/group/**"),
          engine(ADMINISTRATORS, READ, "/{of:tenant|authorization|metrics|telemetry}/**"),
          to(NOBODY, ANY, "/camunda/**"));

  /** The whole table, in its order. */
  public static final List<Rule> TABLE = Stream.concat(OWN.stream(), WEB_APPS.stream()).toList();

  /** The addresses that take files. */
  private static final List<PathPattern> UPLOADS =
      patterns(
          "/declarations", "/people/import", "/api/declarations", "/api/action-items/*/evidence");

  private AccessRules() {}

  /** The line that decides about a request. */
  public static Optional<Rule> of(HttpServletRequest request) {
    return TABLE.stream().filter(rule -> rule.matches(request)).findFirst();
  }

  /** Whether the address takes files. */
  static boolean takesFiles(HttpServletRequest request) {
    PathContainer path = path(request);
    return POST.contains(request.getMethod())
        && UPLOADS.stream().anyMatch(pattern -> pattern.matches(path));
  }

  private static PathContainer path(HttpServletRequest request) {
    return RequestPath.parse(request.getRequestURI(), request.getContextPath())
        .pathWithinApplication();
  }

  private static List<PathPattern> patterns(String... paths) {
    return Arrays.stream(paths).map(PathPatternParser.defaultInstance::parse).toList();
  }

  private static Rule to(AccessLevel who, Set<String> methods, String... doors) {
    return new Rule(methods, patterns(doors), who);
  }

  private static Rule engine(AccessLevel who, Set<String> methods, String... doors) {
    return to(who, methods, Arrays.stream(doors).map(ENGINE::concat).toArray(String[]::new));
  }
}
