package eu.jalon.security.rights;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What addresses name: things of a commitment that BE-IBZ leads. Who is expected to be refused asks
 * with the real things and with what would be an act; who may act asks for what does not exist.
 */
final class RouteParameters {

  static final String REF = "VD2023-2.06";
  private static final Pattern VARIABLE =
      Pattern.compile("\\{([A-Za-z-]+)(?:\\s*:(?:[^{}]|\\{[^{}]*})*)?}");
  private static final Set<String> ENGINE_NAMES = Set.of("name", "engineName", "processEngineName");
  private static final String NOWHERE = "00000000-0000-0000-0000-000000000000";
  private static final Pattern OF_THE_SERIES =
      Pattern.compile("VD20(16|18|21|23|27)|Val Duchesse|Hertoginnedal");
  private static final String REASON = "\"reason\":\"Le comité se réunit plus tard.\"";

  /** By the part of the address before the variable. */
  private final Map<String, String> real = new LinkedHashMap<>();

  private final String ref;
  private final String task;
  private final String process;

  RouteParameters(JdbcClient jdbc, String declaration, String email) {
    this(jdbc, REF, "BE-IBZ", declaration, email);
  }

  RouteParameters(JdbcClient jdbc, String ref, String ministry, String declaration, String email) {
    this.ref = ref;
    task =
        one(
            jdbc,
            "select id from action_item where ref = '%s' and ministry = '%s' and status = 'OPEN'"
                    .formatted(ref, ministry)
                + " fetch first 1 rows only");
    process = one(jdbc, "select process_instance_id from commitment where ref = '" + ref + "'");
    String model =
        one(jdbc, "select PROC_DEF_ID_ from ACT_RU_EXECUTION where ID_ = '" + process + "'");
    real.put("commitments", ref);
    real.put("action-items", task);
    real.put("tasks", task);
    real.put("task", task);
    real.put("process-instance", process);
    real.put("execution", process);
    real.put("process-definition", model);
    real.put("key", "commitmentFollowUp");
    real.put("filter", one(jdbc, "select min(ID_) from ACT_RU_FILTER"));
    real.put("deployment", one(jdbc, "select min(ID_) from ACT_RE_DEPLOYMENT"));
    real.put("user", "be-ibz");
    real.put("group", "BE-IBZ");
    real.put("people", "be-ibz");
    real.put("ministries", "BE-IBZ");
    real.put("summits", "VD2027");
    real.put("parties", "BE");
    real.put("series", "VD");
    real.put("declarations", declaration);
    real.put("emails", email);
  }

  /** The same with another thing of an address. */
  RouteParameters with(String before, String thing) {
    real.put(before, thing);
    return this;
  }

  private static String one(JdbcClient jdbc, String sql) {
    return jdbc.sql(sql).query(String.class).single();
  }

  /** Whether an answer shows anything of the commitment. */
  boolean shownIn(String body) {
    return body.contains(task) || body.contains(process) || body.contains(ref);
  }

  /** Whether an answer shows anything of the series of the commitment. */
  static boolean ofTheSeries(String body) {
    return OF_THE_SERIES.matcher(body).find();
  }

  /** The address to ask, for real or for nothing. */
  String address(Route route, boolean acts) {
    String path = route.path().replace("/**", sample(route.path()));
    StringBuilder filled = new StringBuilder();
    Matcher variable = VARIABLE.matcher(path);
    while (variable.find()) {
      String before = path.substring(0, variable.start()).replaceAll("^.*/([^/]+)/?$", "$1");
      if (ENGINE_NAMES.contains(variable.group(1))) {
        variable.appendReplacement(filled, "default");
        continue;
      }
      boolean here = acts || route.reads();
      variable.appendReplacement(
          filled, Matcher.quoteReplacement(here ? thing(before) : nothing(before)));
    }
    variable.appendTail(filled);
    return filled + query(route);
  }

  private String thing(String before) {
    return real.getOrDefault(before, nothing(before));
  }

  private static String nothing(String before) {
    return switch (before) {
      case "absence", "absences", "items", "requests" -> "999999";
      case "commitments" -> "VD2023-9.99";
      case "summits" -> "VD1999";
      case "ministries" -> "BE-XXX";
      case "parties" -> "XX";
      case "series" -> "XX";
      default -> NOWHERE;
    };
  }

  private static String sample(String path) {
    return switch (path) {
      case "/**" -> "/nowhere";
      case "/webjars/**" -> "/bootstrap/css/bootstrap.min.css";
      case "/camunda/app/**" -> "/welcome/default/";
      case "/camunda/lib/**" -> "/deps.js";
      case "/camunda/assets/**" -> "/jalon.css";
      default -> "";
    };
  }

