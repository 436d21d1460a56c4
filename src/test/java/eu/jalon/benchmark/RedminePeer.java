package eu.jalon.benchmark;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import eu.jalon.PostgresServer;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * Debian's Redmine on PostgreSQL with as many issues as our register has commitments, each due on
 * the day of one of our action items: its list of overdue issues and its reminder e-mails.
 */
final class RedminePeer implements AutoCloseable {

  private static final Path INSTALLED = Path.of("/usr/share/redmine");
  private static final Path FOLDER = Path.of("target", "bench", "redmine").toAbsolutePath();
  private static final Path LOG = FOLDER.resolveSibling("redmine.log");
  private static final String OVERDUE =
      "/issues?set_filter=1&sort=due_date&per_page=25&f%5B%5D=status_id&op%5Bstatus_id%5D=o"
          + "&f%5B%5D=due_date&op%5Bdue_date%5D=%3Ct-&v%5Bdue_date%5D%5B%5D=1";
  private static final Pattern TOKEN =
      Pattern.compile("name=\"authenticity_token\" value=\"([^\"]+)\"");
  private static final Pattern ISSUE = Pattern.compile("<tr id=\"issue-\\d+\"");
  private static final String PASSWORD = "benchmark-only";

  /** Each of Redmine's reminders counts the issues of its reader, so that more would take long. */
  private static final int REMINDED = 200;

  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final String reminded;
  private final int port;
  private final Process server;

