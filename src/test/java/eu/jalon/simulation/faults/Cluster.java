package eu.jalon.simulation.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Three nodes, each on its line; whoever dies is started again at once. */
final class Cluster implements AutoCloseable {

  static final int NODES = 3;

  /** The last node's clock is wrong: by a minute in one life, by an hour in the next. */
  private static final int WRONG = NODES - 1;

  private static final List<Duration> AHEAD = List.of(Duration.ofMinutes(1), Duration.ofHours(1));

  private static final Duration TOLERANCE = Duration.ofSeconds(20);

  /** What befell a node in one of its lives; the end of a kill is never. */
  record Blow(boolean killed, int node, int life, long from, long until) {}

  private final Path folder;
  private final String database;
  private final List<FaultyProxy> lines = new ArrayList<>();
  private final List<AtomicInteger> lives = new ArrayList<>();
  private final NodeProcess[] nodes = new NodeProcess[NODES];
  private final BlockingQueue<Integer> deaths = new LinkedBlockingQueue<>();
  private final List<Blow> blows = new CopyOnWriteArrayList<>();
  private final Set<NodeProcess> checked = new HashSet<>();
  private final Map<String, Integer> clocks = new TreeMap<>();
  private final List<String> dead = new ArrayList<>();
  private int diedAlone;

  Cluster(Path folder, String database, ReceivingMailServer post, FaultSequence deck)
      throws IOException {
    this.folder = folder;
    this.database = database;
    for (int node = 0; node < NODES; node++) {
      AtomicInteger life = new AtomicInteger();
      lives.add(life);
      lines.add(new FaultyProxy(post.port(), Set.of(FaultRegister.REFUSED), deck, life::get));
      start(node);
    }
  }

  FaultyProxy line(int node) {
    return lines.get(node);
  }

  NodeProcess node(int node) {
    return nodes[node];
  }

  List<Blow> blows() {
    return blows;
  }

  /** How many lives had which clock. */
  Map<String, Integer> clocks() {
    return clocks;
  }

  /** The process ids of those who died today. */
  List<String> dead() {
    return dead;
  }

  int diedAlone() {
    return diedAlone;
  }

  /** How many emails the relay said yes to. */
  int taken() {
    return lines.stream().mapToInt(line -> line.taken().size()).sum();
  }

  boolean isQuiet() {
    return lines.stream().allMatch(FaultyProxy::isIdle);
  }

  /** Kills a node as {@code kill -9} does, unless it is dead or frozen. */
  synchronized boolean kill(int node) {
    NodeProcess process = nodes[node];
    if (!process.isAlive() || process.isFrozen()) {
      return false;
    }
    blows.add(new Blow(true, node, lives.get(node).get(), System.nanoTime(), Long.MAX_VALUE));
    process.kill();
    return true;
  }

  /** Stops a node where it stands. */
  synchronized boolean freeze(int node) {
    NodeProcess process = nodes[node];
    if (!process.isAlive() || process.isFrozen()) {
      return false;
    }
    process.freeze();
    return true;
  }

  /** Lets a node go on that was frozen since a moment. */
  void thaw(int node, long since) {
    nodes[node].thaw();
    blows.add(new Blow(false, node, lives.get(node).get(), since, System.nanoTime()));
  }

  /** Waits a moment for somebody to die, and starts again whoever is dead. */
  void tend(Duration moment) throws InterruptedException, IOException {
    if (deaths.poll(moment.toMillis(), TimeUnit.MILLISECONDS) != null) {
      deaths.clear();
    }
    for (int node = 0; node < NODES; node++) {
      if (!nodes[node].isAlive()) {
        int life = lives.get(node).get();
        int victim = node;
        boolean killed =
            blows.stream().anyMatch(b -> b.killed() && b.node() == victim && b.life() == life);
        diedAlone += killed ? 0 : 1;
        dead.add(nodes[node].pid());
        start(node);
      } else if (nodes[node].isReady() && checked.add(nodes[node])) {
        checkClock(node);
      }
    }
  }

  /** Waits until every node is at work. */
  void awaitReady() {
    for (int node = 0; node < NODES; node++) {
      nodes[node].skew();
    }
  }

  private synchronized void start(int node) throws IOException {
    int life = lives.get(node).incrementAndGet();
    Duration ahead = ahead(node, life);
    NodeProcess process =
        new NodeProcess(
            folder.resolve("node-" + node + ".log"),
            ahead.isZero() ? Map.of() : FakeTime.ahead(ahead),
            List.of(
                database + "&ApplicationName=node-" + node,
                String.valueOf(lines.get(node).port()),
                folder.resolve("clock").toString()),
            () -> deaths.add(node));
    nodes[node] = process;
  }

  private static Duration ahead(int node, int life) {
    return node == WRONG ? AHEAD.get(life % AHEAD.size()) : Duration.ZERO;
  }

  /** A clock that was to be wrong and is not would prove nothing. */
  private void checkClock(int node) {
    Duration ahead = ahead(node, lives.get(node).get());
    Duration skew = nodes[node].skew();
    if (skew.minus(ahead).abs().compareTo(TOLERANCE) > 0) {
      throw new IllegalStateException(
          "The clock of node %d is ahead by %s, not %s".formatted(node, skew, ahead));
    }
    clocks.merge(ahead.isZero() ? "right" : ahead.toSeconds() + " s ahead", 1, Integer::sum);
  }

  @Override
  public void close() throws IOException {
    for (NodeProcess node : nodes) {
      node.kill();
    }
    for (FaultyProxy line : lines) {
      line.close();
    }
  }
}
