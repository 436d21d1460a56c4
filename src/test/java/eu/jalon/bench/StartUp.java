package eu.jalon.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** From the start of the JVM to the first page, against the bare starter's own. */
final class StartUp {

  private static final int ROUNDS = 5;
  private static final Duration LONGEST = Duration.ofMinutes(2);

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
        new Ratio(
            "first start to first page (with sample)",
            "s",
            oursFirst,
            bareFirst,
            "bare starter",
            "-"));
  }

  private static double ours(Path database) throws Exception {
    return secondsToFirstPage(
        "eu.jalon.JalonApplication", "/login", database, "--spring.profiles.active=demo");
  }

  private static double bare(Path database) throws Exception {
    return secondsToFirstPage(BareStarter.class.getName(), "/camunda/app/welcome/", database, "");
  }

  private static double secondsToFirstPage(String main, String page, Path database, String argument)
      throws Exception {
    int port = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(
            "java",
            "-Xmx512m",
            "-Duser.timezone=UTC",
            "-cp",
            System.getProperty("java.class.path"),
            main,
            "--server.port=" + port,
            "--server.address=127.0.0.1",
            "--spring.datasource.url=jdbc:h2:file:" + database,
            "--jalon.mail.folder=" + database + "-mail",
            argument);
    builder.redirectErrorStream(true).redirectOutput(new java.io.File(database + ".log"));
    long start = System.nanoTime();
    Process process = builder.start();
    try {
      awaitPage(process, URI.create("http://127.0.0.1:" + port + page), start);
      return (System.nanoTime() - start) / 1e9;
    } finally {
      process.destroy();
      process.waitFor(30, TimeUnit.SECONDS);
      process.destroyForcibly().waitFor();
    }
  }

  private static void awaitPage(Process process, URI page, long start) throws Exception {
    while (System.nanoTime() - start < LONGEST.toNanos()) {
      if (!process.isAlive()) {
        throw new IllegalStateException("The application ended before its first page");
      }
      if (answers(page)) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    throw new IllegalStateException("No page at " + page);
  }

  private static boolean answers(URI page) {
    try {
      HttpURLConnection connection = (HttpURLConnection) page.toURL().openConnection();
      connection.setInstanceFollowRedirects(false);
      connection.setConnectTimeout(500);
      int status = connection.getResponseCode();
      return status >= 200 && status < 400;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