  /** Prepares a database, starts the server and signs in. */
  static RedminePeer start(int issues, int people) throws IOException, InterruptedException {
    if (!Files.exists(INSTALLED)) {
      throw new IllegalStateException("No Redmine: apt-get install redmine redmine-pgsql puma");
    }
    prepare();
    String address = PostgresServer.newDatabase();
    configure(URI.create(address.substring("jdbc:".length())));
    rake("db:migrate");
    rake("redmine:load_default_data", "REDMINE_LANG=en");
    JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(address, "postgres", ""));
    for (String statement : STATEMENTS) {
      jdbc.sql(
              statement
                  .replace(":issues", String.valueOf(issues))
                  .replace(":people", String.valueOf(people)))
          .update();
    }
    List<String> reminded =
        jdbc.sql(
                """
                select cast(id as varchar) from users where login like 'reader-%' order by id limit ?
                """)
            .param(REMINDED)
            .query(String.class)
            .list();
    RedminePeer redmine = new RedminePeer(String.join(",", reminded));
    redmine.signIn();
    return redmine;
  }

  private RedminePeer(String reminded) throws IOException, InterruptedException {
    this.reminded = reminded;
    port = MailBenchmark.freePort();
    server =
        command("bundle", "exec", "puma", "-e", "production", "-t", "5:5", "-b", address()).start();
    for (int i = 0; i < 600 && !MailBenchmark.answers(port); i++) {
      if (server.waitFor(100, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("Redmine ended: see " + LOG);
      }
    }
  }

  private String address() {
    return "tcp://127.0.0.1:" + port;
  }

  /** Sends 200 people reminders of what is due within two weeks or overdue. */
  Reminders sendReminders() throws IOException, InterruptedException {
    GreenMail mail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    mail.start();
    try {
      Files.writeString(
          FOLDER.resolve("config/configuration.yml"),
          """
          default:
            email_delivery:
              delivery_method: :smtp
              smtp_settings:
                address: "127.0.0.1"
                port: %d
                enable_starttls_auto: false
          """
              .formatted(mail.getSmtp().getPort()));
      double seconds =
          EntryBenchmark.seconds(
              () -> rake("redmine:send_reminders", "days=14", "users=" + reminded));
      return new Reminders(mail.getReceivedMessages().length, seconds);
    } finally {
      mail.stop();
    }
  }

  /** The e-mails of one run of reminders; the seconds include the start of Rails. */
  record Reminders(int emails, double seconds) {}

  /** Opens the first 25 overdue issues. */
  void openOverdue() {
    HttpResponse<String> page = send(HttpRequest.newBuilder(uri(OVERDUE)).build());
    long issues = ISSUE.matcher(page.body()).results().count();
    if (page.statusCode() != 200 || issues != 25) {
      throw new IllegalStateException(
          "Redmine answered " + page.statusCode() + " with " + issues + " issues");
    }
  }

  private void signIn() {
    Matcher token = TOKEN.matcher(send(HttpRequest.newBuilder(uri("/login")).build()).body());
    if (!token.find()) {
      throw new IllegalStateException("No sign-in form: see " + LOG);
    }
    String form =
        "username=admin&password=admin&authenticity_token="
            + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(uri("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    if (answer.statusCode() != 302) {
      throw new IllegalStateException("Redmine refused the sign-in: " + answer.statusCode());
    }
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** Debian keeps settings and logs outside the program, so a copy with its own is run. */
  private static void prepare() throws IOException, InterruptedException {
    FileSystemUtils.deleteRecursively(FOLDER);
    Files.createDirectories(FOLDER);
    Files.deleteIfExists(LOG);
    run(
        new ProcessBuilder("cp", "-r", INSTALLED + "/.", FOLDER.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile())));
    // The database and the server of this run, not those of an instance on this machine.
    Files.deleteIfExists(FOLDER.resolve("Gemfile.lock"));
    Files.writeString(FOLDER.resolve("Gemfile.local"), "gem \"pg\"\ngem \"puma\"\n");
    // Debian looks for settings in an instance; the copy is its own.
    Path instances = FOLDER.resolve("instances");
    Files.deleteIfExists(instances);
    Files.createDirectories(instances);
    Files.createSymbolicLink(instances.resolve("default"), FOLDER);
    for (String folder : List.of("log", "tmp", "files", "plugins")) {
      Files.createDirectories(FOLDER.resolve(folder));
    }
  }

  private static void configure(URI database) throws IOException {
    Files.deleteIfExists(FOLDER.resolve("config/database.yml"));
    Files.writeString(
        FOLDER.resolve("config/database.yml"),
        """
        production:
          adapter: postgresql
          host: %s
          port: %d
          database: %s
          username: postgres
          encoding: utf8
        """
            .formatted(database.getHost(), database.getPort(), database.getPath().substring(1)));
  }

  private static void rake(String... task) {
    String[] all = new String[task.length + 1];
    all[0] = "bin/rake";
    System.arraycopy(task, 0, all, 1, task.length);
    run(command(all));
  }

  private static void run(ProcessBuilder command) {
    try {
      if (command.start().waitFor() != 0) {
        throw new IllegalStateException(command.command() + " failed: see " + LOG);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static ProcessBuilder command(String... command) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(FOLDER.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()));
    builder.environment().put("RAILS_ENV", "production");
    builder.environment().put("SECRET_KEY_BASE", PASSWORD.repeat(4));
    return builder;
  }

  @Override
  public void close() {
    server.destroy();
  }

  private static final List<String> STATEMENTS =
      List.of(
          "update users set must_change_passwd = false where login = 'admin'",
          """
          insert into users (login, hashed_password, firstname, lastname, language, status, type,
                             mail_notification, created_on, updated_on)
          select 'reader-' || n, '', 'Reader', n::text, 'fr', 1, 'User', 'all', now(), now()
          from generate_series(0, :people - 1) n
          """,
          """
          insert into email_addresses (user_id, address, is_default, notify, created_on, updated_on)
          select id, login || '@example.org', true, true, now(), now()
          from users where login like 'reader-%'
          """,
          """
          insert into projects (name, identifier, status, is_public, lft, rgt, created_on, updated_on)
          select 'Summit ' || n, 'summit-' || n, 1, true, 2 * n - 1, 2 * n, now(), now()
          from generate_series(1, 4) n
          """,
          """
          insert into enabled_modules (project_id, name)
          select id, 'issue_tracking' from projects
          """,
          "insert into projects_trackers (project_id, tracker_id) select p.id, t.id from projects"
              + " p, trackers t",
          """
          insert into members (user_id, project_id, created_on)
          select u.id, p.id, now() from users u, projects p where u.login like 'reader-%'
          """,
          """
          insert into member_roles (member_id, role_id)
          select m.id, (select min(id) from roles where builtin = 0) from members m
          """,
          """
          insert into issues (tracker_id, project_id, subject, description, due_date, status_id,
                              assigned_to_id, priority_id, author_id, lock_version, created_on,
                              updated_on, done_ratio, lft, rgt, is_private)
          select (select min(id) from trackers), (select min(id) from projects) + n % 4,
                 'Renforcer la coopération, dossier ' || n, repeat('Les deux parties coopèrent. ', 5),
                 current_date + (case when n % 3 = 0 then - 1 - n % 200 else n % 250 end)::integer,
                 (select id from issue_statuses where is_closed = (n % 5 > 2) order by id limit 1),
                 (select min(id) from users where login like 'reader-%') + n % :people,
                 (select min(id) from enumerations where type = 'IssuePriority'),
                 (select id from users where login = 'admin'), 0, now(), now(), 0, 1, 2, false
          from generate_series(0, :issues - 1) n
          """,
          "update issues set root_id = id",
          "vacuum analyze");
}
