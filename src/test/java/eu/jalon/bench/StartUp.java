package eu.jalon.bench;

import eu.jalon.ChildApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** From the start of the JVM to the first page, against the bare starter's own. */
final class StartUp {

  private static final int ROUNDS = 5;

  private StartUp() {}

  static List<Ratio> measure() throws Exception {
    Path folder = Files.createTempDirectory("jalon-bench");
    List<Double> oursFirst = new ArrayList<>();
    List<Double> bareFirst = new ArrayList<>();
    List<Double> oursAgain = new ArrayList<>();
    List<Double> bareAgain = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      oursFirst.add(ours(folder.resolve("ours" + round)));
      bareFirst.add(bare(folder.resolve("bare" + round)));
      oursAgain.add(ours(folder.resolve("ours" + round)));
      bareAgain.add(bare(folder.resolve("bare" + round)));
    }
    return List.of(
        new Ratio("restart to first page", "s", oursAgain, bareAgain, "bare starter", "≤ 1.3"),
        new Ratio("first start to first page", "s", oursFirst, bareFirst, "bare starter", "≤ 1.3"));
  }

  private static double ours(Path database) throws Exception {
    return seconds(
        "eu.jalon.JalonApplication", "/login", database, "--spring.profiles.active=demo");
  }

  private static double bare(Path database) throws Exception {
    return seconds(BareStarter.class.getName(), "/camunda/app/welcome/", database);
  }

  private static double seconds(String main, String page, Path database, String... arguments)
      throws Exception {
    try (ChildApplication child = ChildApplication.start(main, page, database, arguments)) {
      return child.secondsToFirstPage();
    }
  }
}