  private static String query(Route route) {
    String path = route.path();
    if (!route.reads()) {
      return "";
    }
    if (path.startsWith("/camunda/api/engine")) {
      return path.endsWith("/check")
          ? "?permissionName=READ&resourceName=task&resourceType=7"
          : path.endsWith("/groups") ? "?userId=be-ibz" : "?maxResults=50";
    }
    if (path.endsWith("/{code}/merge")) {
      return "?into=BE-JUS";
    }
    return path.endsWith("/{id}/move") ? "?date=2027-09-15" : "";
  }

  /** What to send along: an act where it must be refused, otherwise nothing that can be done. */
  static Optional<String> body(Route route, boolean acts) {
    if (route.method().equals("GET")
        || route.method().equals("DELETE")
        || route.method().equals("OPTIONS")) {
      return Optional.empty();
    }
    return Optional.of(acts ? act(route.path()) : "{}");
  }

  /** A file that would be taken from whoever may add one. */
  static String evidence() {
    return String.join(
        "\r\n",
        "--b",
        "Content-Disposition: form-data; name=\"file\"; filename=\"note.txt\"",
        "Content-Type: text/plain",
        "",
        "Une note.",
        "--b--",
        "");
  }

  private static String act(String path) {
    String last = path.substring(path.lastIndexOf('/') + 1);
    return switch (last) {
      case "extend" ->
          (path.contains("/action-items/")
                  ? "{\"dueOn\":\"2027-09-01\","
                  : "{\"deadlineRule\":\"2027-09-01\",")
              + REASON
              + "}";
      case "reassign" -> "{\"ministry\":\"FR-JUS\"," + REASON + "}";
      case "withdraw", "remind" -> "{" + REASON + "}";
      case "split" -> "{\"titles\":{\"fr\":\"Une part\"}," + REASON + "}";
      case "priority" -> "{\"priority\":\"HIGH\"," + REASON + "}";
      case "on-it" -> "{\"until\":\"2027-03-03\"}";
      case "absence" -> "{\"from\":\"2027-04-05\",\"until\":\"2027-04-06\"}";
      case "notification-settings" -> "{\"hour\":9,\"weekdays\":[\"MONDAY\"]}";
      case "claim", "assignee" -> "{\"userId\":\"fr-arm\"}";
      case "assign" -> "{\"person\":\"fr-arm\"}";
      case "move" -> "{\"date\":\"2027-09-15\",\"version\":1}";
      case "reopen" -> path.contains("/commitments/") ? "{" + REASON + "}" : "{\"version\":0}";
      case "close", "erase", "{id}" -> "{\"version\":0}";
      case "notes" -> "{\"text\":\"Une note du ministère.\"}";
      case "merge" -> "{\"into\":\"BE-JUS\"," + REASON + "}";
      case "{code}" -> "{\"version\":0,\"names\":{\"fr\":\"Nom\"}}";
      case "hand-over" -> "{\"version\":0,\"to\":\"be-ibz-nl\"}";
      case "create" -> path.contains("/comment/") ? "{\"message\":\"Bonjour\"}" : "{}";
      default -> "{}";
    };
  }

  /** What a page's form sends that would be an act. */
  static Map<String, String> form(String path) {
    String reason = "Le comité se réunit plus tard.";
    String last = path.substring(path.lastIndexOf('/') + 1);
    return switch (last) {
      case "on-it" -> Map.of("until", "2027-03-03");
      case "more-time" -> Map.of("deadline", "2027-09-01", "reason", reason);
      case "notes" -> Map.of("text", "Une note du ministère.");
      case "not-ours" -> Map.of("ministry", "BE-JUS", "reason", reason);
      case "assign" -> Map.of("assignee", "be-ibz-nl");
      case "extend" -> Map.of("deadline", "2027-09-01", "reason", reason);
      case "reassign" -> Map.of("ministry", "BE-JUS", "reason", reason);
      case "acts" -> Map.of("act", "reminder", "item", NOWHERE, "reason", reason);
      case "withdraw", "reopen", "preview" -> Map.of("reason", reason);
      case "split" -> Map.of("title[fr]", "Une part", "title[nl]", "Een deel", "reason", reason);
      case "priority" -> Map.of("priority", "HIGH", "reason", reason);
      case "move" -> Map.of("date", "2027-09-15", "version", "1", "reason", reason);
      case "absences" -> Map.of("from", "2027-04-05", "until", "2027-04-06");
      default -> Map.of();
    };
  }
}
