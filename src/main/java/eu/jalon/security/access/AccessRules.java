package eu.jalon.security.access;

import static eu.jalon.security.access.AccessLevel.ADMINISTRATORS;
import static eu.jalon.security.access.AccessLevel.COORDINATORS;
import static eu.jalon.security.access.AccessLevel.DENIED;
import static eu.jalon.security.access.AccessLevel.DIRECTORY;
import static eu.jalon.security.access.AccessLevel.PUBLIC;
import static eu.jalon.security.access.AccessLevel.REGISTER;
import static eu.jalon.security.access.AccessLevel.SIGNED_IN;

import eu.jalon.security.PathPatterns;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The access rules by path and method. The first rule that matches a request decides; a request
 * without a rule is answered 404. Rights to a single commitment are checked by the modules.
 */
public final class AccessRules {

  private static final Set<String> READ = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> POST = Set.of("POST");
  private static final Set<String> PATCH = Set.of("PATCH");
  private static final Set<String> ANY =
      Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");

  /** The path of the engine's REST API. */
  private static final String ENGINE = "/camunda/api/engine/engine/default";

  /**
   * Paths and methods with one access level.
   *
   * @param methods the HTTP methods
   * @param paths the paths
   * @param level the roles that are admitted
   */
  public record Rule(Set<String> methods, PathPatterns paths, AccessLevel level)
      implements RequestMatcher {

    @Override
    public boolean matches(HttpServletRequest request) {
      return methods.contains(request.getMethod()) && paths.matches(request);
    }
  }

