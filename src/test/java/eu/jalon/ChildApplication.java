package eu.jalon;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An application in a JVM of its own that can be killed. */
public final class ChildApplication implements AutoCloseable {

  private static final Duration LONGEST_START = Duration.ofMinutes(2);
  private static final long POLL_MILLIS = 20;

  private final Process process;
  private final URI address;
  private final double secondsToFirstPage;

  private ChildApplication(Process process, URI address, double secondsToFirstPage) {
    this.process = process;
    this.address = address;
    this.secondsToFirstPage = secondsToFirstPage;
  }

  /** Starts a main class with the class path of the tests and waits until the page is shown. */
  public static ChildApplication start(String main, String page, Path database, String... arguments)
      throws IOException, InterruptedException {
    return start(System.getProperty("java.class.path"), main, page, database, arguments);
  }

  /** Starts a main class and waits until the page is shown, redirects followed. */
  public static ChildApplication start(
      String classPath, String main, String page, Path database, String... arguments)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>();
    all.add(
        "--spring.datasource.url=jdbc:h2:file:"
            + database
            + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;QUERY_CACHE_SIZE=128");
    all.add("--jalon.mail.folder=" + database + "-mail");
    all.addAll(Arrays.asList(arguments));
    return start(classPath, main, page, Path.of(database + ".log"), all);
  }

  /** Starts a main class on a database of PostgreSQL and waits until the page is shown. */
  public static ChildApplication startOnPostgres(
      String main, String page, String url, Path log, String... arguments)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>();
    all.add("--spring.datasource.url=" + url);
    all.add("--spring.datasource.username=postgres");
    all.add("--spring.datasource.password=postgres");
    all.addAll(Arrays.asList(arguments));
    return start(System.getProperty("java.class.path"), main, page, log, all);
  }

  private static ChildApplication start(
      String classPath, String main, String page, Path log, List<String> arguments)
      throws IOException, InterruptedException {
    int port = freePort();
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-Duser.timezone=UTC"));
    command.addAll(options());
    command.addAll(
        List.of("-cp", classPath, main, "--server.port=" + port, "--server.address=127.0.0.1"));
    command.addAll(arguments);
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    URI address = URI.create("http://127.0.0.1:" + port);
    await(process, address.resolve(page), start);
    return new ChildApplication(process, address, (System.nanoTime() - start) / 1e9);
  }

  /** The compiler, collector and metaspace of this JVM, which are for short runs in most tests. */
  private static List<String> options() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.matches("-XX:(Tiered|Metaspace).*|.*GC"))
        .toList();
  }

  public URI address() {
    return address;
  }

  /** The id of its process, for the tools of the JDK. */
  public long pid() {
    return process.pid();
  }

  public double secondsToFirstPage() {
    return secondsToFirstPage;
  }

  /** Ends the process as {@code kill -9} does. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(30, TimeUnit.SECONDS).exceptionally(late -> process).join();
    process.destroyForcibly().onExit().join();
  }

  private static void await(Process process, URI page, long start) throws InterruptedException {
    while (!answers(page)) {
      if (!process.isAlive() || System.nanoTime() - start > LONGEST_START.toNanos()) {
        process.destroyForcibly();
        throw new IllegalStateException("No answer from " + page);
      }
      process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private static boolean answers(URI page) {
    try {
      HttpURLConnection connection = (HttpURLConnection) page.toURL().openConnection();
      connection.setConnectTimeout(500);
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
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
