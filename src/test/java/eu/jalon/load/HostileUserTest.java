package eu.jalon.load;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.ChildApplication;
import eu.jalon.SessionClient;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Twenty users work while one hostile client does all it can against a node with 512 MB of heap.
 * Response times are written to {@code target/load/report.md} and not asserted: they depend on the
 * machine.
 */
@Tag("simulation")
class HostileUserTest {

  private static final Duration ATTACK = Duration.ofSeconds(20);
  private static final Path REPORT = Path.of("target", "load", "report.md");
  private static final Pattern USED = Pattern.compile("used (\\d+)K");

  /** A quiet node holds less than 100 MB; what attacks leave behind must not add up. */
  private static final long MOST_KILOBYTES_AFTER = 200 * 1024;

  private static final List<String> USERS =
      List.of(
          "be-ibz", "be-jus", "be-mae", "be-def", "be-ami", "be-fin", "be-mob", "fr-int", "fr-jus",
          "fr-tra");
  private static final List<String> PAGES =
      List.of(
          "/commitments",
          "/emails/settings",
          "/commitments?q=police",
          "/api/action-items",
          "/reminder-policy");

  private final Map<String, Integer> hostile = new ConcurrentSkipListMap<>();
  private volatile boolean over;

  @TempDir private Path folder;

  @Test
  void b5_robustness3_twentyUsersWorkOnBesideOneThatIsHostile() throws Exception {
    try (ChildApplication node =
        ChildApplication.start(
            "eu.jalon.JalonApplication",
            "/login",
            folder.resolve("load"),
            "--spring.profiles.active=demo",
            "--jalon.clock.start=2027-03-01T09:00",
            "--jalon.schedule.enabled=false")) {
      int port = node.address().getPort();
      List<SessionClient> ordinary =
          IntStream.range(0, 20)
              .mapToObj(n -> SessionClient.signedIn(port, USERS.get(n % USERS.size())))
              .toList();
      List<Answer> quiet = work(ordinary, Duration.ofSeconds(4));

      HostileClient client = new HostileClient(port, this::count, () -> over);
      ExecutorService attackers = Executors.newCachedThreadPool();
      List<Answer> attacked;
      try {
        List<Future<?>> attacks =
            client.attacks().stream().<Future<?>>map(attackers::submit).toList();
        attacked = work(ordinary, ATTACK);
        over = true;
        for (Future<?> attack : attacks) {
          attack.get(60, TimeUnit.SECONDS);
        }
      } finally {
        over = true;
        attackers.shutdownNow();
      }
      long heap = heapAfterCollection(node.pid());
      report(quiet, attacked, heap);

      assertThat(attacked).isNotEmpty().allMatch(answer -> answer.status() == 200);
      assertThat(hostile).containsKeys("429", "503");
      assertThat(heap).isPositive().isLessThan(MOST_KILOBYTES_AFTER);
      assertThat(SessionClient.anonymous(port).get("/login").statusCode()).isEqualTo(200);
    }
  }

  private void count(String status) {
    hostile.merge(status, 1, Integer::sum);
  }

  /** What one page took. */
  private record Answer(int status, long millis) {}

  private static List<Answer> work(List<SessionClient> users, Duration time) throws Exception {
    long end = System.nanoTime() + time.toNanos();
    ExecutorService threads = Executors.newFixedThreadPool(users.size());
    try {
      List<Future<List<Answer>>> work = new ArrayList<>();
      for (SessionClient user : users) {
        work.add(threads.submit(() -> browse(user, end)));
      }
      List<Answer> answers = new ArrayList<>();
      for (Future<List<Answer>> each : work) {
        answers.addAll(each.get());
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }

  /** One page after the other, with the pause of a reader in between. */
  private static List<Answer> browse(SessionClient user, long end) {
    List<Answer> answers = new ArrayList<>();
    for (int n = 0; System.nanoTime() < end; n++) {
      long begun = System.nanoTime();
      HttpResponse<String> answer = user.get(PAGES.get(n % PAGES.size()));
      answers.add(new Answer(answer.statusCode(), (System.nanoTime() - begun) / 1_000_000));
      LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
    }
    return answers;
  }

  private static long heapAfterCollection(long pid) throws IOException, InterruptedException {
    jcmd(pid, "GC.run");
    Matcher used = USED.matcher(jcmd(pid, "GC.heap_info"));
    long kilobytes = 0;
    while (used.find() && kilobytes >= 0) {
      kilobytes += Long.parseLong(used.group(1));
    }
    return kilobytes;
  }

  private static String jcmd(long pid, String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                String.valueOf(pid),
                command)
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    // The metaspace is no part of the heap.
    int metaspace = output.indexOf("Metaspace");
    return metaspace < 0 ? output : output.substring(0, metaspace);
  }

  private void report(List<Answer> quiet, List<Answer> attacked, long heap) throws IOException {
    Files.createDirectories(REPORT.getParent());
    Files.writeString(
        REPORT,
        """
        # One hostile user beside twenty ordinary ones, 512 MB of heap

        | | requests | p50 ms | p95 ms | longest ms |
        |---|---|---|---|---|
        | quiet | %s |
        | attacked for %d s | %s |

        Heap after a collection: %d MB. Answers to the hostile client: %s.
        """
            .formatted(
                figures(quiet), ATTACK.toSeconds(), figures(attacked), heap / 1024, hostile));
    System.out.println(Files.readString(REPORT));
  }

  private static String figures(List<Answer> answers) {
    List<Long> millis = new ArrayList<>(answers.stream().map(Answer::millis).toList());
    Collections.sort(millis);
    return "%d | %d | %d | %d"
        .formatted(
            millis.size(),
            millis.get(millis.size() / 2),
            millis.get(millis.size() * 95 / 100),
            millis.get(millis.size() - 1));
  }
}