  private static final List<Rule> JALON =
      List.of(
          // Sign-in and static resources.
          to(PUBLIC, READ, "/login", "/css/**", "/js/**", "/favicon.svg"),
          to(PUBLIC, POST, "/login", "/logout"),
          to(PUBLIC, POST, "/login/webauthn", "/webauthn/authenticate/options"),
          to(PUBLIC, READ, "/password", "/password/forgotten"),
          to(PUBLIC, POST, "/password", "/password/forgotten"),
          to(
              PUBLIC,
              READ,
              "/webjars/bootstrap/**",
              "/webjars/htmx.org/**",
              "/webjars/swagger-ui/**",
              "/webjars/bpmn-js/dist/bpmn-navigated-viewer.production.min.js",
              "/webjars/bpmn-js/dist/assets/diagram-js.css"),
          to(PUBLIC, READ, "/actuator/health/**", "/actuator/info"),
          to(ADMINISTRATORS, READ, "/actuator/**"),
          to(PUBLIC, READ, "/oauth2/authorization/*", "/login/oauth2/code/*"),

          // Pages.
          to(SIGNED_IN, READ, "/", "/reminder-policy", "/live"),
          to(SIGNED_IN, POST, "/language", "/access/sign-out-everywhere"),
          to(REGISTER, POST, "/series-choice"),
          to(SIGNED_IN, READ, "/access"),
          to(SIGNED_IN, POST, "/access/passkeys/**", "/webauthn/register/options"),
          to(ADMINISTRATORS, READ, "/audit", "/audit.csv", "/audit.xlsx", "/api/audit"),
          to(REGISTER, READ, "/my-work", "/my-work/several"),
          to(REGISTER, POST, "/my-work/take-charge", "/my-work/on-track", "/my-work/calendar/**"),
          to(REGISTER, ANY, "/emails/settings", "/emails/absences/**"),
          to(COORDINATORS, ANY, "/commitments/new", "/commitments/translations"),
          to(COORDINATORS, ANY, "/commitments/*/edit/**"),
          to(REGISTER, ANY, "/commitments/**", "/tasks/**"),
          to(REGISTER, READ, "/commitments.csv", "/commitments.xlsx"),
          to(REGISTER, READ, "/action-items", "/action-items.csv", "/action-items.xlsx"),
          to(COORDINATORS, POST, "/emails/*/resend", "/api/emails/*/resend"),
          to(COORDINATORS, POST, "/emails/replies/*"),
          to(COORDINATORS, READ, "/overdue", "/overdue.csv", "/overdue.xlsx"),
          to(COORDINATORS, POST, "/overdue/acts"),
          to(COORDINATORS, READ, "/emails.csv", "/emails.xlsx"),
          to(COORDINATORS, READ, "/forecast", "/emails", "/emails/*/**"),
          to(COORDINATORS, ANY, "/declarations/**", "/summits/**"),
          to(COORDINATORS, ANY, "/report/**"),
          to(COORDINATORS, READ, "/report.odt", "/report.pdf"),
          to(DIRECTORY, ANY, "/people/**"),
          to(DIRECTORY, READ, "/people.csv", "/people.xlsx"),
          to(ADMINISTRATORS, ANY, "/parties/**", "/series/**"),

          // The API.
          // Calendar programs cannot sign in: the address holds a secret.
          to(PUBLIC, READ, "/api/calendar/*"),
          to(SIGNED_IN, READ, "/api/docs/**", "/api/openapi.json"),
          to(SIGNED_IN, READ, "/api/reminder-policy", "/api/ministries"),
          to(SIGNED_IN, READ, "/api/parties", "/api/series"),
          to(ADMINISTRATORS, ANY, "/api/parties/**", "/api/series/**"),
          to(SIGNED_IN, ANY, "/api/people/*/absence/**", "/api/people/*/notification-settings"),
          to(ADMINISTRATORS, POST, "/api/people/*/password"),
          to(DIRECTORY, POST, "/api/ministries"),
          to(DIRECTORY, ANY, "/api/ministries/**"),
          to(ADMINISTRATORS, POST, "/api/people/*/erase"),
          to(DIRECTORY, POST, "/api/people/*/{act:invite|hand-over|close|reopen}"),
          to(DIRECTORY, READ, "/api/people", "/api/people/*"),
          to(DIRECTORY, POST, "/api/people"),
          to(DIRECTORY, PATCH, "/api/people/*"),
          to(COORDINATORS, POST, "/api/commitments"),
          to(COORDINATORS, ANY, "/api/proposals/**", "/proposals/**"),
          to(COORDINATORS, READ, "/proposals.csv", "/proposals.xlsx"),
          to(COORDINATORS, Set.of("PATCH"), "/api/commitments/*"),
          to(COORDINATORS, POST, "/api/commitments/*/{act:withdraw|reopen|split|priority|remind}"),
          to(REGISTER, ANY, "/api/commitments/**", "/api/action-items/**"),
          to(REGISTER, ANY, "/api/evidence/**", "/api/questions/**"),
          to(REGISTER, READ, "/api/summits", "/api/summits/*"),
          to(COORDINATORS, POST, "/api/summits"),
          to(COORDINATORS, ANY, "/api/summits/*/**", "/api/declarations/**"),
          to(COORDINATORS, READ, "/api/emails/**"),
          to(COORDINATORS, ANY, "/api/reminder-rounds/**"));

