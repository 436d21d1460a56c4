package eu.jalon.benchmark;

import eu.jalon.ChildApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * From the start of the JVM to the first page, against the bare starter's own; each with the class
 * path it would have in production, as {@code ./verify bench} writes it down.
 */
final class StartUpBenchmark {

  private static final int ROUNDS = 5;
  private static final String SAMPLE = "--spring.profiles.active=demo";
  private static final Path FOLDER = Path.of("target", "bench");

  private final String ours;
  private final String bare;
  private final Path databases;

  private StartUpBenchmark() throws IOException {
    this.ours = classPath(Path.of("target"), FOLDER.resolve("runtime.classpath"));
    this.bare = classPath(FOLDER.resolve("bare-starter"), FOLDER.resolve("bare.classpath"));
    this.databases = Files.createTempDirectory("jalon-bench");
  }

  static List<Ratio> measure() throws Exception {
    return new StartUpBenchmark().rounds();
  }

  private List<Ratio> rounds() throws Exception {
    List<Double> oursFirst = new ArrayList<>();
    List<Double> bareFirst = new ArrayList<>();
    List<Double> sampleFirst = new ArrayList<>();
    List<Double> oursAgain = new ArrayList<>();
    List<Double> bareAgain = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      oursFirst.add(ours("empty" + round));
      bareFirst.add(bare("bare" + round));
      sampleFirst.add(ours("sample" + round, SAMPLE));
      oursAgain.add(ours("sample" + round, SAMPLE));
      bareAgain.add(bare("bare" + round));
    }
    return List.of(
        new Ratio("restart to first page", "s", oursAgain, bareAgain, "bare starter", "≤ 1.3"),
        new Ratio(
            "first start, empty register", "s", oursFirst, bareFirst, "bare starter", "≤ 1.3"),
        new Ratio(
            "first start, making the sample", "s", sampleFirst, bareFirst, "bare starter", "none"));
  }

  private double ours(String database, String... arguments) throws Exception {
    return seconds(
        ours, "eu.jalon.JalonApplication", "/login", databases.resolve(database), arguments);
  }

  private double bare(String database) throws Exception {
    return seconds(bare, "bare.BareStarter", "/camunda/app/welcome/", databases.resolve(database));
  }

  private static double seconds(
      String classPath, String main, String page, Path database, String... arguments)
      throws Exception {
    try (ChildApplication child =
        ChildApplication.start(classPath, main, page, database, arguments)) {
      return child.secondsToFirstPage();
    }
  }

  private static String classPath(Path target, Path libraries) throws IOException {
    return target.resolve("classes").toAbsolutePath() + ":" + Files.readString(libraries).strip();
  }
}
