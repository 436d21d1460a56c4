package eu.jalon.simulation.faults;

import eu.jalon.ChildApplication;
import eu.jalon.simulation.faults.FaultRegister.FaultDay;
import eu.jalon.simulation.faults.ReceivingMailServer.Arrived;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Restarts three nodes of the real application one after the other with SIGTERM, then the database,
 * while the emails of a round are sent; then the emails at the mail server are counted.
 *
 * <p>The delay is the longest time without an arrival while emails wait, from the end of the round
 * to the last arrival.
 */
final class RollingRestart implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(RollingRestart.class);

  private static final int EMAILS = 1000;
  private static final int NODES = 3;
  private static final Duration LONGEST_DELAY = Duration.ofMinutes(1);

  /** After which a node that is still there is killed. */
  private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

  private static final Duration QUICKEST_ANSWER = Duration.ofMillis(50);

  /** The server takes longer over the email that is being sent when its node is stopped. */
  private static final Duration SLOW_ANSWER = Duration.ofSeconds(3);

  private static final Duration DATABASE_IS_AWAY = Duration.ofSeconds(5);
  private static final Duration ROUND_IS_DUE = Duration.ofMinutes(2);
  private static final Duration NOTHING_COMES = Duration.ofMinutes(3);
  private static final Duration SENDING_GOES_ON = Duration.ofSeconds(45);

  /** The figures of a run, and the promises it saw broken. */
  record Report(String text, List<String> broken) {}

  /** A restart of a node or the database. */
  private record Restart(
      String what, long from, long until, int waiting, boolean sending, String figures) {}

  private final Path folder;
  private final RestartableDatabase database;
  private final FaultRegister register;
  private final ReceivingMailServer post = new ReceivingMailServer();
  private final List<ChildApplication> nodes = new ArrayList<>();
  private final List<Restart> restarts = new ArrayList<>();
  private final List<String> broken = new ArrayList<>();
  private final List<AllowedDuplicate> excuses = new ArrayList<>();
  private final long start = System.nanoTime();
  private Duration answer = QUICKEST_ANSWER;

  private RollingRestart(Path folder) throws IOException, SQLException {
    this.folder = Files.createDirectories(folder);
    database = new RestartableDatabase(folder.resolve("database"));
    register = new FaultRegister(database.url(), new Random(1));
  }

  /** A run with its files in a folder of its own. */
  static Report run(Path folder) throws Exception {
    try (RollingRestart run = new RollingRestart(folder)) {
      return run.report();
    }
  }

  private Report report() throws Exception {
    FaultDay day = register.enterReaders(FaultRegister.EVE.plusDays(1), EMAILS);
    startNodes();
    check(
        waitUntil(() -> register.emails(day.on(), false) > 0, ROUND_IS_DUE),
        "the round was not planned");
    long due = System.nanoTime();
    for (int node = 0; node < NODES; node++) {
      restart(node, day);
    }
    restartDatabase(day);
    boolean sent = awaitAllSent(day);
    check(sent, "emails were left waiting: " + register.outcomes());
    return judge(day, due);
  }

  /**
   * No node plans before all are ready, which a round that holds its lock prevents. The server
   * answers so slowly that sending takes longer than six starts, and outlasts the restarts.
   */
  private void startNodes() throws IOException, InterruptedException, SQLException {
    try (Connection round = DriverManager.getConnection(database.url());
        Statement statement = round.createStatement()) {
      round.setAutoCommit(false);
      statement.execute("select id from reminder_lock for update");
      for (int node = 0; node < NODES; node++) {
        nodes.add(startNode(node));
        log.info("Node {} ready in {} s", node + 1, one(nodes.get(node).secondsToFirstPage()));
      }
      double slowest =
          nodes.stream().mapToDouble(ChildApplication::secondsToFirstPage).max().orElseThrow();
      Duration needed = Duration.ofMillis((long) (6 * slowest * 1000 / EMAILS));
      answer = needed.compareTo(QUICKEST_ANSWER) > 0 ? needed : QUICKEST_ANSWER;
      post.answerAfter(answer);
    }
  }

  /** The clocks of all nodes show the same time, within the hours of the round. */
  private ChildApplication startNode(int node) throws IOException, InterruptedException {
    LocalDateTime now =
        FaultRegister.EVE.plusDays(1).atTime(LocalTime.of(10, 0)).plus(since(start));
    return ChildApplication.startOnPostgres(
        "eu.jalon.JalonApplication",
        "/actuator/health/readiness",
        database.url(),
        folder.resolve("node-" + (node + 1) + ".log"),
        "--spring.profiles.active=test,postgresql",
        "--jalon.clock.start=" + now.truncatedTo(ChronoUnit.SECONDS),
        "--jalon.base-url=" + FaultRegister.BASE_URL,
        "--spring.mail.host=127.0.0.1",
        "--spring.mail.port=" + post.port());
  }

  /** Stops a node while emails are sent, by whichever node, and starts it again. */
  private void restart(int node, FaultDay day) throws IOException, InterruptedException {
    awaitSending(answer);
    awaitSending(SLOW_ANSWER);
    int waiting = register.emails(day.on(), true);
    boolean sending = register.leased().containsKey(String.valueOf(nodes.get(node).pid()));
    long from = System.nanoTime();
    nodes.get(node).close();
    Duration stop = since(from);
    post.answerAfter(answer);
    nodes.set(node, startNode(node));
    String figures =
        "ended in %s s, ready in %s s"
            .formatted(one(stop), one(nodes.get(node).secondsToFirstPage()));
    add(new Restart("node " + (node + 1), from, System.nanoTime(), waiting, sending, figures));
    check(stop.compareTo(LONGEST_STOP) < 0, "node %d did not end by itself".formatted(node + 1));
  }

  private void restartDatabase(FaultDay day) {
    awaitSending(answer);
    int waiting = register.emails(day.on(), true);
    Map<String, Set<String>> leased = register.leased();
    leased
        .values()
        .forEach(
            emails -> excuses.add(new AllowedDuplicate(AllowedDuplicate.Kind.RESTART, emails)));
    long from = System.nanoTime();
    database.stop();
    LockSupport.parkNanos(DATABASE_IS_AWAY.toNanos());
    database.start();
    register.reconnect();
    long until = System.nanoTime();
    String figures = "away for %s s".formatted(one(Duration.ofNanos(until - from)));
    add(new Restart("database", from, until, waiting, !leased.isEmpty(), figures));
  }

  private void add(Restart restart) {
    restarts.add(restart);
    log.info("{}: {}, {} emails waited", restart.what(), restart.figures(), restart.waiting());
    check(restart.waiting() > 0, "all emails were sent before the restart of " + restart.what());
  }

  /** Waits until an email is given to the server that it takes some time over. */
  private void awaitSending(Duration time) {
    post.answerAfter(time);
    int begun = post.begun();
    waitUntil(() -> post.begun() > begun, SENDING_GOES_ON);
  }

  private boolean awaitAllSent(FaultDay day) {
    return waitUntil(
            () ->
                register.emails(day.on(), true) == 0
                    || since(last(post.takenAt())).compareTo(NOTHING_COMES) > 0,
            Duration.ofHours(1))
        && register.outcomes().equals(Map.of("SENT", EMAILS));
  }

  private Report judge(FaultDay day, long due) {
    List<Arrived> arrived = post.arrived();
    DeliveryCheck delivery =
        DeliveryCheck.of(List.of(day), arrived, post.takenAt().size(), excuses);
    broken.addAll(delivery.broken());
    long last = last(post.takenAt());
    Duration delay = longestGap(due, last, due);
    check(delay.compareTo(LONGEST_DELAY) < 0, "nothing arrived for %s s".formatted(one(delay)));
    check(
        restarts.stream().limit(NODES).anyMatch(Restart::sending),
        "no node was stopped while it was sending");
    return new Report(text(delivery, arrived, due, last, delay), broken);
  }

  private String text(
      DeliveryCheck delivery, List<Arrived> arrived, long due, long last, Duration delay) {
    StringBuilder text = new StringBuilder("# Rolling restart\n\n");
    text.append(
            "| restart of | second | figures | emails waiting | was sending | longest gap, s |\n")
        .append("|---|---|---|---|---|---|\n");
    for (int i = 0; i < restarts.size(); i++) {
      Restart each = restarts.get(i);
      long until = i + 1 < restarts.size() ? restarts.get(i + 1).from() : last;
      text.append(
          "| %s | %s | %s | %d | %s | %s |\n"
              .formatted(
                  each.what(),
                  one(Duration.ofNanos(each.from() - due)),
                  each.figures(),
                  each.waiting(),
                  each.sending() ? "yes" : "no",
                  one(longestGap(each.from(), until, due))));
    }
    text.append("\n| what | figure |\n|---|---|\n");
    row(text, "emails expected", delivery.expected());
    row(text, "emails at the server", arrived.size());
    row(text, "the server answers after, ms", answer.toMillis());
    row(text, "emails by outcome", register.outcomes());
    row(text, "emails with a second attempt", register.repeated());
    row(text, "**lost**", delivery.lost());
    row(text, "doubled", delivery.doubled());
    row(text, "**doubled without a reason**", delivery.unexplained());
    row(text, "seconds until the last arrived", one(Duration.ofNanos(last - due)));
    row(text, "of these without restarts", one(plainSending()));
    row(text, "**longest delay, s**", one(delay));
    text.append(
        "\nThe delay is the longest time without an arrival while emails wait, from the end of the"
            + " round to the last arrival. Without restarts sending takes as many times the median"
            + " between two arrivals.\n");
    copies(arrived).forEach((email, copies) -> text.append("\nDoubled: " + email + "\n"));
    text.append(broken.isEmpty() ? "\nEvery promise was kept.\n" : "\nBroken:\n\n");
    broken.forEach(each -> text.append("- ").append(each).append('\n'));
    return text.toString();
  }

  private static Map<String, Long> copies(List<Arrived> arrived) {
    Map<String, Long> copies =
        arrived.stream().collect(Collectors.groupingBy(Arrived::messageId, Collectors.counting()));
    copies.values().removeIf(count -> count == 1);
    return copies;
  }

  /** The longest time without an arrival that ended after one moment and began before another. */
  private Duration longestGap(long from, long until, long due) {
    long longest = 0;
    long before = due;
    for (long at : post.takenAt()) {
      if (at > from && before < until) {
        longest = Math.max(longest, at - before);
      }
      before = at;
    }
    return Duration.ofNanos(longest);
  }

  private Duration plainSending() {
    List<Long> at = post.takenAt();
    List<Long> gaps = new ArrayList<>();
    for (int i = 1; i < at.size(); i++) {
      gaps.add(at.get(i) - at.get(i - 1));
    }
    gaps.sort(Comparator.naturalOrder());
    return gaps.isEmpty()
        ? Duration.ZERO
        : Duration.ofNanos(gaps.get(gaps.size() / 2)).multipliedBy(at.size());
  }

  private void check(boolean kept, String promise) {
    if (!kept) {
      broken.add(promise);
    }
  }

  private long last(List<Long> times) {
    return times.isEmpty() ? start : times.get(times.size() - 1);
  }

  private static boolean waitUntil(BooleanSupplier condition, Duration longest) {
    long from = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (since(from).compareTo(longest) > 0) {
        return false;
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    return true;
  }

  private static Duration since(long moment) {
    return Duration.ofNanos(System.nanoTime() - moment);
  }

  private static String one(Duration time) {
    return one(time.toMillis() / 1000.0);
  }

  private static String one(double figure) {
    return "%.1f".formatted(figure);
  }

  private static void row(StringBuilder text, String what, Object figure) {
    text.append("| ").append(what).append(" | ").append(figure).append(" |\n");
  }

  @Override
  public void close() throws IOException {
    nodes.forEach(ChildApplication::close);
    register.close();
    post.close();
    database.close();
  }
}
