package eu.jalon.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of ratios: both sides in the same run, alternating, medians with their spread. It
 * measures and reports; it never passes or fails.
 */
public final class Benchmark {

  private static final Path REPORT = Path.of("target", "bench", "report.md");
  private static final int DEFAULT_ITEMS = 10_000;
  private static final String DEFAULT_STEPS = "2000";
  private static final String DEFAULT_TASKS = "100000";
  private static final String DEFAULT_EMAILS = "4000";
  private static final String DEFAULT_COMMITMENTS = "100000";
  private static final String DEFAULT_ROUNDS = "100";

  private static final String LAST_BESIDE_REDMINE =
      """

      Redmine was not beside us in this run (`--peer redmine`). The last time, on two quiet cores
      with 100,000 issues on PostgreSQL, its list of 25 had a p50 of 345 ms and a p95 of 427 ms.
      """;

  private Benchmark() {}

  public static void main(String[] args) throws Exception {
    int items = Integer.parseInt(option(args, "--items", String.valueOf(DEFAULT_ITEMS)));
    String only = option(args, "--only", "");
    List<Ratio> rows = new ArrayList<>();
    if (only.isEmpty() || only.equals("start")) {
      rows.addAll(StartUpBenchmark.measure());
    }
    if (only.isEmpty() || only.equals("entering")) {
      rows.add(EntryBenchmark.measure(items));
    }
    if (only.isEmpty() || only.equals("intake")) {
      rows.add(IntakeBenchmark.measure(Integer.parseInt(option(args, "--steps", DEFAULT_STEPS))));
    }
    if (only.isEmpty() || only.equals("moving")) {
      rows.addAll(
          MeetingMoveBenchmark.measure(Integer.parseInt(option(args, "--tasks", DEFAULT_TASKS))));
    }
    if (only.isEmpty() || only.equals("planning")) {
      rows.addAll(RoundBenchmark.measure(Integer.parseInt(option(args, "--tasks", DEFAULT_TASKS))));
    }
    if (only.isEmpty() || only.equals("sending")) {
      rows.add(MailBenchmark.measure(Integer.parseInt(option(args, "--emails", DEFAULT_EMAILS))));
    }
    String pages = "";
    if (only.isEmpty() || only.equals("workspace")) {
      int commitments = Integer.parseInt(option(args, "--commitments", DEFAULT_COMMITMENTS));
      int rounds = Integer.parseInt(option(args, "--rounds", DEFAULT_ROUNDS));
      pages =
          option(args, "--peer", "").equals("redmine")
              ? PageBenchmark.measureBesideRedmine(commitments, rounds)
              : PageBenchmark.measure(commitments, rounds) + LAST_BESIDE_REDMINE;
    }
    write(rows, items, pages);
    System.exit(0);
  }

  private static String option(String[] args, String name, String otherwise) {
    for (int i = 0; i + 1 < args.length; i++) {
      if (name.equals(args[i])) {
        return args[i + 1];
      }
    }
    return otherwise;
  }

  /** The first line that a command prints; "unknown" where there is no such command. */
  private static String output(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return process
          .inputReader(StandardCharsets.UTF_8)
          .lines()
          .findFirst()
          .orElse("unknown")
          .strip();
    } catch (IOException e) {
      return "unknown";
    }
  }

  private static void write(List<Ratio> rows, int items, String pages) throws IOException {
    StringBuilder report = new StringBuilder("# Benchmark\n\n");
    report
        .append("Commit ")
        .append(output("git", "describe", "--always", "--dirty"))
        .append(", ")
        .append(LocalDate.now(Clock.systemUTC()))
        .append(", ")
        .append(output("sed", "-n", "s/^model name.*: //p;T;q", "/proc/cpuinfo"))
        .append(", ")
        .append(System.getProperty("os.name"))
        .append(' ')
        .append(System.getProperty("os.version"))
        .append(", Java ")
        .append(Runtime.version())
        .append(", ")
        .append(Runtime.getRuntime().availableProcessors())
        .append(" cores, heap ")
        .append(Runtime.getRuntime().maxMemory() / (1024 * 1024))
        .append(" MiB, ")
        .append(items)
        .append(" items.\n\n")
        .append("| what | ours | the other side | ratio | aim | rounds |\n")
        .append("|---|---|---|---|---|---|\n");
    rows.forEach(row -> report.append(row.line()).append('\n'));
    report.append(pages);
    Files.createDirectories(REPORT.getParent());
    Files.writeString(REPORT, report);
    System.out.println(report);
    System.out.println("Written to " + REPORT);
  }
}
