package eu.jalon.simulation.faults;

import eu.jalon.simulation.faults.FaultyProxy.Moment;
import eu.jalon.simulation.faults.FaultyProxy.Trap;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** What befalls nodes and database on a day: kills in rounds and in sending, ice, and restarts. */
final class Disturbances {

  /** When the database was away. */
  record Restart(long from, long until) {}

  private static final Duration ROUND_IS_SEEN = Duration.ofSeconds(3);
  private static final Duration ICE = ReminderNode.LEASE.plusMillis(1500);
  private static final String IN_A_ROUND = "in a round, before its emails were committed";
  private static final String AFTER_A_ROUND = "right after a round";
  private static final String ANY = "at any moment";
  private static final List<Moment> MOMENTS = List.of(Moment.values());

  private record Frozen(int node, long since) {}

  private final Random random;
  private final Cluster cluster;
  private final RestartableDatabase database;
  private final FaultRegister register;
  private final AtomicInteger killsLeft;
  private final AtomicInteger killsToday = new AtomicInteger();
  private final Map<String, Integer> when = new ConcurrentHashMap<>();
  private final ArrayBlockingQueue<Frozen> frozen = new ArrayBlockingQueue<>(Cluster.NODES);
  private final List<Restart> restarts = new ArrayList<>();
  private int days;
  private long roundLasts;
  private boolean freezes;
  private long restartAt;
  private long killAt;

  Disturbances(
      Random random,
      Cluster cluster,
      RestartableDatabase database,
      FaultRegister register,
      int kills) {
    this.random = random;
    this.cluster = cluster;
    this.database = database;
    this.register = register;
    this.killsLeft = new AtomicInteger(kills);
  }

  int killsLeft() {
    return killsLeft.get();
  }

  /** The kills by the moment they came at. */
  Map<String, Integer> kills() {
    return new TreeMap<>(when);
  }

  List<Restart> restarts() {
    return restarts;
  }

  /** Begins a day whose round the nodes are just becoming aware of. */
  void begin(LocalDate day) {
    long now = System.nanoTime();
    killsToday.set(Math.min(killsLeft.get(), 3 + random.nextInt(3)));
    freezes = days % 3 == 0;
    restartAt = days % 3 == 1 ? now + millis(random.nextInt(1500)) : Long.MAX_VALUE;
    killAt = random.nextInt(3) == 0 ? now + millis(random.nextInt(3000)) : Long.MAX_VALUE;
    boolean killTheRound = days > 0 && random.nextInt(4) > 0;
    days++;
    watchTheRound(day, killTheRound, now + ROUND_IS_SEEN.toNanos());
  }

  /** Does what is due by now. */
  void goOn(boolean emailsWait) throws InterruptedException, IOException {
    long now = System.nanoTime();
    if (now >= restartAt) {
      restartAt = Long.MAX_VALUE;
      restart(now, now + millis(random.nextInt(2500)));
    }
    if (now >= killAt) {
      killAt = Long.MAX_VALUE;
      kill(random.nextInt(Cluster.NODES), () -> ANY);
    }
    Frozen first = frozen.peek();
    if (first != null && now - first.since() >= ICE.toNanos()) {
      frozen.remove();
      cluster.thaw(first.node(), first.since());
    }
    if (emailsWait) {
      setTraps();
    }
  }

  /** Whether nothing more is to happen today: the rest of the kills is for another day. */
  boolean areOver(boolean emailsWait) {
    return (killsToday.get() == 0 || !emailsWait)
        && restartAt == Long.MAX_VALUE
        && killAt == Long.MAX_VALUE
        && frozen.isEmpty();
  }

  /** Takes away traps that nobody fell into. */
  void end() {
    killsToday.set(0);
    for (int node = 0; node < Cluster.NODES; node++) {
      cluster.line(node).set(null);
    }
  }

  /** Nodes are struck, and started again, while the database is away too. */
  private void restart(long now, long until) throws InterruptedException, IOException {
    database.stop();
    do {
      cluster.tend(Duration.ofMillis(20));
    } while (System.nanoTime() < until);
    database.start();
    register.reconnect();
    restarts.add(new Restart(now, System.nanoTime()));
  }

  private void setTraps() {
    for (int node = 0; node < Cluster.NODES; node++) {
      FaultyProxy line = cluster.line(node);
      if (killsToday.get() > 0 && !line.hasTrap() && cluster.node(node).isReady()) {
        Moment moment = MOMENTS.get(random.nextInt(MOMENTS.size()));
        AtomicInteger emails = new AtomicInteger(1 + random.nextInt(3));
        line.set(new Trap(moment, emails, blow(node, moment, freezes)));
        freezes = false;
      }
    }
  }

  private Runnable blow(int node, Moment moment, boolean freeze) {
    long delay = moment == Moment.ANSWERED ? random.nextInt(8_000_000) : 0;
    return () -> {
      LockSupport.parkNanos(delay);
      if (!freeze) {
        kill(node, () -> moment.words);
      } else if (cluster.freeze(node)) {
        frozen.add(new Frozen(node, System.nanoTime()));
      }
    };
  }

  /** Kills the node that is planning at some moment of its round, or learns how long one takes. */
  private void watchTheRound(LocalDate day, boolean kill, long deadline) {
    List<String> planning = List.of();
    while (planning.isEmpty() && System.nanoTime() < deadline) {
      planning = register.writing();
    }
    long since = System.nanoTime();
    if (kill && !planning.isEmpty()) {
      LockSupport.parkNanos((long) (random.nextDouble() * 0.8 * roundLasts));
      int node = Integer.parseInt(planning.get(0).replaceAll("\\D", ""));
      kill(node, () -> register.emails(day, false) == 0 ? IN_A_ROUND : AFTER_A_ROUND);
    } else {
      while (register.emails(day, false) == 0 && System.nanoTime() < deadline) {
        roundLasts = System.nanoTime() - since;
      }
    }
  }

  private void kill(int node, Supplier<String> moment) {
    if (killsToday.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
      return;
    }
    if (cluster.kill(node)) {
      killsLeft.decrementAndGet();
      when.merge(moment.get(), 1, Integer::sum);
    } else {
      killsToday.incrementAndGet();
    }
  }

  private static long millis(int number) {
    return Duration.ofMillis(number).toNanos();
  }
}