  /** The engine's web apps, and the parts of its API that they need. */
  private static final List<Rule> WEB_APPS =
      List.of(
          // The engine's setup page would create an administrator.
          to(DENIED, ANY, "/camunda/app/admin/*/setup/**", "/camunda/api/admin/setup/**"),
          to(SIGNED_IN, READ, "/camunda", "/camunda/", "/camunda/app", "/camunda/app/"),
          to(SIGNED_IN, READ, "/camunda/lib/**", "/camunda/assets/**", "/camunda/favicon.ico"),
          to(SIGNED_IN, READ, "/camunda/app/*/scripts/locale.js"),
          to(SIGNED_IN, READ, "/camunda/api/admin/auth/user/default"),
          to(SIGNED_IN, READ, "/camunda/app/welcome/**", "/camunda/api/welcome/plugin/**"),
          to(REGISTER, READ, "/camunda/app/tasklist/**", "/camunda/api/tasklist/plugin/**"),
          to(COORDINATORS, READ, "/camunda/app/cockpit/**"),
          to(COORDINATORS, ANY, "/camunda/api/cockpit/plugin/**"),
          to(ADMINISTRATORS, READ, "/camunda/app/admin/**", "/camunda/api/admin/plugin/**"),

          // Requests of all web apps about the signed-in user.
          to(SIGNED_IN, READ, "/camunda/api/engine/engine", "/camunda/api/engine/engine/"),
          engine(SIGNED_IN, READ, "/version", "/authorization/check", "/user/*/profile"),
          engine(SIGNED_IN, READ, "/identity/**"),

          // Tasklist: read, claim, release, assign and complete tasks.
          engine(DENIED, ANY, "/task/report/**", "/task/*/variables/*/data"),
          engine(REGISTER, READ, "/filter/**", "/task/**", "/history/user-operation/**"),
          engine(REGISTER, READ, "/process-definition", "/process-definition/count"),
          engine(REGISTER, POST, "/task", "/task/count", "/filter/*/{how:list|count|singleResult}"),
          engine(REGISTER, POST, "/task/*/{act:claim|unclaim|assignee|submit-form|complete}"),
          engine(REGISTER, POST, "/task/*/comment/create"),

          // Cockpit: read-only; some queries are sent as POST.
          // Counts of all series, which no web app asks for.
          engine(DENIED, ANY, "/history/*/*/statistics", "/history/*/{of:cleanable-.*}/**"),
          engine(COORDINATORS, READ, "/{of:process-instance|execution|variable-instance}/**"),
          engine(COORDINATORS, READ, "/{of:history|incident|job|job-definition|deployment}/**"),
          engine(COORDINATORS, READ, "/{of:decision-definition|batch|process-definition}/**"),
          engine(COORDINATORS, READ, "/{of:case-definition|event-subscription}/**"),
          engine(COORDINATORS, READ, "/decision-requirements-definition/**"),
          engine(COORDINATORS, POST, "/process-instance", "/process-instance/count"),
          engine(COORDINATORS, POST, "/process-definition", "/process-definition/count"),
          engine(COORDINATORS, POST, "/{of:variable-instance|execution|incident|job}"),
          engine(COORDINATORS, POST, "/{of:variable-instance|execution|incident|job}/count"),
          engine(DENIED, POST, "/history/cleanup"),
          engine(COORDINATORS, POST, "/history/*", "/history/*/count"),

          // Admin: read users and groups.
          engine(DIRECTORY, READ, "/user/**", "/group/**"),
          engine(ADMINISTRATORS, READ, "/{of:tenant|authorization|metrics|telemetry}/**"),
          to(DENIED, ANY, "/camunda/**"));

  /** All rules in their order. */
  public static final List<Rule> TABLE = Stream.concat(JALON.stream(), WEB_APPS.stream()).toList();

  /** The paths that accept file uploads. */
  private static final PathPatterns UPLOADS =
      PathPatterns.of(
          "/declarations",
          "/declarations/sheets",
          "/people/import",
          "/api/declarations",
          "/api/declarations/sheets",
          "/commitments/*/evidence",
          "/api/commitments/*/evidence",
          "/api/action-items/*/evidence");

  private AccessRules() {}

  /** The first rule that matches a request; empty if there is none. */
  public static Optional<Rule> of(HttpServletRequest request) {
    return TABLE.stream().filter(rule -> rule.matches(request)).findFirst();
  }

  /** Whether the request's path accepts file uploads. */
  static boolean acceptsUploads(HttpServletRequest request) {
    return POST.contains(request.getMethod()) && UPLOADS.matches(request);
  }

  private static Rule to(AccessLevel level, Set<String> methods, String... paths) {
    return new Rule(methods, PathPatterns.of(paths), level);
  }

  private static Rule engine(AccessLevel level, Set<String> methods, String... paths) {
    return to(level, methods, Arrays.stream(paths).map(ENGINE::concat).toArray(String[]::new));
  }
}
