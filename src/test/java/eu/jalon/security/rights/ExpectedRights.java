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

  private static final int OF_THE_SERIES = 6;

  private static final String E = "/camunda/api/engine/engine/\\{name\\}";

  /** The first line that fits is meant. */
  private static final List<ExpectedRights> TABLE =
      List.of(
          // What everybody gets before he signs in.
          line("GET /login", "oooooooo"),
          line("(GET|POST) /password(/forgotten)?", "oooooooo"),
          line("GET /(favicon.ico|\\*\\*)", "-xxxxx"),
          line("GET /webjars/\\*\\*", "oooooooo"),
          line("(GET|POST) /error", "xxxxxx"),
          line("GET /actuator/(health(/\\*\\*)?|info)", "oooooooo"),
          line("GET /actuator(/metrics|/prometheus)?", "-xxxxo"),
          line("GET /actuator/metrics/.*", "-xxxx~"),

          // Pages.
          line("GET /(reminder-policy|live)?", "-ooooooo"),
          line("POST /series-choice", "-oooox"),
          line("POST /language", "-ooooooo"),
          line("(GET|POST) /access.*", "-ooooooo"),
          line("GET (/api)?/audit(\\.(csv|xlsx))?", "-xxxxo"),
          line("GET /my-work(/several)?", "-oeoox"),
          line("POST /my-work/.*", "-~~~~x"),
          line("GET /emails/settings", "-ooooxoo"),
          line("POST /emails/(settings|absences)", "-ooooxoo"),
          line("POST /emails/absences/.*", "-~~~~x"),
          line("GET /commitments", "-oeoox"),
          line("GET /commitments/(new|translations)", "-xxoox"),
          line("POST /commitments/(new|translations)", "-xx~~x"),
          line("GET /commitments/\\{ref\\}/edit", "-xxooxxx"),
          line("POST /commitments/\\{ref\\}/edit.*", "-xx~~x"),
          line("GET /commitments/\\{ref\\}/process", "-oxooxxx"),
          line("GET /commitments/\\{ref\\}/source", "-~x~~xxx"),
          line("GET /commitments/\\{ref\\}", "-oxooxxx"),
          line("POST /commitments/.*", "-~~~~x"),
          line("GET /tasks/.*", "-oxooxxx"),
          line("POST /tasks/.*", "-~x~~x"),
          line("GET /(overdue|forecast|emails|declarations|summits)", "-xxoox"),
          line("GET /(overdue|emails|proposals)\\.(csv|xlsx)", "-xxoox"),
          line("GET /(commitments\\.(csv|xlsx)|action-items(\\.(csv|xlsx))?)", "-oeoox"),
          line("POST /overdue/acts", "-xx~~x"),
          line("GET /emails/\\{id\\}/attachments/.*", "-xxoox"),
          line("GET /emails/\\{id\\}.*", "-xxooxxx"),
          line("GET /emails/replies", "-xxoox"),
          line("POST /emails/replies/.*", "-xx~~x"),
          line("POST (/api)?/emails/\\{id\\}/resend", "-xx~~x"),
          line("GET /declarations/\\{id\\}", "-xxooxxx"),
          line("GET /declarations/\\{id\\}/(marking|file)", "-xxooxxx"),
          line("GET /declarations/sheets", "-xxoox"),
          line("GET /declarations/sheets/\\{id\\}", "-xx~~xxx"),
          line("GET /declarations/\\{id\\}/versions/.*", "-xx~~x"),
          line("GET /api/declarations/sheets/\\{id\\}", "-xx~~xxx"),
          line("GET /api/declarations/\\{id\\}/versions/.*", "-xx~~x"),
          line("GET /declarations/\\{id\\}/(progress|items/.*)", "-xx~~x"),
          line("GET /summits/\\{id\\}/closing", "-xxooxxx"),
          line("POST /(declarations|summits).*", "-xx~~x"),
          line("GET /report(.odt|.pdf|/evaluation)?", "-xxoox"),
          line("POST /report/evaluation", "-xx~~x"),
          line("GET /people(\\.(csv|xlsx))?", "-xxooo"),
          line("GET /people/(import|export|new|closed)", "-xxooo"),
          line("GET /people/\\{id\\}/export", "-xxxxo"),
          line("POST /people/new", "-xx~~~"),
          line("GET /people/ministries/new", "-xxooo"),
          line("POST /people/ministries/new", "-xx~~~"),
          line("GET /people/ministries/\\{code\\}", "-xxoxo"),
          line("(GET|POST) /people/import.*", "-xx~~~"),
          line("GET /people/\\{id\\}(/(absences|address))?", "-xxoxoxx"),
          line("POST /people/.*", "-xx~x~"),
          line("GET /(parties(/\\{code\\})?|series/\\{id\\})", "-xxxxo"),
          line("GET /(parties|series)/new", "-xxxxo"),
          line("POST /(parties|series).*", "-xxxx~"),

          // The API.
          // Of a secret that nobody has; without one there is nothing to see.
          line("GET /api/calendar/\\{token\\}.ics", "xxxxxx"),
          line("GET /api/docs.*", "-ooooooo"),
          line("GET /api/(reminder-policy|ministries|parties|series)", "-ooooooo"),
          line("(POST|PATCH) /api/(parties|series).*", "-xxxx~"),
          line("GET /api/people", "-xxooo"),
          line("POST /api/people/\\{id\\}/password", "-xxxx~"),
          line("POST /api/people/\\{id\\}/(invite|hand-over|close|reopen)", "-xx~x~"),
          line("POST /api/people/\\{id\\}/erase", "-xxxx~"),
          line("POST /api/people", "-xx~~~"),
          line("POST /api/ministries", "-xx~~~"),
          line("GET /api/ministries/\\{code\\}", "-xxoxo"),
          line("GET /api/ministries/\\{code\\}/merge", "-xx~x~"),
          line("(POST|PATCH) /api/ministries/\\{code\\}.*", "-xx~x~"),
          line("GET /api/people/\\{id\\}", "-xxoxo"),
          line("PATCH /api/people/\\{id\\}", "-xx~x~"),
          line("GET /api/people/\\{id\\}/.*", "-oxoxoxx"),
          line("(PUT|DELETE) /api/people/\\{id\\}/.*", "-~x~x~"),
          line("GET /api/(commitments|action-items)", "-oeoox"),
          line("GET /api/(commitments/\\{ref\\}|action-items/\\{id\\}/.*)", "-oxooxxx"),
          line("GET /api/commitments/\\{ref\\}/questions", "-oxooxxx"),
          line("POST /api/commitments", "-xx~~x"),
          line("GET /proposals", "-xxoox"),
          line("POST /proposals/.*", "-xx~~x"),
          line("GET /api/proposals", "-xxoox"),
          line("POST /api/proposals/.*", "-xx~~x"),
          line("PATCH /api/commitments/\\{ref\\}", "-xx~~x"),
          line("POST /api/commitments/\\{ref\\}/questions", "-~x~~x"),
          line("POST /api/commitments/\\{ref\\}/(notes|evidence)", "-xxxxx"),
          line("(PUT|DELETE) /api/commitments/\\{ref\\}/follow", "-~x~~x"),
          line("POST /api/questions/\\{id\\}/answer", "-~~~~x"),
          line("PUT /api/action-items/\\{id\\}/autosave", "-~xxxx"),
          line("POST /api/action-items/\\{id\\}/evidence", "-~xxxx"),
          line("POST /api/commitments/\\{ref\\}/reopen", "-xx~~x"),
          line("POST /api/commitments/\\{ref\\}/requests/\\{id\\}/withdraw", "-~x~~xxx"),
          line("(GET|DELETE) /api/evidence/\\{id\\}", "-~~~~xxx"),
          line("POST /api/commitments/\\{ref\\}/(withdraw|split|priority|remind)", "-xxooxxx"),
          line("POST /api/commitments/\\{ref\\}/(extend|reassign)", "-oxooxxx"),
          line("POST /api/action-items/\\{id\\}/complete", "-~xxxx"),
          line("POST /api/action-items/\\{id\\}/(release|assign|extend)", "-~x~~xxx"),
          line("POST /api/action-items/\\{id\\}/on-it", "-oxxxx"),
          line("GET /api/summits", "-ooooxee"),
          line("GET /api/summits/\\{id\\}", "-ooooxxx"),
          line("(POST|PATCH) /api/summits(/\\{id\\})?", "-xx~~x"),
          line("(GET|POST) /api/summits/.*", "-xx~~x"),
          line("GET /api/(declarations|emails|reminder-rounds).*", "-xxoox"),
          line("(POST|PATCH|PUT|DELETE) /api/(declarations|reminder-rounds).*", "-xx~~x"),

          // The engine's web apps.
          line("GET /camunda/app/(welcome.*|\\*\\*)", "-ooooooo"),
          line("GET /camunda/app/tasklist/scripts/locale.js", "-ooooooo"),
          line("GET /camunda/app/tasklist/.*", "-ooooxoo"),
          line("GET /camunda/app/cockpit/.*", "-xxoox"),
          line("GET /camunda/app/admin/default/setup.*", "-xxxxx"),
          line("GET /camunda/app/admin/.*", "-xxxxo"),
          line("GET /camunda/api/admin/plugin/[A-Za-z]+/static/.*", "-xxxx*"),
          line("GET /camunda/api/cockpit/plugin/[A-Za-z]+/static/.*", "-xx**x"),
          line("GET /camunda/api/tasklist/plugin/[A-Za-z]+/static/.*", "-****x"),
          line("GET /camunda/api/welcome/plugin/[A-Za-z]+/static/.*", "-*******"),
          line("GET /camunda(/|/app|/app/)?", "-ooooooo"),
          line("GET /camunda/(lib|assets|favicon.ico).*", "-ooooooo"),
          line("[A-Z]+ /camunda/api/admin/setup/.*", "-xxxxx"),
          line("GET /camunda/api/admin/auth/user/.*", "-~~~~~~~"),
          line("[A-Z]+ /camunda/api/admin/auth/user/\\{processEngineName\\}/login/.*", "-xxxxx"),
          line("[A-Z]+ /camunda/api/admin/.*plugin.*", "-xxxx~"),
          line("[A-Z]+ /camunda/api/welcome/.*plugin.*", "-~~~~~~~"),
          line("[A-Z]+ /camunda/api/tasklist/.*plugin.*", "-~~~~x"),
          line("[A-Z]+ /camunda/api/cockpit/.*plugin.*", "-xx~~x"),

          // Of the engine's own API what Tasklist needs; of one task only to whom it is shown.
          line("GET /camunda/api/engine/engine", "-ooooooo"),
          line("GET " + E + "/(version|identity/.*|user/\\{id\\}/profile)", "-~~~~~~~"),
          line("GET " + E + "/authorization/check", "-~~~~~~~"),
          line("(GET|POST) " + E + "/task(/count)?", "-~e~~x"),
          line("GET " + E + "/task/report/.*", "-xxxxx"),
          line("GET " + E + "/task/\\{id\\}/.*/data", "-xxxxx"),
          line("GET " + E + "/task/\\{id\\}.*", "-~e~~x"),
          line("POST " + E + "/task/\\{id\\}/(claim|submit-form|complete)", "-~xxxx"),
          line("POST " + E + "/task/\\{id\\}/(unclaim|assignee)", "-~x~~xxx"),
          line("POST " + E + "/task/\\{id\\}/comment/create", "-~e~~x"),
          line("(GET|OPTIONS) " + E + "/filter.*", "-~e~~x"),
          line("POST " + E + "/filter/\\{id\\}/(list|count|singleResult)", "-~e~~x"),
          line("GET " + E + "/history/user-operation(/count)?", "-~e~~x"),
          line("GET " + E + "/process-definition(/count)?", "-~e~~x"),

          // What Cockpit needs, and Admin.
          line("(GET|OPTIONS) " + E + "/(user|group)(/.*)?", "-xx~~~"),
          line("(GET|OPTIONS) " + E + "/(tenant|authorization|metrics|telemetry)(/.*)?", "-xxxx~"),
          line("GET " + E + "/history/[a-z-]+/(\\{id\\}/statistics|cleanable-.*)", "-xxxxx"),
          line(
              "GET "
                  + E
                  + "/(process-instance|process-definition|execution|variable-instance|history|incident"
                  + "|job|job-definition|deployment|decision-definition|batch"
                  + "|case-definition|event-subscription|decision-requirements-definition)(/.*)?",
              "-xx**x"),
          line("POST " + E + "/history/cleanup", "-xxxxx"),
          line(
              "POST "
                  + E
                  + "/(process-instance|process-definition|variable-instance|execution|incident"
                  + "|job|history/[a-z-]+)(/count)?",
              "-xx~~x"),

          // Whatever else the engine offers is for nobody.
          line("[A-Z]+ /camunda/api/.*", "-xxxxx"));

  private static ExpectedRights line(String route, String outcomes) {
    String all = outcomes.length() == OF_THE_SERIES ? outcomes + outside(outcomes) : outcomes;
    if (all.length() != ROLES) {
      throw new IllegalArgumentException(route);
    }
    return new ExpectedRights(Pattern.compile(route), all);
  }

  /** Where nothing else is written, people of other series are let in and see nothing. */
  private static String outside(String ofTheSeries) {
    return ("" + ofTheSeries.charAt(3) + ofTheSeries.charAt(2)).replaceAll("[o~*]", "e");
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
