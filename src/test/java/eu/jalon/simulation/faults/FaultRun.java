package eu.jalon.simulation.faults;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.simulation.faults.FaultRegister.FaultDay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Proves that emails are never lost and never doubled: nodes are killed and frozen, the line to the
 * relay breaks and the database goes away, while simulated days go by; then the emails at the mail
 * server are counted.
 */
public final class FaultRun implements AutoCloseable {

  private static final org.slf4j.Logger log = LoggerFactory.getLogger(FaultRun.class);

  private static final Duration MOMENT = Duration.ofMillis(20);
  private static final Duration TIME_PASSES = Duration.ofMillis(250);
  private static final Duration LONGEST_DAY = Duration.ofSeconds(90);

  private final long seed;
  private final Random random;
  private final RestartableDatabase database;
  private final ReceivingMailServer post = new ReceivingMailServer();
  private final FaultSequence deck;
  private final FaultRegister register;
  private final SimulatedDayClock clock;
  private final Cluster cluster;
  private final Disturbances disturbances;
  private final List<FaultDay> days = new ArrayList<>();
  private final long start = System.nanoTime();

  private FaultRun(Path folder, int kills, long seed) throws IOException, SQLException {
    this.seed = seed;
    FakeTime.check();
    Files.createDirectories(folder);
    random = new Random(seed);
    deck = new FaultSequence(random.nextLong());
    database = new RestartableDatabase(folder.resolve("database"));
    register = new FaultRegister(database.url(), new Random(random.nextLong()));
    clock = new SimulatedDayClock(folder.resolve("clock"));
    clock.moveTo(FaultRegister.EVE.atStartOfDay(BrusselsTime.ZONE).toInstant());
    cluster = new Cluster(folder, database.url(), post, deck);
    disturbances = new Disturbances(random, cluster, database, register, kills);
  }

  /**
   * Runs {@code --kills N --seed N}, or {@code --rolling-restart}; writes the report, and fails
   * where a promise is broken.
   */
  public static void main(String[] args) throws Exception {
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    ((Logger) LoggerFactory.getLogger(FaultRun.class.getPackageName())).setLevel(Level.INFO);
    Path folder = Files.createDirectories(Path.of("target", "faults"));
    FileSystemUtils.deleteRecursively(folder.resolve("run"));
    if (List.of(args).contains("--rolling-restart")) {
      RollingRestart.Report report = RollingRestart.run(folder.resolve("run"));
      end(folder.resolve("rolling-restart.md"), report.text(), report.broken());
    } else {
      int kills = Integer.parseInt(option(args, "--kills", "200"));
      long seed = Long.parseLong(option(args, "--seed", "20270301"));
      FaultReport report = run(folder.resolve("run"), kills, seed);
      end(folder.resolve("report.md"), report.text(), report.broken());
    }
  }

  private static void end(Path file, String report, List<String> broken) throws IOException {
    Files.writeString(file, report);
    System.out.println(report);
    System.exit(broken.isEmpty() ? 0 : 1);
  }

  /** A run with its files in a folder of its own. */
  static FaultReport run(Path folder, int kills, long seed) throws Exception {
    try (FaultRun run = new FaultRun(folder, kills, seed)) {
      return run.report();
    }
  }

  private FaultReport report() throws Exception {
    cluster.awaitReady();
    DeliveryCheck verdict;
    do {
      day();
      verdict = judge();
    } while (disturbances.killsLeft() > 0 && verdict.broken().isEmpty());
    return new FaultReport(
        seed,
        days.size(),
        seconds(),
        deck.dealt(),
        disturbances,
        cluster,
        register.outcomes(),
        post.arrived().size(),
        judge());
  }

  private void day() throws InterruptedException, IOException {
    FaultDay day = register.nextDay();
    days.add(day);
    deck.turn(true);
    LocalTime time = LocalTime.of(8, 0).plusMinutes(random.nextInt(8 * 60));
    clock.moveTo(day.on().atTime(time).atZone(BrusselsTime.ZONE).toInstant());
    disturbances.begin(day.on());
    long deadline = System.nanoTime() + LONGEST_DAY.toNanos();
    long timePassesAt = System.nanoTime();
    boolean done = false;
    while (!done && System.nanoTime() < deadline) {
      cluster.tend(MOMENT);
      boolean allPlanned = register.emails(day.on(), false) >= day.expected().size();
      boolean emailsWait = register.emails(day.on(), true) > 0;
      disturbances.goOn(emailsWait);
      boolean over = disturbances.areOver(emailsWait || !allPlanned);
      deck.turn(!over);
      if (System.nanoTime() >= timePassesAt) {
        register.timePasses(cluster.dead());
        timePassesAt = System.nanoTime() + TIME_PASSES.toNanos();
      }
      done = over && allPlanned && !emailsWait && cluster.isQuiet();
    }
    disturbances.end();
    cluster.dead().clear();
    deck.turn(false);
    log.info(
        "{}: {} emails, {} kills left, {} s in all",
        day.on(),
        day.expected().size(),
        disturbances.killsLeft(),
        seconds());
  }

  private long seconds() {
    return Duration.ofNanos(System.nanoTime() - start).toSeconds();
  }

  private DeliveryCheck judge() {
    return DeliveryCheck.of(
        days,
        post.arrived(),
        cluster.taken(),
        AllowedDuplicate.of(cluster, disturbances.restarts()));
  }

  private static String option(String[] args, String name, String otherwise) {
    for (int i = 0; i + 1 < args.length; i++) {
      if (name.equals(args[i])) {
        return args[i + 1];
      }
    }
    return otherwise;
  }

  @Override
  public void close() throws IOException {
    cluster.close();
    register.close();
    post.close();
    database.close();
  }
}
