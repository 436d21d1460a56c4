package eu.jalon.fuzz;

import eu.jalon.SessionClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Requests that are wrong in some way, to every place that takes something. */
final class HostileRequests {

  /** One request. */
  record Ask(String method, String path, String type, String body) {

    boolean writes() {
      return !method.equals("GET");
    }
  }

  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";

  private static final List<String> READ =
      List.of(
          "/api/commitments",
          "/api/commitments/REF",
          "/api/action-items",
          "/api/action-items/ID/reminders",
          "/api/action-items/ID/reminders/history",
          "/api/summits",
          "/api/summits/SUMMIT",
          "/api/summits/SUMMIT/move",
          "/api/summits/SUMMIT/postpone",
          "/api/emails",
          "/api/emails/UUID",
          "/api/emails/UUID/message",
          "/api/people",
          "/api/people/PERSON/absence",
          "/api/people/PERSON/notification-settings",
          "/api/declarations/UUID",
          "/commitments",
          "/commitments/REF",
          "/overdue",
          "/emails",
          "/emails/UUID",
          "/declarations/UUID",
          "/summits",
          "/people/PERSON/absences",
          "/tasks/ID",
          "/tasks/ID/answer",
          "/tasks/ID/reminders",
          "/login",
          "/TEXT",
          "/api/TEXT",
          ENGINE + "/task",
          ENGINE + "/task/ID/form",
          ENGINE + "/filter/TEXT",
          ENGINE + "/process-instance");

  private static final List<String> PARAMETERS =
      List.of(
          "page",
          "size",
          "sort",
          "q",
          "ministry",
          "summit",
          "theme",
          "track",
          "status",
          "health",
          "overdue",
          "dueBefore",
          "assignee",
          "on",
          "to",
          "ref",
          "date",
          "postponed",
          "by",
          "lang",
          "maxResults",
          "firstResult",
          "sortBy",
          "sortOrder",
          "dueBeforeExpression",
          "error");

  private static final Map<String, List<String>> WRITTEN =
      Map.ofEntries(
          Map.entry("/api/action-items/ID/complete", List.of("variables")),
          Map.entry("/api/action-items/ID/on-it", List.of("until")),
          Map.entry("/api/action-items/ID/extend", List.of("dueOn", "reason")),
          Map.entry("/api/commitments/REF/extend", List.of("deadlineRule", "reason")),
          Map.entry("/api/commitments/REF/reassign", List.of("ministry", "reason")),
          Map.entry("/api/commitments/REF/priority", List.of("priority", "reason")),
          Map.entry("/api/commitments/REF/split", List.of("titles", "reason")),
          Map.entry("/api/summits/SUMMIT/move", List.of("date", "version", "reason")),
          Map.entry("/api/summits/SUMMIT/postpone", List.of("reason", "version")),
          Map.entry("/api/summits/SUMMIT/close", List.of("heldOn", "next", "reason")),
          Map.entry("/api/reminder-rounds", List.of("on", "dryRun")),
          Map.entry("/api/declarations/UUID/launch", List.of("x")),
          Map.entry("/api/people/TEXT/password", List.of("x")),
          Map.entry(ENGINE + "/task", List.of("orQueries", "assignee", "sorting", "dueAfter")),
          Map.entry(ENGINE + "/task/count", List.of("orQueries", "name", "taskVariables")),
          Map.entry(ENGINE + "/task/ID/submit-form", List.of("variables")),
          Map.entry(ENGINE + "/task/ID/complete", List.of("variables", "withVariablesInReturn")),
          Map.entry(ENGINE + "/task/TEXT/claim", List.of("userId")),
          Map.entry(ENGINE + "/task/TEXT/assignee", List.of("userId")),
          Map.entry("/api/action-items/TEXT/assign", List.of("person")),
          Map.entry(ENGINE + "/filter/create", List.of("name", "resourceType", "query")));

