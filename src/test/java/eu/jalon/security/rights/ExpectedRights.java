package eu.jalon.security.rights;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What each may do, written down by hand and apart from the rules that it is compared with.
 *
 * <p>One email each for somebody who is not signed in, the focal point whose ministry leads, one of
 * another ministry, the coordinators of Belgium and of France, the administrator, and the
 * coordinator and a focal point of a party that is not in the series of the thing asked for: {@code
 * -} must sign in, {@code x} is refused (403 or 404), {@code o} is let in, {@code ~} is let in
 * though the thing asked for may not exist, {@code e} is let in and sees nothing of what is not
 * his, {@code *} is let in to where the engine's own rights decide.
 */
record ExpectedRights(Pattern route, String outcomes) {

  static final int ROLES = 8;

  private static final String E = "/camunda/api/engine/engine/\\{name\\}";

  /** The first line that fits is meant. */
  private static final List<ExpectedRights> TABLE =
      List.of(
          // What everybody gets before he signs in.
          line("GET /login", "oooooooo"),
          line("(GET|POST) /password(/forgotten)?", "oooooooo"),
          line("GET /(favicon.ico|\\*\\*)", "-xxxxxxx"),
          line("GET /webjars/\\*\\*", "oooooooo"),
          line("(GET|POST) /error", "xxxxxxxx"),
          line("GET /actuator/(health(/\\*\\*)?|info)", "oooooooo"),
          line("GET /actuator(/metrics|/prometheus)?", "-xxxxoxx"),
          line("GET /actuator/metrics/.*", "-xxxx~xx"),

          // Pages.
          line("GET /(reminder-policy|live)?", "-ooooooo"),
          line("POST /language", "-ooooooo"),
          line("(GET|POST) /access.*", "-ooooooo"),
          line("GET (/api)?/audit", "-xxxxoxx"),
          line("GET /my-work", "-oeooxee"),
          line("GET /emails/settings", "-ooooxoo"),
          line("POST /emails/(settings|absences)", "-ooooxoo"),
          line("POST /emails/absences/.*", "-~~~~xee"),
          line("GET /commitments", "-oeooxee"),
          line("GET /commitments/(new|translations)", "-xxooxex"),
          line("POST /commitments/(new|translations)", "-xx~~xex"),
          line("GET /commitments/\\{ref\\}/process", "-oxooxxx"),
          line("GET /commitments/\\{ref\\}/source", "-~x~~xxx"),
          line("GET /commitments/\\{ref\\}", "-oxooxxx"),
          line("POST /commitments/.*", "-~~~~xee"),
          line("GET /tasks/.*", "-oxooxxx"),
          line("POST /tasks/.*", "-~x~~xex"),
          line("GET /(overdue|forecast|emails|declarations|summits)", "-xxooxex"),
          line("GET /overdue\\.(csv|xlsx)", "-xxooxex"),
          line("POST /overdue/acts", "-xx~~xex"),
          line("GET /emails/replies", "-xxooxex"),
          line("POST /emails/replies/.*", "-xx~~xex"),
          line("GET /emails/\\{id\\}/attachments/.*", "-xxooxex"),
          line("GET /emails/\\{id\\}.*", "-xxooxxx"),
          line("POST (/api)?/emails/\\{id\\}/resend", "-xx~~xex"),
          line("GET /declarations/\\{id\\}", "-xxooxxx"),
          line("GET /declarations/\\{id\\}/(marking|file)", "-xxooxxx"),
          line("GET /declarations/sheets", "-xxooxex"),
          line("GET /declarations/sheets/\\{id\\}", "-xx~~xxx"),
          line("GET /declarations/\\{id\\}/versions/.*", "-xx~~xex"),
          line("GET /api/declarations/sheets/\\{id\\}", "-xx~~xxx"),
          line("GET /api/declarations/\\{id\\}/versions/.*", "-xx~~xex"),
          line("GET /declarations/\\{id\\}/(progress|items/.*)", "-xx~~xex"),
          line("POST /(declarations|summits).*", "-xx~~xex"),
          line("GET /report(.odt|.pdf|/evaluation)?", "-xxooxex"),
          line("POST /report/evaluation", "-xx~~xex"),
          line("GET /people", "-xxoooex"),
          line("GET /people/(import|export)", "-xxoooex"),
          line("(GET|POST) /people/import.*", "-xx~~~ex"),
          line("GET /people/\\{id\\}(/(absences|address))?", "-xxoxoxx"),
          line("POST /people/.*", "-xx~x~ex"),
          line("GET /(parties(/\\{code\\})?|series/\\{id\\})", "-xxxxoxx"),
          line("GET /(parties|series)/new", "-xxxxoxx"),
          line("POST /(parties|series).*", "-xxxx~xx"),

          // The API.
          line("GET /api/docs.*", "-ooooooo"),
          line("GET /api/(reminder-policy|ministries|parties|series)", "-ooooooo"),
          line("(POST|PATCH) /api/(parties|series).*", "-xxxx~xx"),
          line("GET /api/people", "-xxoooex"),
          line("POST /api/people/\\{id\\}/password", "-xxxx~xx"),
          line("POST /api/people/\\{id\\}/invite", "-xx~x~ex"),
          line("GET /api/people/\\{id\\}/.*", "-oxoxoxx"),
          line("(PUT|DELETE) /api/people/\\{id\\}/.*", "-~x~x~ex"),
          line("GET /api/(commitments|action-items)", "-oeooxee"),
          line("GET /api/(commitments/\\{ref\\}|action-items/\\{id\\}/.*)", "-oxooxxx"),
          line("GET /api/commitments/\\{ref\\}/questions", "-oxooxxx"),
          line("POST /api/commitments", "-xx~~xex"),
          line("POST /api/commitments/\\{ref\\}/questions", "-~x~~xex"),
          line("POST /api/questions/\\{id\\}/answer", "-~~~~xee"),
          line("PUT /api/action-items/\\{id\\}/autosave", "-~xxxxxx"),
          line("POST /api/action-items/\\{id\\}/evidence", "-~xxxxxx"),
          line("(GET|DELETE) /api/evidence/\\{id\\}", "-~~~~xxx"),
          line("POST /api/commitments/\\{ref\\}/(withdraw|split|priority|remind)", "-xxooxxx"),
          line("POST /api/commitments/\\{ref\\}/(extend|reassign)", "-oxooxxx"),
          line("POST /api/action-items/\\{id\\}/complete", "-~xxxxxx"),
          line("POST /api/action-items/\\{id\\}/(release|assign)", "-~x~~xxx"),
          line("POST /api/action-items/\\{id\\}/on-it", "-oxxxxxx"),
          line("GET /api/summits", "-ooooxee"),
          line("GET /api/summits/\\{id\\}", "-ooooxxx"),
          line("(POST|PATCH) /api/summits(/\\{id\\})?", "-xx~~xex"),
          line("(GET|POST) /api/summits/.*", "-xx~~xex"),
          line("GET /api/(declarations|emails|reminder-rounds).*", "-xxooxex"),
          line("(POST|PATCH|PUT|DELETE) /api/(declarations|reminder-rounds).*", "-xx~~xex"),

          // The engine's web apps.
          line("GET /camunda/app/(welcome.*|\\*\\*)", "-ooooooo"),
          line("GET /camunda/app/tasklist/scripts/locale.js", "-ooooooo"),
          line("GET /camunda/app/tasklist/.*", "-ooooxoo"),
          line("GET /camunda/app/cockpit/.*", "-xxooxex"),
          line("GET /camunda/app/admin/default/setup.*", "-xxxxxxx"),
          line("GET /camunda/app/admin/.*", "-xxxxoxx"),
          line("GET /camunda/api/admin/plugin/[A-Za-z]+/static/.*", "-xxxx*xx"),
          line("GET /camunda/api/cockpit/plugin/[A-Za-z]+/static/.*", "-xx**xex"),
          line("GET /camunda/api/tasklist/plugin/[A-Za-z]+/static/.*", "-****xee"),
          line("GET /camunda/api/welcome/plugin/[A-Za-z]+/static/.*", "-*******"),
          line("GET /camunda(/|/app|/app/)?", "-ooooooo"),
          line("GET /camunda/(lib|assets|favicon.ico).*", "-ooooooo"),
          line("[A-Z]+ /camunda/api/admin/setup/.*", "-xxxxxxx"),
          line("GET /camunda/api/admin/auth/user/.*", "-~~~~~~~"),
          line("[A-Z]+ /camunda/api/admin/auth/user/\\{processEngineName\\}/login/.*", "-xxxxxxx"),
          line("[A-Z]+ /camunda/api/admin/.*plugin.*", "-xxxx~xx"),
          line("[A-Z]+ /camunda/api/welcome/.*plugin.*", "-~~~~~~~"),
          line("[A-Z]+ /camunda/api/tasklist/.*plugin.*", "-~~~~xee"),
          line("[A-Z]+ /camunda/api/cockpit/.*plugin.*", "-xx~~xex"),

          // Of the engine's own API what Tasklist needs; of one task only to whom it is shown.
          line("GET /camunda/api/engine/engine", "-ooooooo"),
          line("GET " + E + "/(version|identity/.*|user/\\{id\\}/profile)", "-~~~~~~~"),
          line("GET " + E + "/authorization/check", "-~~~~~~~"),
          line("(GET|POST) " + E + "/task(/count)?", "-~e~~xee"),
          line("GET " + E + "/task/report/.*", "-xxxxxxx"),
          line("GET " + E + "/task/\\{id\\}/.*/data", "-xxxxxxx"),
          line("GET " + E + "/task/\\{id\\}.*", "-~e~~xee"),
          line("POST " + E + "/task/\\{id\\}/(claim|submit-form|complete)", "-~xxxxxx"),
          line("POST " + E + "/task/\\{id\\}/(unclaim|assignee)", "-~x~~xxx"),
          line("POST " + E + "/task/\\{id\\}/comment/create", "-~e~~xee"),
          line("(GET|OPTIONS) " + E + "/filter.*", "-~e~~xee"),
          line("POST " + E + "/filter/\\{id\\}/(list|count|singleResult)", "-~e~~xee"),
          line("GET " + E + "/history/user-operation(/count)?", "-~e~~xee"),
          line("GET " + E + "/process-definition(/count)?", "-~e~~xee"),

          // What Cockpit needs, and Admin.
          line("(GET|OPTIONS) " + E + "/(user|group)(/.*)?", "-xx~~~ex"),
          line(
              "(GET|OPTIONS) " + E + "/(tenant|authorization|metrics|telemetry)(/.*)?", "-xxxx~xx"),
          line("GET " + E + "/history/[a-z-]+/(\\{id\\}/statistics|cleanable-.*)", "-xxxxxxx"),
          line(
              "GET "
                  + E
                  + "/(process-instance|process-definition|execution|variable-instance|history|incident"
                  + "|job|job-definition|deployment|decision-definition|batch"
                  + "|case-definition|event-subscription|decision-requirements-definition)(/.*)?",
              "-xx**xex"),
          line("POST " + E + "/history/cleanup", "-xxxxxxx"),
          line(
              "POST "
                  + E
                  + "/(process-instance|process-definition|variable-instance|execution|incident"
                  + "|job|history/[a-z-]+)(/count)?",
              "-xx~~xex"),

          // Whatever else the engine offers is for nobody.
          line("[A-Z]+ /camunda/api/.*", "-xxxxxxx"));

  private static ExpectedRights line(String route, String outcomes) {
    if (outcomes.length() != ROLES) {
      throw new IllegalArgumentException(route);
    }
    return new ExpectedRights(Pattern.compile(route), outcomes);
  }

  static Optional<ExpectedRights> of(Route route) {
    return TABLE.stream()
        .filter(each -> each.route.matcher(route.toString()).matches())
        .findFirst();
  }

  char of(int role) {
    return outcomes.charAt(role);
  }
}