  private static final Map<String, List<String>> FORMS =
      Map.of(
          "/tasks/ID/on-it", List.of("until"),
          "/tasks/ID/more-time", List.of("scope", "deadline", "reason"),
          "/tasks/ID/not-ours", List.of("ministry", "reason"),
          "/tasks/ID/assign", List.of("assignee"),
          "/commitments/REF/extend", List.of("deadline", "reason"),
          "/commitments/REF/priority", List.of("priority", "reason"),
          "/summits/SUMMIT/move", List.of("date", "version", "reason"),
          "/emails/settings", List.of("hour", "weekdays", "substitute"),
          "/emails/absences", List.of("from", "until", "substitute"),
          "/language", List.of("language", "back"));

  private final HostileValues mess;
  private final List<String> items;

  HostileRequests(HostileValues mess, List<String> items) {
    this.mess = mess;
    this.items = items;
  }

  Ask next() {
    return switch (mess.upTo(5)) {
      case 0, 1 -> new Ask("GET", filled(mess.pick(READ)) + query(), "", "");
      case 2 -> {
        String path = mess.pick(List.copyOf(new java.util.TreeSet<>(FORMS.keySet())));
        yield new Ask("POST", filled(path), FORM, form(FORMS.get(path)));
      }
      default -> {
        String path = mess.pick(List.copyOf(new java.util.TreeSet<>(WRITTEN.keySet())));
        String method = mess.oneIn(12) ? mess.pick(List.of("PUT", "PATCH", "DELETE")) : "POST";
        yield new Ask(method, filled(path), JSON, body(WRITTEN.get(path)));
      }
    };
  }

  private String filled(String path) {
    return path.replace("REF", mess.oneIn(2) ? "VD2023-2.06" : segment())
        .replace("UUID", mess.oneIn(2) ? "00000000-0000-0000-0000-000000000000" : segment())
        .replace("SUMMIT", mess.oneIn(2) ? "next" : segment())
        .replace("PERSON", mess.oneIn(2) ? "be-ibz" : segment())
        .replace("TEXT", segment())
        .replace("ID", mess.oneIn(3) ? segment() : mess.pick(items));
  }

  private String segment() {
    String segment = SessionClient.encoded(mess.text()).replace("+", "%20");
    return segment.isEmpty()
        ? "x"
        : segment.substring(0, Math.min(300, segment.length())).replaceAll("%.?$", "");
  }

  private String query() {
    List<String> pairs = new ArrayList<>();
    for (int many = mess.upTo(4); many > 0; many--) {
      String value = SessionClient.encoded(mess.text());
      pairs.add(
          mess.pick(PARAMETERS)
              + "="
              + value.substring(0, Math.min(1500, value.length())).replaceAll("%.?$", ""));
    }
    return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
  }

  private String form(List<String> fields) {
    StringBuilder body = new StringBuilder("x=1");
    for (String field : fields) {
      if (!mess.oneIn(5)) {
        body.append('&').append(field).append('=').append(SessionClient.encoded(mess.text()));
      }
    }
    return body.toString();
  }

  private String body(List<String> fields) {
    if (mess.oneIn(10)) {
      return mess.oneIn(2) ? "[".repeat(1 + mess.upTo(3000)) : mess.text() + " ";
    }
    StringBuilder body = new StringBuilder("{");
    for (String field : fields) {
      if (!mess.oneIn(8)) {
        body.append(HostileValues.quoted(field)).append(':');
        body.append(field.equals("variables") ? variables() : mess.json(0)).append(',');
      }
    }
    return body.append(HostileValues.quoted(mess.text()))
        .append(':')
        .append(mess.json(1))
        .append('}')
        .toString();
  }

  private String variables() {
    List<String> names =
        List.of("takeChargeNote", "progressStatus", "progressText", "evidenceLink", "leadBe");
    return "{"
        + HostileValues.quoted(mess.oneIn(3) ? mess.text() : mess.pick(names))
        + ":"
        + mess.json(0)
        + "}";
  }
}
